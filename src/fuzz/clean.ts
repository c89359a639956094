import { setTimeout as pause } from 'node:timers/promises';
import { SERVICE } from '../observe/place';
import { GATEWAY_BRIDGE, LAB_LABEL } from '../topology/lab';
import { persist } from '../nodes/swarm/busy';
import { accessTo, type Ground, type NodeAccess } from './access';
import type { Made } from './deploy';
import { listenOn } from './listen';
import { removePairs } from './namespaces';

/** Milliseconds. */
const PATIENCE = 20_000;

interface FoundNetwork extends Made {
  readonly Name: string;
  readonly Scope: 'local' | 'swarm';
}

/** Removes what `deploy` made, also what an aborted run left. */
export async function clean(ground: Ground): Promise<void> {
  const access = accessTo(ground);
  const filters = encodeURIComponent(
    JSON.stringify({ label: [`${LAB_LABEL}=${ground.inventory.lab}`] }),
  );
  const networksOf = async ({ ask }: NodeAccess): Promise<FoundNetwork[]> =>
    ((await ask('GET', `/networks?filters=${filters}`)) as FoundNetwork[])
      // The swarm's, which stays.
      .filter(({ Name }) => Name !== GATEWAY_BRIDGE);
  // First, because an open socket keeps its network namespace, and with it the interfaces.
  await Promise.all(access.map((node) => listenOn(node, [], ground.run)));
  await removeServices(access, filters);
  await Promise.all(
    access.map(async (node) => {
      await removePairs(node, ground.run);
      const containers = (await node.ask(
        'GET',
        `/containers/json?all=1&filters=${filters}`,
      )) as Made[];
      await Promise.all(
        containers.map(({ Id }) => node.ask('DELETE', `/containers/${Id}?force=1&v=1`)),
      );
      const bridges = (await networksOf(node)).filter(({ Scope }) => Scope === 'local');
      await Promise.all(bridges.map(({ Id }) => node.ask('DELETE', `/networks/${Id}`)));
      await forgetNeighbours(node, ground);
    }),
  );
  const [manager] = access;
  if (manager === undefined) return;
  for (const { Id } of (await networksOf(manager)).filter(({ Scope }) => Scope === 'swarm')) {
    await removeOverlay(manager, Id);
  }
  await Promise.all(
    access.map(async (node) => until(async () => (await networksOf(node)).length === 0)),
  );
}

/** With their containers, which the swarm would give ten seconds each to end. */
async function removeServices(access: readonly NodeAccess[], filters: string): Promise<void> {
  const { ask } = access[0] ?? {};
  if (ask === undefined) return;
  const { Swarm } = (await ask('GET', '/info')) as { Swarm?: { ControlAvailable?: boolean } };
  if (Swarm?.ControlAvailable !== true) return;
  const services = (await ask('GET', `/services?filters=${filters}`)) as { readonly ID: string }[];
  await Promise.all(services.map(({ ID }) => ask('DELETE', `/services/${ID}`)));
  const tasks = encodeURIComponent(JSON.stringify({ label: [SERVICE] }));
  await Promise.all(
    access.map((node) =>
      until(async () => {
        const left = (await node.ask('GET', `/containers/json?all=1&filters=${tasks}`)) as Made[];
        // The swarm may be removing one at the same time.
        const remove = ({ Id }: Made) => node.ask('DELETE', `/containers/${Id}?force=1&v=1`);
        await Promise.allSettled(left.map(remove));
        return left.length === 0;
      }),
    ),
  );
}

/** A bridge that stays remembers for a while who had an address on it. */
async function forgetNeighbours({ exec }: NodeAccess, { run }: Ground): Promise<void> {
  const bridges = ['docker0', GATEWAY_BRIDGE];
  await Promise.all(
    bridges.map((bridge) => run([...exec, 'ip', 'neighbour', 'flush', 'dev', bridge])),
  );
}

/** The swarm forgets a moment later that containers of other nodes were on it. */
const removeOverlay = ({ ask }: NodeAccess, id: string): Promise<unknown> =>
  persist(
    () => ask('DELETE', `/networks/${id}`),
    () => true,
    PATIENCE,
  );

/** Asks again until it is so; false where it is not within the patience. */
async function until(isSo: () => Promise<boolean>): Promise<boolean> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    if (await isSo()) return true;
    if (Date.now() > end) return false;
    await pause(100);
  }
}
