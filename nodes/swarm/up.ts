import type { BackendContext } from '../backend';
import { engineApi, type Ask } from '../engine-api';
import type { Inventory } from '../inventory';
import { found, join, workerToken } from './enter';
import { entriesOf, strike } from './entries';
import { refuseForeign } from './foreign';
import { removeGateway } from './gateway';
import { refuseKernels } from './kernel';
import { leave } from './leave';
import { memberOf, type Seat } from './member';
import { isSettled, keptManager, leavingOf, outdated } from './plan';
import { waitUntilReady } from './ready';

export interface SwarmOptions {
  /** Called with a node's id in the swarm when it has one, and with undefined when it has left. */
  readonly remember: (node: string, id: string | undefined) => void;
  readonly api?: (dockerHost: string) => Ask;
}

/**
 * Makes one swarm of the nodes that the lab wants in it. Those that are in it stay; those that are not wanted in it any
 * more leave. Nothing is touched where a node cannot be in it.
 *
 * @throws LabError
 */
export async function swarmUp(
  { lab, run, progress }: Pick<BackendContext, 'lab' | 'run' | 'progress'>,
  { nodes }: Inventory,
  { remember, api = engineApi }: SwarmOptions,
): Promise<void> {
  const seats = await Promise.all(
    nodes.map(async (node): Promise<Seat> => {
      const ask = api(node.dockerHost);
      return { node, ask, member: await memberOf(ask) };
    }),
  );
  const wanted = lab.swarm.flatMap((name) => seats.filter(({ node }) => node.name === name));
  refuseForeign(lab, seats);
  await refuseKernels(
    lab,
    wanted.map(({ node }) => node),
    run,
  );
  const kept = keptManager(lab, wanted);
  const entries = kept === undefined ? [] : await entriesOf(kept.ask);
  const staying = wanted.filter((seat) => seat === kept || isSettled(seat, kept, entries));
  for (const seat of leavingOf(lab, seats, staying)) {
    progress(`${seat.node.name} leaves the swarm`);
    await leave(seat.ask);
    remember(seat.node.name, undefined);
    if (!wanted.includes(seat)) await removeGateway(lab, seat.ask);
  }
  for (const { node } of seats) {
    if (node.swarm !== undefined && !lab.swarm.includes(node.name)) remember(node.name, undefined);
  }
  const [first, ...others] = wanted;
  if (first === undefined) return;
  if (kept === undefined) progress(`${first.node.name} makes the swarm`);
  const manager = kept ?? (await found(lab, first));
  remember(first.node.name, manager.member.id);
  const joining = others.filter((seat) => !staying.includes(seat));
  const token = joining.length === 0 ? '' : await workerToken(manager.ask);
  const members = await Promise.all(
    others.map(async (seat) => {
      const isNew = joining.includes(seat);
      if (isNew) progress(`${seat.node.name} joins the swarm`);
      const joined = isNew ? await join(lab, seat, manager, token) : seat;
      remember(seat.node.name, joined.member.id);
      return joined;
    }),
  );
  const all = [manager, ...members];
  await strike(manager.ask, outdated(await entriesOf(manager.ask), seats, all));
  progress('waiting for every node to be ready in the swarm');
  await waitUntilReady(manager, all);
}
