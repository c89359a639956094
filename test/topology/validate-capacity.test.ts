import { baseTopology, problemsOf, refusals, refuses, type Draft } from '../support/base-topology';
import { english } from '../../src/text/tell';

const many = (t: Draft, count: number, more: object = {}): void => {
  for (let index = 0; index < count; index++)
    t.containers.push({ name: `c${index}`, node: 'node2', image: 'busybox:1.36', ...more });
};

describe('what a node has room for', () => {
  refuses([
    [
      'containers beyond its memory',
      (t) => many(t, 200),
      ['nodes[1] (node2)', 'node2 has 1024 MiB of memory, and needs about 1110'],
    ],
    [
      'published ports beyond its memory',
      (t) => {
        t.nodes[1]!.memory = 512;
        many(t, 1, { ports: ['8000-8999:8000-8999'] });
      },
      ['nodes[1] (node2).memory', 'node2 has 512 MiB of memory, and needs about 1615'],
    ],
    [
      'interfaces beyond those of a bridge',
      (t) => {
        t.nodes[1]!.memory = 16384;
        many(t, 1023);
      },
      [
        'containers[1030] (c1022).networks[0]',
        'c1022 is the 1024th container of node2 on the default bridge',
      ],
    ],
  ]);

  test('says what would do', () => {
    const topology = baseTopology();
    many(topology, 200);
    expect(problemsOf(topology)[0]?.next).toBe('write memory: 1152');
    topology.nodes[1]!.memory = 1152;
    expect(problemsOf(topology)).toEqual([]);
  });

  test('is not known of a host that is not the lab’s own', () => {
    expect(
      refusals((t) => {
        t.nodes[1]!.ssh = {};
        many(t, 300);
      }),
    ).toEqual([]);
  });

  test('a list of which a check could not ask everybody is not looked at', () => {
    const containers = Array.from({ length: 1_000_000 }, () => ({}));
    const problems = problemsOf({ ...baseTopology(), containers });
    expect(problems.map(({ message }) => message)).toEqual(['"containers" has 1000000 elements']);
  });

  test('replicas count as containers', () => {
    const services = ['a1', 'b2', 'c3'].map((name) => ({
      name,
      image: 'nginx:1.26',
      replicas: 900,
      networks: ['wide'],
    }));
    const topology = baseTopology();
    const wide = { name: 'wide', driver: 'overlay' };
    const problems = problemsOf({
      ...topology,
      swarm: ['node1', 'node2'],
      networks: [...topology.networks, wide],
      services,
    });
    expect(problems.map(({ path, message }) => `${path}: ${english(message)}`)).toEqual([
      'services: 2708 containers and replicas',
    ]);
  });
});
