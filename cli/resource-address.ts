import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Resources = Readonly<Record<string, Readonly<Record<string, { readonly name?: string }>>>>;

/**
 * Terraform's address of a resource that is named `TYPE.NAME` with the topology's own name. They differ
 * where Terraform does not allow the name (`docker_container.c.1`).
 *
 * @param stack folder of the synthesised stack
 */
export function resourceAddress(stack: string, named: string): string {
  const [type = '', ...rest] = named.split('.');
  const name = rest.join('.');
  const { resource } = JSON.parse(readFileSync(join(stack, 'cdk.tf.json'), 'utf8')) as {
    resource?: Resources;
  };
  const own = Object.entries(resource?.[type] ?? {});
  const [id] = own.find(([, settings]) => settings.name === name) ?? [name];
  return `${type}.${id}`;
}
