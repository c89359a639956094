import { TerraformStack, type TerraformElement, type TerraformResource } from 'cdktf';

/** Ids that cannot meet: a colon is in no name of a topology. */
export const constructId = (...parts: readonly [kind: string, ...names: string[]]): string =>
  parts.join(':');

/** Addresses that are taken, of each stack. */
const taken = new WeakMap<TerraformStack, Set<string>>();

/**
 * Gives a resource the topology's own name in plans and addresses, so that a reader finds
 * `docker_container.test1`. Where Terraform does not allow the name, or another resource has it
 * (images `a:b` and `a_b`), cdktf's stays.
 */
export function nameReadably(element: TerraformElement, name: string): void {
  const stack = TerraformStack.of(element);
  const names = taken.get(stack) ?? new Set<string>();
  taken.set(stack, names);
  const address = `${element.constructor.name}.${name}`;
  if (names.has(address) || !/^[A-Za-z_][\w-]*$/.test(name)) return;
  names.add(address);
  element.overrideLogicalId(name);
}

/** `docker_container.test1`, also as a key, where a token would stay a token. */
export const addressOf = (resource: TerraformResource): string =>
  `${resource.terraformResourceType}.${resource.friendlyUniqueId}`;
