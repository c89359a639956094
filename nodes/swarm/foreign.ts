import type { Lab } from '../../model/lab';
import { LabError } from '../../system/errors';
import { isOurs, ownManagers, type SwarmNode } from './member';

/** A node of the lab's swarm may be in no other. @throws LabError */
export function refuseForeign(lab: Lab, swarmNodes: readonly SwarmNode[]): void {
  const managers = ownManagers(lab, swarmNodes);
  for (const { node, member } of swarmNodes) {
    if (!lab.swarm.includes(node.name) || member.state === 'inactive') continue;
    if (isOurs(lab, { node, member }, managers)) continue;
    throw new LabError(`${node.name} is in a swarm that the lab did not make`, {
      where: `node ${node.name} (${node.dockerHost})`,
      why: 'a node is in one swarm at a time, and the lab touches only its own',
      next: `docker --host ${node.dockerHost} swarm leave (--force on a manager), or leave the node out of "swarm"`,
    });
  }
}
