import { POOLS } from '../../src/topology/pools';
import { subnetOf } from '../../src/topology/addresses';
import { refusals, refuses, type Draft } from '../support/base-topology';

const networks = (t: Draft, count: number): void => {
  for (let index = 0; index < count; index++) t.networks.push({ name: `n${index}`, node: 'node2' });
};
/** Of node2, which has one network of its own without a subnet. */
const at = (index: number): string => `networks[${index + 3}] (n${index})`;

describe('networks whose subnet the engine chooses', () => {
  test('there are 31 to choose from', () => {
    expect(POOLS.map(subnetOf).slice(0, 3)).toEqual([
      '172.17.0.0/16',
      '172.18.0.0/16',
      '172.19.0.0/16',
    ]);
    expect(subnetOf(POOLS[30]!)).toBe('192.168.240.0/20');
    expect(POOLS).toHaveLength(31);
  });

  test('may be 29 of a node, where docker0 and the nodes have one each', () => {
    expect(refusals((t) => networks(t, 28))).toEqual([]);
  });

  refuses([
    [
      'one more than that',
      (t) => networks(t, 29),
      [at(28), '30 networks of node2 declare no subnet, and its engine has 29 to choose from'],
    ],
    [
      'one that a declared subnet leaves none for',
      (t) => {
        networks(t, 28);
        t.networks.push({ name: 'fixed', node: 'node2', subnet: '172.20.0.0/16' });
      },
      [at(27), '29 networks of node2 declare no subnet, and its engine has 28 to choose from'],
    ],
    [
      'several that a wide subnet leaves none for',
      (t) => {
        networks(t, 21);
        t.networks.push({ name: 'fixed', node: 'node2', subnet: '172.24.0.0/13' });
      },
      [at(20), '22 networks of node2 declare no subnet, and its engine has 21 to choose from'],
    ],
  ]);

  test('one more is possible where the nodes are in none of them, and one less in a swarm', () => {
    const moved = (swarm: string[]) => (t: Draft) => {
      t.outside.address = '10.99.0.1';
      t.nodes[0]!.address = '10.99.0.10/24';
      t.nodes[1]!.address = '10.99.0.11/24';
      t.swarm = swarm;
      networks(t, 29);
    };
    expect(refusals(moved([]))).toEqual([]);
    expect(refusals(moved(['node1', 'node2']))).toHaveLength(1);
  });

  test('are those of each node by itself', () => {
    expect(
      refusals((t) => {
        networks(t, 28);
        // One of its two networks has a subnet among those that an engine chooses from.
        for (let index = 0; index < 27; index++)
          t.networks.push({ name: `n${index}`, node: 'node1' });
      }),
    ).toEqual([]);
  });
});

/** A container of node1 that is on `bridge` and on `overlay`. */
const onBoth = (t: Draft, bridge: object, overlay: object, address?: string): void => {
  t.swarm = ['node1', 'node2'];
  t.networks.push({ name: 'near', node: 'node1', ...bridge });
  (t.networks as object[]).push({ name: 'wide', driver: 'overlay', ...overlay });
  t.containers.push({ name: 'both', node: 'node1', image: 'x:1', networks: ['near', 'wide'] });
  if (address === undefined) return;
  t.outside.address = address.replace(/\d+\/.*/, '1');
  t.nodes[0]!.address = address;
  t.nodes[1]!.address = address.replace('10/', '11/');
};

describe('subnets that an engine and a swarm choose without looking at each other’s', () => {
  refuses([
    [
      'an overlay’s that may be that of a bridge',
      (t) => onBoth(t, { subnet: '10.0.1.0/24' }, {}),
      [
        'networks[3] (near).subnet',
        '10.0.1.0/24 may also be chosen for "wide", and both is on both',
      ],
    ],
    [
      'a bridge’s that may be that of an overlay',
      (t) => onBoth(t, {}, { subnet: '172.22.0.0/16' }),
      [
        'networks[4] (wide).subnet',
        '172.22.0.0/16 may also be chosen for "near", and both is on both',
      ],
    ],
    [
      'an overlay’s that may be that of the nodes',
      (t) => onBoth(t, {}, {}, '10.0.1.10/24'),
      ['nodes[0] (node1).address', 'the swarm would choose addresses of 10.0.1.0/24'],
    ],
  ]);

  test.each([
    ['both are declared', { subnet: '10.0.1.0/24' }, { subnet: '10.9.0.0/24' }],
    ['neither is', {}, {}],
    ['a swarm does not choose it', { subnet: '10.9.0.0/24' }, {}],
  ])('do no harm where %s', (_, bridge, overlay) => {
    expect(refusals((t) => onBoth(t, bridge, overlay))).toEqual([]);
  });
});
