import { setTimeout as pause } from 'node:timers/promises';
import { LabError } from '../../platform/errors';
import { BETWEEN_QUESTIONS, PATIENCE } from './busy';
import { entriesOf } from './entries';
import type { SwarmNode } from './member';
import { phrase } from '../../text/text';

/** What must pass between nodes of a swarm. */
export const PORTS = phrase(
  'let the nodes reach each other at 2377/tcp, 7946/tcp, 7946/udp and 4789/udp',
);

/** Waits until the manager calls every node ready. @throws LabError when `patience` (ms) is over */
export async function waitUntilReady(
  manager: SwarmNode,
  swarmNodes: readonly SwarmNode[],
  patience = PATIENCE,
): Promise<void> {
  const end = Date.now() + patience;
  for (;;) {
    const entries = await entriesOf(manager.ask);
    const stateOf = ({ member }: SwarmNode): string =>
      entries.find(({ id }) => id === member.id)?.state ?? 'absent';
    const waiting = swarmNodes.filter((one) => stateOf(one) !== 'ready');
    if (waiting.length === 0) return;
    if (Date.now() > end) {
      const names = waiting.map(({ node }) => node.name).join(', ');
      throw new LabError(
        phrase('not ready in the swarm: {nodes}', { nodes: names }),
        {
          where: `docker --host ${manager.node.dockerHost} node ls`,
          why: phrase('the manager lists them as: {states}', { states: waiting.map(stateOf) }),
          next: PORTS,
        },
        3,
      );
    }
    await pause(BETWEEN_QUESTIONS);
  }
}
