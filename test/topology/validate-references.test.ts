import { baseTopology, containerOf, problemsOf, refuses } from '../support/base-topology';

describe('names that nothing has', () => {
  refuses([
    [
      'a network on an unknown node',
      (t) => (t.networks[2] = { name: 'fas', node: 'nodeX' }),
      ['networks[2] (fas).node', 'unknown node "nodeX"'],
      ['containers[7] (distant).networks[1]', 'unknown network "far"'],
    ],
    [
      'a network on an unknown node does not make its members wrong',
      (t) => (t.networks[2]!.node = 'nodeX'),
      ['networks[2] (far).node', 'unknown node "nodeX"'],
    ],
    [
      'a container on an unknown node',
      (t) => (containerOf(t, 'db').node = 'node3'),
      ['containers[3] (db).node', 'unknown node "node3"'],
    ],
    [
      'a container on an unknown node, whose network another one uses',
      (t) => (containerOf(t, 'app').node = 'node3'),
      ['containers[2] (app).node', 'unknown node "node3"'],
    ],
    [
      'a container on an unknown node, to which another one is linked',
      (t) => (containerOf(t, 'web').node = 'node3'),
      ['containers[0] (web).node', 'unknown node "node3"'],
    ],
    [
      'a namespace pair on an unknown node',
      (t) => (t.namespacePairs[0]!.node = 'node3'),
      ['namespacePairs[0].node', 'unknown node "node3"'],
    ],
    [
      'an unknown network',
      (t) => (containerOf(t, 'db').networks = ['bridge', 'bakc']),
      ['containers[3] (db).networks[1]', 'unknown network "bakc"'],
    ],
    [
      'an unknown network in an attachment',
      (t) => (containerOf(t, 'db').networks = [{ network: 'nowhere' }]),
      ['containers[3] (db).networks[0]', 'unknown network "nowhere"'],
    ],
    [
      "another node's network",
      (t) => (containerOf(t, 'db').networks = ['far']),
      ['containers[3] (db).networks[0]', 'network "far" is not on node1, but on node2'],
    ],
    [
      'a mode written as a network',
      (t) => (containerOf(t, 'db').networks = ['host']),
      ['containers[3] (db).networks[0]', '"host" is a network mode'],
    ],
    [
      'unknown chapters',
      (t) => {
        t.nodes[1]!.chapter = 'x1';
        t.networks[0]!.chapter = 'x2';
        containerOf(t, 'db').chapter = 'x3';
        containerOf(t, 'distant').networks = [{ network: 'far', chapter: 'x4' }];
        containerOf(t, 'client').links = [{ container: 'web', chapter: 'x5' }];
        t.namespacePairs[0]!.chapter = 'x6';
      },
      ['nodes[1] (node2).chapter', 'unknown chapter "x1"'],
      ['networks[0] (front).chapter', 'unknown chapter "x2"'],
      ['containers[3] (db).chapter', 'unknown chapter "x3"'],
      ['containers[7] (distant).networks[0].chapter', 'unknown chapter "x4"'],
      ['containers[1] (client).links[0].chapter', 'unknown chapter "x5"'],
      ['namespacePairs[0].chapter', 'unknown chapter "x6"'],
    ],
  ]);

  test('the nearest name is suggested', () => {
    const topology = baseTopology();
    containerOf(topology, 'db').networks = ['bakc'];
    containerOf(topology, 'client').node = 'elsewhere';
    const next = problemsOf(topology).map((problem) => problem.next);
    expect(next).toContainEqual('did you mean "back"?');
    expect(next).toContainEqual('there is: node1, node2');
  });
});
