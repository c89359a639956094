import type { Lab } from '../../model/lab';

/** What mends a difference that Terraform's plan sees. */
export const DEPLOY = 'npx cdktf deploy';

/** The parts of a claim that say what mends it. */
export interface Mend {
  readonly hint: string;
  readonly replace?: string;
}

/**
 * For a resource that differs in a way that Terraform's plan does not see: it is made anew.
 *
 * @param what happened to it
 */
export function replaceResource(lab: Lab, what: string, resource: string): Mend {
  // Only such a name is a resource's address: see stacks/naming.ts.
  const byHand = /^\w+\.[A-Za-z_][\w-]*$/.test(resource)
    ? `, or terraform -chdir=cdktf.out/stacks/${lab.name} apply -replace=${resource}`
    : '';
  return { hint: `${what}: ./lab repair${byHand}`, replace: resource };
}

/** The same for a container; a replica is made anew with its service. */
export function replace(lab: Lab, what: string, container: string): Mend {
  const service = lab.containers.find(({ name }) => name === container)?.service;
  const resource = service === undefined ? `container.${container}` : `service.${service}`;
  return replaceResource(lab, what, `docker_${resource}`);
}
