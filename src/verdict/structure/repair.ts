import type { Lab } from '../../topology/lab';
import { mending, type Mending } from '../mend';
import type { Text } from '../../text/text';

export { DEPLOY } from '../mend';

/**
 * For a resource that differs in a way that Terraform's plan does not see: it is made anew.
 *
 * @param what happened to it
 */
export const replaceResource = (lab: Lab, what: Text, resource: string): Mending =>
  mending(lab, what, { kind: 'replace', resource });

/** The same for a container; a replica is made anew with its service. */
export function replace(lab: Lab, what: Text, container: string): Mending {
  const service = lab.containers.find(({ name }) => name === container)?.service;
  const resource = service === undefined ? `container.${container}` : `service.${service}`;
  return replaceResource(lab, what, `docker_${resource}`);
}

/** For what a deploy puts right, since Terraform's plan sees it. */
export const deploy = (lab: Lab, what: Text): Mending => mending(lab, what, { kind: 'deploy' });

/** For what a setting on an endpoint puts right, which the lab itself has made. */
export const set = (lab: Lab, what: Text, on: string, argv: readonly string[]): Mending =>
  mending(lab, what, { kind: 'command', on, argv, declared: true });
