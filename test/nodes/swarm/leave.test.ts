import { leaveFor } from '../../../src/nodes/swarm/leave';
import { withId, withMemory } from '../../../src/nodes/swarm/memory';
import { roleOf } from '../../../src/nodes/swarm/role';
import {
  ADDRESS1,
  ADDRESS2,
  fakeSwarm,
  inventoryOf,
  labOf,
  LABEL,
  manager,
  worker,
  type FakeEngine,
} from './fake-swarm';

const bridge = (labels: Record<string, string>) => ({
  networks: [{ Id: 'gw', Name: 'docker_gwbridge', Labels: labels }],
});

async function left(engine: FakeEngine, id?: string, lab = labOf()): Promise<string[]> {
  const { api, asked } = fakeSwarm({ node2: engine });
  const node = inventoryOf(id === undefined ? {} : { node2: id }).nodes[1]!;
  await leaveFor(lab, node, api);
  return asked;
}

describe('a host that stays', () => {
  it('leaves the lab’s swarm, and loses the bridge that the lab made for it', async () => {
    const engine = { ...worker('w', ADDRESS2, 'm'), ...bridge({ [LABEL]: 'swarm-lab' }) };
    expect(await left(engine, 'w')).toEqual([
      'node2 POST /swarm/leave?force=1',
      'node2 DELETE /networks/gw',
    ]);
  });

  it('keeps the bridge that was there before', async () => {
    const engine = { ...manager('m', ADDRESS2, 'swarm-lab'), ...bridge({}) };
    expect(await left(engine)).toEqual(['node2 POST /swarm/leave?force=1']);
  });

  it('stays in a swarm that it joined later', async () => {
    expect(await left(worker('x', ADDRESS2, 'y'), 'w')).toEqual([]);
    expect(await left(manager('x', ADDRESS2), 'w')).toEqual([]);
  });

  it('is not asked where it never was to be in one', async () => {
    const { api } = fakeSwarm({});
    const asks = jest.fn(api);
    await leaveFor(labOf([]), inventoryOf().nodes[1]!, asks);
    expect(asks).not.toHaveBeenCalled();
  });
});

describe('what the inventory remembers', () => {
  it('outlives nodes that are brought up again', () => {
    const again = withMemory(inventoryOf(), inventoryOf({ node1: 'm' }));
    expect(again.nodes.map(({ swarm }) => swarm)).toEqual([{ id: 'm' }, undefined]);
  });

  it('is one node’s id, until it leaves', () => {
    const known = withId(inventoryOf({ node1: 'm' }), 'node2', 'w');
    expect(known).toEqual(inventoryOf({ node1: 'm', node2: 'w' }));
    expect(withId(known, 'node2', undefined)).toEqual(inventoryOf({ node1: 'm' }));
  });
});

describe('what a node is in the swarm', () => {
  const role = (engine: FakeEngine, id?: string) =>
    roleOf(
      inventoryOf(id === undefined ? {} : { node1: id }).nodes[0]!,
      fakeSwarm({ node1: engine }).api,
    );

  it('is said where it was in it once', async () => {
    expect(await role(manager('m', ADDRESS1, 'swarm-lab'), 'm')).toBe('manager');
    expect(await role(worker('w', ADDRESS1, 'm'), 'w')).toBe('worker');
    expect(await role(worker('x', ADDRESS1, 'y'), 'w')).toBe('outside');
    expect(await role(manager('x', ADDRESS1))).toBeUndefined();
  });
});
