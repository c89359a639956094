import { validate } from '../../src/topology/validate';
import type { Topology, TopologyOverlay } from '../../src/topology/topology';
import { synthesised } from '../support/synthesis';

const topology: Topology = {
  name: 'swarm',
  outside: { address: '192.168.205.1' },
  chapters: [{ id: 'one', title: 'One' }],
  nodes: [
    { name: 'node1', address: '192.168.205.10/24' },
    { name: 'node2', address: '192.168.205.11/24' },
  ],
  swarm: ['node2', 'node1'],
  networks: [
    { name: 'front', driver: 'overlay', subnet: '10.20.0.0/24' },
    { name: 'back', driver: 'overlay', internal: true },
    { name: 'front-bridge', node: 'node1' },
  ],
  containers: [
    { name: 'a1', node: 'node1', image: 'busybox:1.36', networks: ['front-bridge', 'front'] },
    { name: 'b1', node: 'node1', image: 'busybox:1.36', networks: ['front'] },
    { name: 'c1', node: 'node1', image: 'busybox:1.36', networks: ['back'] },
    { name: 'd1', node: 'node1', image: 'busybox:1.36', networks: ['back', 'front'] },
    { name: 'e1', node: 'node2', image: 'busybox:1.36', networks: ['back'] },
    { name: 'g1', node: 'node2', image: 'busybox:1.36', networks: ['front'] },
    { name: 'f1', node: 'node1', image: 'busybox:1.36', networks: ['front-bridge'] },
  ],
};

const json = synthesised(validate(topology, 'swarm.ts'));
const container = (name: string) => json.resource['docker_container']?.[name] ?? {};

const overlay = (more: Partial<TopologyOverlay>) => {
  const networks: Topology['networks'] = [{ name: 'net', driver: 'overlay', ...more }];
  const lab = validate({ ...topology, networks, containers: [] }, 'swarm.ts');
  return synthesised(lab).resource['docker_network']?.['net'] ?? {};
};

describe('an overlay network', () => {
  it('is made by the manager, for any container', () => {
    expect(overlay({})).toMatchObject({
      provider: 'docker.node2',
      driver: 'overlay',
      attachable: true,
      internal: false,
      labels: [{ label: 'docker-network-lab.lab', value: 'swarm' }],
    });
    expect(overlay({})).not.toHaveProperty('ipam_config');
  });

  it('has what is declared', () => {
    expect(overlay({ subnet: '10.1.0.0/24', internal: true, encrypted: true })).toMatchObject({
      internal: true,
      ipam_config: [{ subnet: '10.1.0.0/24', gateway: '10.1.0.1' }],
      options: { encrypted: 'true' },
    });
  });

  it('is not made anew for the option that the swarm adds, but for encryption', () => {
    expect(overlay({ encrypted: true })['lifecycle']).toEqual({
      ignore_changes: ['options["com.docker.network.driver.overlay.vxlanid_list"]'],
    });
  });

  it('is attached to by its id on every node', () => {
    const names = (name: string) =>
      (container(name)['networks_advanced'] as { name: string }[]).map((one) => one.name);
    expect(names('a1')).toEqual([
      '${docker_network.node1_front-bridge.id}',
      '${docker_network.front.id}',
    ]);
    expect(names('e1')).toEqual(['${docker_network.back.id}']);
  });

  it('makes the network be measured again when it is replaced', () => {
    const check = json.resource['terraform_data']?.['check'];
    expect(check?.['triggers_replace']).toMatchObject({
      'docker_network.front': '${docker_network.front.id}',
    });
    expect(check?.['depends_on']).toContain('docker_network.back');
  });
});

describe('overlays', () => {
  it('come to nodes one after another', () => {
    expect(container('a1')).not.toHaveProperty('depends_on');
    expect(container('c1')['depends_on']).toEqual(['docker_container.a1']);
    expect(container('e1')['depends_on']).toEqual(['docker_container.c1']);
    expect(container('g1')['depends_on']).toEqual(['docker_container.e1']);
  });

  it('keep no other container of the same node waiting', () => {
    expect(container('b1')['depends_on']).toEqual(['docker_container.a1']);
    expect(container('d1')['depends_on']).toEqual(['docker_container.c1']);
    expect(container('f1')).not.toHaveProperty('depends_on');
  });
});
