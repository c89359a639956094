import fc from 'fast-check';
import { nameProblem } from '../../src/topology/asked';
import {
  containerOf,
  problemsOf,
  baseTopology,
  refuses,
  type Draft,
} from '../support/base-topology';
import { english } from '../../src/text/tell';

const alias = (t: Draft, name: string): void =>
  void (containerOf(t, 'db').networks = [{ network: 'back', aliases: [name] }]);

describe('names that programs do not ask DNS for', () => {
  const names: readonly (readonly [name: string, is: string])[] = [
    ...[
      'localhost',
      'LocalHost',
      'ip6-localhost',
      'ip6-loopback',
      'ip6-localnet',
      'ip6-mcastprefix',
      'ip6-allnodes',
      'ip6-allrouters',
    ].map((name) => [name, 'is in /etc/hosts of every container'] as const),
    ['app.localhost', 'is the asking machine itself to many programs'],
    ['host.docker.internal', 'is given away by Docker Desktop'],
    ['gateway.docker.internal', 'is given away by Docker Desktop'],
    ...['10.5.0.2', '42', '127.1', '0x7f000001', '017.0.0.1', '1.2.3', '4294967295'].map(
      (name) => [name, 'is an address to every program'] as const,
    ),
    ...['web.', 'a..b', 'web..'].map((name) => [name, 'cannot be asked for'] as const),
  ];

  test.each(names)('%s %s', (name, is) => {
    expect(nameProblem(name)?.message).toEqual(`"${name}" ${is}`);
    const places: [(t: Draft) => void, string][] = [
      [(t) => (containerOf(t, 'quiet').name = name), '.name'],
      [(t) => alias(t, name), '.networks[0].aliases[0]'],
      [(t) => (containerOf(t, 'client').links = [{ container: 'web', alias: name }]), '.alias'],
    ];
    for (const [change, place] of places) {
      const topology = baseTopology();
      change(topology);
      const [problem, ...others] = problemsOf(topology);
      expect(problem?.message).toEqual(`"${name}" ${is}`);
      expect(problem?.path).toContain(place);
      expect(others).toEqual([]);
    }
  });

  test.each(['web', 'web.tier', 'c.1', '1st', '4294967296', '300.1.1.1', '1.2.3.4.5', '0x', '08'])(
    '%s is asked for',
    (name) => {
      expect(nameProblem(name)).toBeUndefined();
    },
  );

  test('every IPv4 address is one, in whatever way it is written', () => {
    const way = fc.constantFrom(10, 8, 16);
    const written = (value: number, base: number): string =>
      base === 16 ? `0x${value.toString(16)}` : base === 8 ? `0${value.toString(8)}` : `${value}`;
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(255), way), { minLength: 1, maxLength: 4 }), (parts) => {
        const name = parts.map(([value, base]) => written(value, base)).join('.');
        expect(nameProblem(name)?.message).toEqual(`"${name}" is an address to every program`);
      }),
    );
  });

  refuses([
    [
      'a node',
      (t) => {
        t.nodes.push({ name: 'localhost', address: '192.168.205.12/24' });
      },
      ['nodes[2] (localhost).name', '"localhost" is in /etc/hosts of every container'],
    ],
    [
      'an alias that is the name of a node',
      (t) => alias(t, 'NODE2'),
      ['containers[3] (db).networks[0].aliases[0]', '"NODE2" is the name of a node'],
    ],
    [
      'a link by the name of a node',
      (t) => (containerOf(t, 'client').links = [{ container: 'web', alias: 'node2' }]),
      ['containers[1] (client).links[0].alias', '"node2" is the name of a node'],
    ],
    [
      'a container called as another one is on its network',
      (t) => (containerOf(t, 'quiet').name = 'DB.back'),
      ['containers[5] (DB.back).name', '"DB.back" is db to everybody on the network back'],
    ],
    [
      'an alias that another one has on its network',
      (t) => alias(t, 'api.front'),
      [
        'containers[3] (db).networks[0].aliases[0]',
        '"api.front" is app to everybody on the network front',
      ],
    ],
  ]);

  test('a service is asked for by its name, too', () => {
    const topology = baseTopology();
    const wide = { name: 'wide', driver: 'overlay' };
    const services = [{ name: 'localhost', image: 'nginx:1.26', networks: ['wide'] }];
    const problems = problemsOf({
      ...topology,
      swarm: ['node1'],
      networks: [...topology.networks, wide],
      containers: topology.containers.map((one) =>
        one.name === 'quiet' ? { ...one, name: 'tasks.localhost.wide' } : one,
      ),
      services,
    });
    expect(problems.map(({ path, message }) => `${path}: ${english(message)}`)).toEqual([
      'containers[5] (tasks.localhost.wide).name: "tasks.localhost.wide" is localhost to everybody on the network wide',
      'services[0] (localhost).name: "localhost" is in /etc/hosts of every container',
    ]);
  });
});
