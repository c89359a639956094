import type { Topology, TopologyBridge } from '../../src/topology/topology';
import { validate } from '../../src/topology/validate';
import { synthesisedQuickly } from '../support/synthesis';

const LAB = { label: 'docker-network-lab.lab', value: 'x' };

const stack = (network: Partial<TopologyBridge>, ports: readonly string[] = []) => {
  const topology: Topology = {
    name: 'x',
    outside: { address: '10.1.0.1' },
    chapters: [{ id: 'all', title: 'All' }],
    nodes: [{ name: 'n1', address: '10.1.0.10/24' }],
    networks: [{ name: 'net', node: 'n1', ...network }],
    containers: [{ name: 'web', node: 'n1', image: 'busybox:1.36', networks: ['net'], ports }],
  };
  const { resource } = synthesisedQuickly(validate(topology, 'x.ts'));
  return {
    container: resource['docker_container']?.['web'] ?? {},
    network: resource['docker_network']?.['n1_net'] ?? {},
  };
};

describe('published ports, which engines show in an order of their own, or not at all', () => {
  it.each([true, false])('are written, and compared by a label (internal: %s)', (internal) => {
    const { container } = stack({ internal }, ['8080:80', '8081:81', '53:53/udp']);
    expect(container['ports']).toHaveLength(3);
    expect(container['lifecycle']).toEqual({ ignore_changes: ['ports'] });
    expect(container['labels']).toEqual([
      LAB,
      { label: 'docker-network-lab.ports', value: '8080-8081:80-81,53:53/udp' },
    ]);
  });

  it('have one label in whatever order they are written', () => {
    const one = stack({}, ['8080:80', '8081:81', '127.0.0.1:9000:90']).container['labels'];
    const other = stack({}, ['127.0.0.1:9000:90', '8081:81', '8080:80']).container['labels'];
    expect(other).toEqual(one);
  });

  it.each([
    ['another port', ['8080:81']],
    ['another protocol', ['8080:80/udp']],
    ['another address', ['127.0.0.1:8080:80']],
    ['one more', ['8080:80', '8081:80']],
    ['none', []],
  ])('change the label with %s', (_, ports) => {
    const labels = stack({ internal: true }, ports).container['labels'];
    expect(labels).not.toEqual(stack({ internal: true }, ['8080:80']).container['labels']);
  });

  it('leave the plan alone where there are none', () => {
    expect(stack({}).container['labels']).toEqual([LAB]);
    expect(stack({}).container).not.toHaveProperty('lifecycle');
  });
});

describe('an IPv6 subnet beside which the engine chooses one of IPv4', () => {
  it('is written, and compared by a label', () => {
    const { network } = stack({ subnet6: 'fd00:1::/64' });
    expect(network['ipam_config']).toEqual([{ subnet: 'fd00:1::/64', gateway: 'fd00:1::1' }]);
    expect(network['lifecycle']).toEqual({ ignore_changes: ['ipam_config'] });
    expect(network['labels']).toEqual([
      LAB,
      { label: 'docker-network-lab.subnet6', value: 'fd00:1::/64' },
    ]);
  });

  it.each([
    ['both are declared', { subnet: '10.5.0.0/24', subnet6: 'fd00:1::/64' }],
    ['neither is', {}],
  ])('is compared by itself where %s', (_, network) => {
    expect(stack(network).network['labels']).toEqual([LAB]);
    expect(stack(network).network).not.toHaveProperty('lifecycle');
  });
});
