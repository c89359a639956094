import type { ComposeService } from '../compose/project';
import { configOf, referencesOf, referred, type Ground } from './references';
import type { Resource, Values } from './show';

type Networks = NonNullable<ComposeService['networks']>;
type Advanced = NonNullable<Values['networks_advanced']>[number];

/** On which networks a container is, by their keys, and its mode where it is on none. */
export interface Attached {
  readonly networks: Networks;
  readonly mode: string | undefined;
}

/** The engine's own networks have no resource. */
const BUILT_IN = ['bridge', 'default'];

export function attachmentsOf(ground: Ground, one: Resource): Attached {
  const { values } = one;
  const advanced = values.networks_advanced ?? [];
  const networks: Networks = {};
  const add = (key: string, given: Advanced | undefined): void => {
    networks[key] = {
      aliases: given?.aliases ?? [],
      ...(given?.ipv4_address ? { ipv4_address: given.ipv4_address } : {}),
      ...(given?.ipv6_address ? { ipv6_address: given.ipv6_address } : {}),
    };
  };
  for (const given of advanced) {
    if (given.name) add(keyOf(ground, given.name), given);
  }
  for (const name of values.networks ?? []) add(keyOf(ground, name), undefined);
  // What is known after the apply only: the blocks of the configuration tell which networks are meant.
  const open = advanced.filter(({ name }) => !name);
  const blocks = blocksOf(ground, one).filter(({ key }) => !(key in networks));
  for (const given of open) {
    const at = Math.max(
      0,
      blocks.findIndex((block) => isLike(block.aliases, given)),
    );
    const [block] = blocks.splice(at, 1);
    add(block?.key ?? `${one.address}.networks_advanced`, given);
  }
  const mode = values.network_mode ?? undefined;
  if (mode === undefined || Object.keys(networks).length > 0 || BUILT_IN.includes(mode)) {
    return { networks, mode: undefined };
  }
  if (/^(host|none|container:.*)$/.test(mode)) return { networks, mode };
  add(keyOf(ground, mode), undefined);
  return { networks, mode: undefined };
}

/** The key of a network that is named by its name or id. */
function keyOf({ all, keys }: Ground, name: string): string {
  const found = all.find(
    ({ type, values }) => type === 'docker_network' && (values.id === name || values.name === name),
  );
  return (found && keys.get(found.address)) ?? name;
}

interface Block {
  readonly key: string;
  /** Constant aliases; undefined where they are none. */
  readonly aliases: unknown;
}

/** The `networks_advanced` blocks as they are written; one whose network cannot be told has its reference for a key. */
function blocksOf(ground: Ground, one: Resource): Block[] {
  const { all, configuration, keys } = ground;
  const written = configOf(configuration, one)?.expressions?.['networks_advanced'];
  if (!Array.isArray(written)) return [];
  return written.flatMap((block: Readonly<Record<string, unknown>>): Block[] => {
    const { name, aliases } = block;
    const [found] = referred(configuration, all, one, name, 'docker_network');
    const key = found === undefined ? referencesOf(name)[0] : keys.get(found.address);
    const constant = (aliases as { readonly constant_value?: unknown } | undefined)?.constant_value;
    return key === undefined ? [] : [{ key, aliases: constant }];
  });
}

const isLike = (aliases: unknown, { aliases: given }: Advanced): boolean =>
  JSON.stringify([...((aliases as readonly string[] | undefined) ?? [])].sort()) ===
  JSON.stringify([...(given ?? [])].sort());
