import { seatOf } from '../../../nodes/swarm/member';
import { waitUntilReady } from '../../../nodes/swarm/ready';
import type { LabError } from '../../../system/errors';
import { ADDRESS1, ADDRESS2, fakeSwarm, inventoryOf, manager, worker } from './fake-swarm';

async function seatsWith(state: string) {
  const first = manager('m', ADDRESS1);
  const entry = { id: 'w', state, address: ADDRESS2 };
  first.entries.push(entry);
  const { api } = fakeSwarm({ node1: first, node2: worker('w', ADDRESS2, 'm') });
  const seats = await Promise.all(
    inventoryOf().nodes.map((node) => seatOf(node, api(node.dockerHost))),
  );
  return { entry, seats, first: seats[0]! };
}

it('waits until the manager calls every node ready', async () => {
  const { entry, seats, first } = await seatsWith('down');
  let over = false;
  const waiting = waitUntilReady(first, seats).then(() => (over = true));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(over).toBe(false);
  entry.state = 'ready';
  await waiting;
});

it('says which node is not, and how the manager has it', async () => {
  const { seats, first } = await seatsWith('unknown');
  const error = (await waitUntilReady(first, seats, -1).catch(
    (caught: unknown) => caught,
  )) as LabError;
  expect(error.what).toBe('not ready in the swarm: node2');
  expect(error.details.why).toContain('unknown');
  expect(error.exitCode).toBe(3);
});
