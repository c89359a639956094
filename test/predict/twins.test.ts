import type { Target } from '../../src/topology/edge';
import { ask, ping, told } from './ask';
import { buildLab } from './builder';

const lab = buildLab({
  nodes: [
    { name: 'node1' },
    { name: 'node2' },
    { name: 'cloud', address: '10.1.4.8', subnet: '10.1.4.8/32', apart: true },
    { name: 'lone', address: '203.0.113.7', subnet: '203.0.113.7/32', apart: true },
  ],
  networks: [
    { name: 'here', subnet: '10.1.4.0/24' },
    { name: 'there', node: 'node2', subnet: '10.1.4.0/24', gateway: '10.1.4.9' },
  ],
  containers: {
    asker: { networks: ['here'] },
    eight: { networks: [{ network: 'here', address: '10.1.4.8' }] },
    both: { networks: ['bridge', { network: 'here', address: '10.1.4.7' }] },
    seven: { node: 'node2', networks: [{ network: 'there', address: '10.1.4.7' }] },
    nine: { networks: [{ network: 'here', address: '10.1.4.9' }] },
  },
});

const page: Target = {
  kind: 'node-port',
  node: 'cloud',
  address: '10.1.4.8',
  port: 80,
  protocol: 'tcp',
};

describe('an address that a neighbour has, too, is the neighbour’s', () => {
  it.each(['asker', 'node1'])('to %s, where it is a gateway of another node', (from) =>
    expect(ask(lab, from, ping('node2', 'there'))).toBe('reachable: same-subnet'),
  );

  it.each(['asker', 'node1'])('to %s, where it is a further host’s', (from) => {
    expect(ask(lab, from, ping('cloud'))).toBe('reachable: same-subnet');
    expect(ask(lab, from, page)).toBe('refused: same-subnet closed-port');
  });
});

describe('a further host', () => {
  it('is reached from outside over networks that are no part of the lab', () => {
    expect(ask(lab, 'outside', ping('cloud'))).toBe('reachable: further-host');
    expect(told(lab, 'outside', ping('cloud'))).toContain('cloud is reached over networks');
  });

  it('is neither on the network of the nodes nor beside the machine that runs the lab', () => {
    expect(ask(lab, 'node2', ping('lone'))).toBe('unreachable: no-route');
    expect(ask(lab, 'lone', ping('node2'))).toBe('timeout: leaves-the-lab');
    expect(ask(lab, 'lone', { kind: 'outside', seenAs: '' })).toBe('timeout: leaves-the-lab');
  });
});

it('an address that the sender has on any of its networks is its own', () =>
  expect(ask(lab, 'both', ping('seven', 'there'))).toBe('reachable: own-address'));

it('a node finds the network of an address by its subnet, whatever else it has', () =>
  expect(ask(lab, 'node1', ping('seven', 'there'))).toBe('reachable: same-subnet'));
