import { readFileSync } from 'node:fs';

/** What Terraform's state holds, as far as it is compared with the nodes. */
export interface Known {
  /** Docker's ids of containers, networks and services. */
  readonly ids: ReadonlySet<string>;
  /** Names of networks by id. */
  readonly networks: ReadonlyMap<string, string>;
  /** Namespace pairs, each as the words of one node (`pairWords`). */
  readonly pairs: readonly string[];
  /** Leftovers were taken away before, and the resource that did it is in the state. */
  readonly healed: boolean;
  /** Terraform counts the state up each time that it writes it. */
  readonly serial: number;
}

interface Resource {
  readonly type?: string;
  readonly name?: string;
  readonly instances?: readonly { readonly attributes?: Attributes | null }[];
}

interface Attributes {
  readonly id?: unknown;
  readonly name?: unknown;
  readonly triggers_replace?: { readonly value?: { readonly pairs?: unknown } | null } | null;
}

const OBJECTS: readonly unknown[] = ['docker_container', 'docker_network', 'docker_service'];

const NOTHING: Known = { ids: new Set(), networks: new Map(), pairs: [], healed: false, serial: 0 };

/** What a state file holds; one that is absent or cannot be read holds nothing. */
export function readKnown(file: string): Known {
  const state = read(file);
  if (state === undefined) return NOTHING;
  const { resources, serial } = state;
  const instances = resources.flatMap(({ type, instances = [] }) =>
    instances.map(({ attributes }) => ({ type, attributes: attributes ?? {} })),
  );
  const objects = instances.filter(({ type }) => OBJECTS.includes(type));
  return {
    ids: new Set(objects.map(({ attributes }) => attributes.id).filter(isText)),
    networks: new Map(
      objects.flatMap(({ type, attributes: { id, name } }) =>
        type === 'docker_network' && isText(id) && isText(name) ? [[id, name] as const] : [],
      ),
    ),
    pairs: instances
      .map(({ attributes }) => attributes.triggers_replace?.value?.pairs)
      .filter(isText),
    healed: resources.some(({ type, name }) => type === 'terraform_data' && name === 'leftovers'),
    serial,
  };
}

function read(file: string) {
  try {
    const { resources, serial } = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly resources?: readonly Resource[];
      readonly serial?: number;
    };
    return Array.isArray(resources)
      ? { resources: resources as readonly Resource[], serial: Number(serial) }
      : undefined;
  } catch {
    return undefined;
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';
