import { baseTopology, containerOf, problemsOf, refuses } from '../support/base-topology';

const any = (value: unknown): Record<string, unknown> => value as Record<string, unknown>;

describe('misspelt, missing and mistyped keys', () => {
  refuses([
    [
      'an unknown key, which is why another one is missing',
      (t) => {
        any(t.nodes[0])['adress'] = '192.168.205.10/24';
        delete any(t.nodes[0])['address'];
      },
      ['nodes[0] (node1).adress', 'unknown key "adress"'],
      ['nodes[0] (node1).address', '"address" is missing'],
    ],
    [
      'unknown keys everywhere',
      (t) => {
        any(t)['x0'] = 1;
        any(t.outside)['x1'] = 1;
        any(t.networks[0])['x2'] = 1;
        any(containerOf(t, 'app').networks![0])['x3'] = 1;
        any(t.namespacePairs[0]!.ends[1])['x4'] = 1;
      },
      ['outside.x1', 'unknown key "x1"'],
      ['networks[0] (front).x2', 'unknown key "x2"'],
      ['containers[2] (app).networks[0].x3', 'unknown key "x3"'],
      ['namespacePairs[0].ends[1] (blue).x4', 'unknown key "x4"'],
      ['x0', 'unknown key "x0"'],
    ],
    [
      'a number for a text',
      (t) => (any(containerOf(t, 'db'))['image'] = 7),
      ['containers[3] (db).image', '"image" must be a text, not a number'],
    ],
    [
      'null for a list',
      (t) => (any(t)['networks'] = null),
      ['networks', '"networks" must be a list, not null'],
    ],
    [
      'a text for true',
      (t) => (any(t.networks[0])['internal'] = 'yes'),
      ['networks[0] (front).internal', '"internal" must be true or false, not a text'],
    ],
    [
      'a number for a network',
      (t) => (any(containerOf(t, 'db'))['networks'] = [5]),
      ['containers[3] (db).networks[0]', 'must be a text, not a number'],
    ],
    [
      'an attachment without a network',
      (t) => (any(containerOf(t, 'db'))['networks'] = [{ aliases: ['x'] }]),
      ['containers[3] (db).networks[0].network', '"network" is missing'],
    ],
    [
      'an unknown engine, driver and protocol',
      (t) => {
        any(t.nodes[1])['engine'] = '19.03';
        any(t.networks[1])['driver'] = 'weave';
        any(t.nodes[0])['listens'] = [{ port: 22, protocol: 'sctp' }];
      },
      ['nodes[0] (node1).listens[0].protocol', '"sctp" is no protocol'],
      ['nodes[1] (node2).engine', '"19.03" is no engine'],
      ['networks[1] (back).driver', '"weave" is no driver'],
    ],
    [
      'no node',
      (t) => Object.assign(t, { nodes: [], networks: [], containers: [], namespacePairs: [] }),
      ['nodes', 'there is no node'],
    ],
    ['no chapter', (t) => (t.chapters = []), ['chapters', 'there is no chapter']],
    [
      'no outside',
      (t) => Reflect.deleteProperty(t, 'outside'),
      ['outside', '"outside" is missing'],
    ],
    [
      'an outside without an address',
      (t) => Object.assign(t, { outside: {} }),
      ['outside.address', '"address" is missing'],
    ],
    [
      'a shape elsewhere, and an outside in another subnet',
      (t) => Object.assign(t, { title: 1, outside: { address: '10.0.0.1' } }),
      ['title', '"title" must be a text'],
      ['outside.address', '10.0.0.1 is not in 192.168.205.0/24'],
    ],
    [
      'a hole in a list',
      (t) => Reflect.deleteProperty(t.nodes, 1),
      ['nodes[1]', '1 is missing'],
      ['networks[2] (far).node', 'unknown node "node2"'],
      ['containers[6] (agent).node', 'unknown node "node2"'],
      ['containers[7] (distant).node', 'unknown node "node2"'],
    ],
  ]);

  test.each<[string, (t: ReturnType<typeof baseTopology>) => unknown, string]>([
    ['netwroks', (t) => containerOf(t, 'db'), 'did you mean "networks"?'],
    ['imgae', (t) => containerOf(t, 'db'), 'did you mean "image"?'],
    ['alaises', (t) => containerOf(t, 'app').networks![0], 'did you mean "aliases"?'],
    ['interfce', (t) => t.namespacePairs[0]!.ends[1], 'did you mean "interface"?'],
    ['titel', (t) => t, 'did you mean "title"?'],
    ['zzz', (t) => t.outside, 'there is: address, address6, routes'],
  ])('the nearest key to %s is suggested', (key, place, next) => {
    const topology = baseTopology();
    any(place(topology))[key] = 'x';
    expect(problemsOf(topology).map((problem) => problem.next)).toEqual([next]);
  });

  test.each([null, undefined, 5, 'x', [], () => 1])('%p is no topology', (input) => {
    const [problem, ...more] = problemsOf(input);
    expect(problem!.path).toBe('');
    expect(problem!.message).toMatch(/"topology" (is missing|must be an object)/);
    expect(more).toEqual([]);
  });

  test('an element of a wrong shape does not make wrong what refers to it', () => {
    const topology = baseTopology();
    any(topology.nodes[0])['memory'] = 'much';
    any(containerOf(topology, 'web'))['image'] = null;
    any(topology.networks[1])['icc'] = 1;
    expect(problemsOf(topology).map(({ path }) => path)).toEqual([
      'nodes[0] (node1).memory',
      'networks[1] (back).icc',
      'containers[0] (web).image',
    ]);
  });
});
