import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Lab } from '../../topology/lab';
import { LabError } from '../../platform/errors';
import { LABELS } from '../containers/names';
import { askFor, type Ask } from '../engine-api';
import type { InventoryNode } from '../inventory';
import { BETWEEN_QUESTIONS, isBusy, whileBusy } from './busy';
import { makeGateway } from './gateway';
import { leave } from './leave';
import { memberOf, swarmNodeOf, type SwarmNode } from './member';
import { PORTS } from './ready';
import { phrase } from '../../text/text';

const PORT = 2377;
/** Milliseconds. A manager that cannot be reached counts as busy, too. */
const PATIENCE = 30_000;

const own = ({ address }: InventoryNode) => ({
  AdvertiseAddr: address,
  ListenAddr: `${address}:${PORT}`,
});

/** Makes a swarm of one node, with the lab's label. @throws LabError */
export const init = (lab: Lab, one: SwarmNode): Promise<SwarmNode> =>
  enter(lab, one, '/swarm/init', {
    ...own(one.node),
    Spec: { Labels: { [LABELS.lab]: lab.name } },
  });

/** Lets a node into the manager's swarm. @throws LabError */
export const join = (
  lab: Lab,
  one: SwarmNode,
  manager: SwarmNode,
  token: string,
): Promise<SwarmNode> =>
  enter(lab, one, '/swarm/join', {
    ...own(one.node),
    RemoteAddrs: [`${manager.node.address}:${PORT}`],
    JoinToken: token,
  });

const swarm = z.object({ JoinTokens: z.object({ Worker: z.string() }) });

/** What lets a worker in. It is handed on in memory only. */
export const workerToken = (manager: Ask): Promise<string> =>
  whileBusy(async () => (await askFor(swarm, manager, '/swarm')).JoinTokens.Worker);

async function enter(
  lab: Lab,
  { node, ask }: SwarmNode,
  path: string,
  body: object,
  patience = PATIENCE,
): Promise<SwarmNode> {
  await makeGateway(lab, ask);
  const end = Date.now() + patience;
  for (;;) {
    try {
      await ask('POST', path, body);
      return await swarmNodeOf(node, ask);
    } catch (error) {
      if (!(error instanceof LabError)) throw error;
      // An engine that was too slow goes on by itself, and is busy until it is in.
      const member = await memberOf(ask);
      if (isBusy(error) && member.state === 'active') return { node, ask, member };
      if (!isBusy(error) || Date.now() > end) {
        if (member.state !== 'inactive') await leave(ask);
        const why = error.details.why ?? error.what;
        const where = `node ${node.name} (${node.address})`;
        throw new LabError(
          phrase('{node} cannot join the swarm', { node: node.name }),
          { where, why, next: PORTS },
          3,
        );
      }
      await pause(BETWEEN_QUESTIONS);
    }
  }
}
