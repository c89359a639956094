import type { Lab } from '../../topology/lab';
import { LabError } from '../../platform/errors';
import { isOurs, ownManagers, type SwarmNode } from './member';
import { phrase } from '../../text/text';

/** A node of the lab's swarm may be in no other. @throws LabError */
export function refuseForeign(lab: Lab, swarmNodes: readonly SwarmNode[]): void {
  const managers = ownManagers(lab, swarmNodes);
  for (const { node, member } of swarmNodes) {
    if (!lab.swarm.includes(node.name) || member.state === 'inactive') continue;
    if (isOurs(lab, { node, member }, managers)) continue;
    throw new LabError(
      phrase('{node} is in a swarm that the lab did not make', { node: node.name }),
      {
        where: `node ${node.name} (${node.dockerHost})`,
        why: phrase('a node is in one swarm at a time, and the lab touches only its own'),
        next: phrase(
          'docker --host {host} swarm leave (--force on a manager), or leave the node out of "swarm"',
          { host: node.dockerHost },
        ),
      },
    );
  }
}
