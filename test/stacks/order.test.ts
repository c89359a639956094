import type { Topology, TopologyNode } from '../../src/topology/topology';
import { validate } from '../../src/topology/validate';
import { synthesisedQuickly } from '../support/synthesis';

/** What stands before the network whose subnet the engine chooses, beside one that declares its own. */
const before = (subnet: string, node: Partial<TopologyNode> = {}, of = 'n1'): unknown => {
  const topology: Topology = {
    name: 'x',
    outside: { address: '10.1.0.1' },
    chapters: [{ id: 'all', title: 'All' }],
    nodes: [
      { name: 'n1', address: '10.1.0.10/24', ...node },
      { name: 'n2', address: '10.1.0.11/24' },
    ],
    networks: [
      { name: 'auto', node: 'n1' },
      { name: 'fixed', node: of, subnet },
    ],
  };
  const { resource } = synthesisedQuickly(validate(topology, 'x.ts'));
  return resource['docker_network']?.['n1_auto']?.['depends_on'];
};

const CLAIMS = 'terraform_data.claims_n1';
const FIXED = 'docker_network.n1_fixed';

describe('a network whose subnet the engine chooses', () => {
  it.each(['172.18.0.0/16', '172.20.5.0/24', '172.24.0.0/13', '192.168.77.0/24'])(
    'is made after %s, which the engine could choose for it',
    (subnet) => {
      expect(before(subnet)).toEqual([CLAIMS, FIXED]);
    },
  );

  it.each(['10.5.0.0/24', '172.32.0.0/16', '100.64.0.0/24'])(
    'does not wait for %s, which no engine chooses',
    (subnet) => {
      expect(before(subnet)).toEqual([CLAIMS]);
    },
  );

  it('does not wait for one on another node', () => {
    expect(before('172.18.0.0/16', {}, 'n2')).toEqual([CLAIMS]);
  });

  it('waits for any on a host that is not the lab’s own, which may choose from other subnets', () => {
    expect(before('10.5.0.0/24', { ssh: {}, backend: 'remote' })).toEqual([CLAIMS, FIXED]);
  });
});
