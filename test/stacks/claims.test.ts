import type { Topology, TopologyContainer, TopologyNetwork } from '../../src/topology/topology';
import { validate } from '../../src/topology/validate';
import { synthesisedQuickly, type TerraformJson } from '../support/synthesis';

const box = { node: 'n1', image: 'busybox:1.36' } as const;
const networks: readonly TopologyNetwork[] = [
  { name: 'net', node: 'n1', subnet: '10.5.0.0/24' },
  { name: 'auto', node: 'n1' },
];
const containers: readonly TopologyContainer[] = [
  { ...box, name: 'static', networks: [{ network: 'net', address: '10.5.0.2' }] },
  { ...box, name: 'open', ports: ['8080:80'] },
  { ...box, name: 'plain', networks: ['net'] },
];
const base: Topology = {
  name: 'x',
  outside: { address: '10.1.0.1' },
  chapters: [{ id: 'all', title: 'All' }],
  nodes: [
    { name: 'n1', address: '10.1.0.10/24' },
    { name: 'n2', address: '10.1.0.11/24' },
  ],
  networks,
  containers,
};

const synth = (change: Partial<Topology> = {}) =>
  synthesisedQuickly(validate({ ...base, ...change }, 'x.ts'));
const claims = ({ resource }: TerraformJson, group = 'n1') =>
  resource['terraform_data']?.[`claims_${group}`]?.['triggers_replace'];
const after = ({ resource }: TerraformJson, type: string, name: string) =>
  resource[type]?.[name]?.['depends_on'];

describe('what only one resource at a time can have', () => {
  it('is made after everything that had it has gone', () => {
    const json = synth();
    const waits = ['terraform_data.claims_n1'];
    expect(after(json, 'docker_container', 'static')).toEqual(waits);
    expect(after(json, 'docker_container', 'open')).toEqual(waits);
    expect(after(json, 'docker_network', 'n1_net')).toEqual(waits);
    expect(after(json, 'docker_network', 'n1_auto')).toEqual(waits);
    expect(after(json, 'docker_container', 'plain')).toBeUndefined();
  });

  const of = (change: Partial<TopologyContainer>, index: number) => ({
    containers: containers.map((one, i) => (i === index ? { ...one, ...change } : one)),
  });

  it.each<[string, Partial<Topology>]>([
    ['a network', { networks: [{ ...networks[0]!, name: 'other' }], containers: [] }],
    ['a subnet', { networks: [{ ...networks[0]!, subnet: '10.6.0.0/24' }], containers: [] }],
    ['an address', of({ networks: [{ network: 'net', address: '10.5.0.3' }] }, 0)],
    ['the owner of an address', of({ name: 'renamed' }, 0)],
    ['a port', of({ ports: ['8081:80'] }, 1)],
    ['the owner of a port', of({ name: 'renamed' }, 1)],
  ])('is told apart: %s that changes hands', (_, change) => {
    expect(claims(synth(change))).not.toEqual(claims(synth()));
  });

  it.each<[string, Partial<Topology>]>([
    ['a command', of({ command: ['sleep', '1'] }, 0)],
    ['a container with neither address nor port', of({ name: 'renamed' }, 2)],
  ])('has nothing to do with %s', (_, change) => {
    expect(claims(synth(change))).toEqual(claims(synth()));
  });

  it('is that of all nodes of a swarm together, whose overlays and services are on each of them', () => {
    const json = synth({
      swarm: ['n1', 'n2'],
      networks: [{ name: 'wide', driver: 'overlay', subnet: '10.7.0.0/24' }],
      containers: [{ ...box, name: 'open', node: 'n2', networks: ['wide'], ports: ['8080:80'] }],
      services: [{ name: 'web', image: 'busybox:1.36', networks: ['wide'], ports: ['9090:90'] }],
    });
    expect(claims(json)).toEqual({
      'network wide': '10.7.0.0/24',
      'ports open': '8080:80',
      'ports web': '9090:90',
    });
    expect(claims(json, 'n2')).toBeUndefined();
    for (const [type, name] of [
      ['docker_network', 'wide'],
      ['docker_container', 'open'],
      ['docker_service', 'web'],
    ] as const) {
      expect(after(json, type, name)).toContain('terraform_data.claims_n1');
    }
  });
});
