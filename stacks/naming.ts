import type { TerraformElement } from 'cdktf';

/**
 * Gives a resource the topology's own name in plans and addresses, so that a reader finds
 * `docker_container.test1`. Where Terraform does not allow the name, cdktf's stays.
 */
export function nameReadably(element: TerraformElement, name: string): void {
  if (/^[A-Za-z_][\w-]*$/.test(name)) element.overrideLogicalId(name);
}
