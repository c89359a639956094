import { swarmNodeOf } from '../../../src/nodes/swarm/member';
import { waitUntilReady } from '../../../src/nodes/swarm/ready';
import type { LabError } from '../../../src/platform/errors';
import { ADDRESS1, ADDRESS2, fakeSwarm, inventoryOf, manager, worker } from './fake-swarm';

async function nodesWith(state: string) {
  const first = manager('m', ADDRESS1);
  const entry = { id: 'w', state, address: ADDRESS2 };
  first.entries.push(entry);
  const { api } = fakeSwarm({ node1: first, node2: worker('w', ADDRESS2, 'm') });
  const swarmNodes = await Promise.all(
    inventoryOf().nodes.map((node) => swarmNodeOf(node, api(node.dockerHost))),
  );
  return { entry, swarmNodes, first: swarmNodes[0]! };
}

it('waits until the manager calls every node ready', async () => {
  const { entry, swarmNodes, first } = await nodesWith('down');
  let over = false;
  const waiting = waitUntilReady(first, swarmNodes).then(() => (over = true));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(over).toBe(false);
  entry.state = 'ready';
  await waiting;
});

it('says which node is not, and how the manager has it', async () => {
  const { swarmNodes, first } = await nodesWith('unknown');
  const error = (await waitUntilReady(first, swarmNodes, -1).catch(
    (caught: unknown) => caught,
  )) as LabError;
  expect(error.what).toBe('not ready in the swarm: node2');
  expect(error.details.why).toContain('unknown');
  expect(error.exitCode).toBe(3);
});
