import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Resource {
  readonly name?: string;
  /** `docker.` and the alias of a provider, which is a node's name. */
  readonly provider?: string;
}

type Resources = Readonly<Record<string, Readonly<Record<string, Resource>>>>;

const resourcesIn = (stack: string): Resources =>
  (
    JSON.parse(readFileSync(join(stack, 'cdk.tf.json'), 'utf8')) as {
      readonly resource?: Resources;
    }
  ).resource ?? {};

/**
 * Terraform's address of a resource that is named `TYPE.NAME` with the topology's own name. They differ
 * where Terraform does not allow the name (`docker_container.c.1`).
 *
 * @param stack folder of the synthesised stack
 */
export function resourceAddress(stack: string, named: string): string {
  const [type = '', ...rest] = named.split('.');
  const name = rest.join('.');
  const own = Object.entries(resourcesIn(stack)[type] ?? {});
  const [id] = own.find(([, settings]) => settings.name === name) ?? [name];
  return `${type}.${id}`;
}

/** The node that a resource is on, by Terraform's address; undefined for none, and where the stack cannot be read. */
export function nodeAt(stack: string, address: string | undefined): string | undefined {
  const [type = '', id = ''] = address?.split('.') ?? [];
  try {
    return resourcesIn(stack)[type]?.[id]?.provider?.replace(/^docker\./, '');
  } catch {
    return undefined;
  }
}
