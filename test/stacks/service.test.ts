import type { Topology, TopologyService } from '../../src/topology/topology';
import { validate } from '../../src/topology/validate';
import { synthesised } from '../support/synthesis';

const topology: Topology = {
  name: 'swarm',
  outside: { address: '192.168.205.1' },
  chapters: [{ id: 'one', title: 'One' }],
  nodes: [
    { name: 'node1', address: '192.168.205.10/24' },
    { name: 'node2', address: '192.168.205.11/24' },
    { name: 'node3', address: '192.168.205.12/24' },
  ],
  swarm: ['node2', 'node1'],
  networks: [
    { name: 'front', driver: 'overlay' },
    { name: 'back', driver: 'overlay', internal: true },
  ],
  containers: [
    { name: 'a1', node: 'node1', image: 'busybox:1.36', networks: ['front'] },
    { name: 'a2', node: 'node2', image: 'busybox:1.36', networks: ['front'] },
    { name: 'b1', node: 'node1', image: 'busybox:1.36', networks: ['back'] },
  ],
};

const json = (service: Partial<TopologyService> = {}) => {
  const whole = { name: 'web', image: 'nginx:1.26', networks: ['front'], ...service };
  return synthesised(validate({ ...topology, services: [whole] }, 'swarm.ts'));
};
const web = (service: Partial<TopologyService> = {}) =>
  json(service).resource['docker_service']!['web']!;
const task = (service: Partial<TopologyService> = {}) =>
  web(service)['task_spec'] as Record<string, Record<string, unknown>>;

describe('a service', () => {
  it('is run by the manager, as many replicas as are declared', () => {
    expect(web()).toMatchObject({
      name: 'web',
      provider: 'docker.node2',
      mode: { replicated: { replicas: 1 } },
    });
    expect(web({ replicas: 4 })['mode']).toEqual({ replicated: { replicas: 4 } });
    expect(web()['converge_config']).toEqual({ delay: '1s', timeout: '180s' });
  });

  it('has the lab’s label, and so have its replicas', () => {
    const labels = [{ label: 'docker-network-lab.lab', value: 'swarm' }];
    expect(web()['labels']).toEqual(labels);
    expect(task()['container_spec']).toMatchObject({ image: 'nginx:1.26', labels });
  });

  it('is on its networks by their ids', () => {
    expect(task({ networks: ['back', { network: 'front' }] })['networks_advanced']).toEqual([
      { id: '${docker_network.back.id}' },
      { id: '${docker_network.front.id}' },
    ]);
  });

  it('has its endpoint mode, and the ports of the routing mesh only where it publishes some', () => {
    expect(web()['endpoint_spec']).toEqual({ mode: 'vip' });
    expect(web({ endpointMode: 'dnsrr' })['endpoint_spec']).toEqual({ mode: 'dnsrr' });
    const mesh = { publish_mode: 'ingress' };
    expect(web({ ports: ['8080:80', '53-54:1053-1054/udp'] })['endpoint_spec']).toEqual({
      mode: 'vip',
      ports: [
        { ...mesh, published_port: 8080, target_port: 80, protocol: 'tcp' },
        { ...mesh, published_port: 53, target_port: 1053, protocol: 'udp' },
        { ...mesh, published_port: 54, target_port: 1054, protocol: 'udp' },
      ],
    });
  });

  it('runs the command after the image’s own entrypoint, in its environment, to the letter', () => {
    const spec = { command: ['echo', '${HOME} %{ if }'], environment: { A: '${x}', B: 'b' } };
    expect(task(spec)['container_spec']).toMatchObject({
      args: ['echo', '$${HOME} %%{ if }'],
      env: { A: '$${x}', B: 'b' },
    });
    for (const key of ['args', 'env', 'command']) {
      expect(task()['container_spec']).not.toHaveProperty(key);
    }
  });

  it('has the sysctls that containers have', () => {
    const { resource } = json();
    const sysctls = resource['docker_container']!['a1']!['sysctls'];
    expect(sysctls).toBeDefined();
    expect(task()['container_spec']!['sysctl']).toEqual(sysctls);
  });

  it('comes after its image on every node of the swarm, which is on no other node', () => {
    const { resource } = json();
    const nginx = Object.entries(resource['docker_image']!)
      .filter(([, { name }]) => name === 'nginx:1.26')
      .map(([id]) => `docker_image.${id}`);
    expect(nginx).toHaveLength(2);
    expect(web()['depends_on']).toEqual(expect.arrayContaining(nginx));
  });

  it('comes after the containers that bring its networks to their nodes, and no others', () => {
    const after = (service: Partial<TopologyService>) =>
      (web(service)['depends_on'] as string[]).filter((name) =>
        name.startsWith('docker_container'),
      );
    expect(after({})).toEqual(['docker_container.a1', 'docker_container.a2']);
    expect(after({ networks: ['back'] })).toEqual(['docker_container.b1']);
  });

  it('is measured again when it is replaced', () => {
    const check = json().resource['terraform_data']!['check']!;
    expect(check['triggers_replace']).toMatchObject({
      'docker_service.web': '${docker_service.web.id}',
    });
    expect(check['depends_on']).toContain('docker_service.web');
  });

  it('makes its replicas itself', () => {
    const { resource } = json({ replicas: 2 });
    expect(Object.keys(resource['docker_container']!)).toEqual(['a1', 'a2', 'b1']);
  });
});

test('a lab without services has none', () => {
  const { resource } = synthesised(validate(topology, 'swarm.ts'));
  expect(resource).not.toHaveProperty('docker_service');
});
