import { edgeLabel } from '../../src/topology/edge';
import { expectations, type Expectation } from '../../src/edges/expectations';
import { article } from '../predict/article';
import { factsOf } from '../predict/ask';
import { buildLab } from '../predict/builder';

// Asked anew by each test, so that a mutation run sees which tests need what.
const all = (): readonly Expectation[] => expectations(article);
const at = (label: string): Expectation => {
  const one = all().find(({ edge }) => edgeLabel(edge) === label);
  if (one === undefined) throw new Error(`no edge ${label}`);
  return one;
};

describe('the chapter table of the article', () => {
  it.each([
    ['nodes', 'docker-node1 -> docker-node2', 'reachable'],
    ['nodes', 'docker-node2 -> docker-node1', 'reachable'],
    ['nodes', 'docker-node1 -> docker-node2[192.168.205.11]:22/tcp', 'reachable'],
    ['nodes', 'docker-node1 -> docker-node2[192.168.205.11]:23/tcp', 'refused'],
    ['namespaces', 'netns:test1 -> netns:test2', 'reachable'],
    ['namespaces', 'netns:test2 -> netns:test1', 'reachable'],
    ['namespaces', 'netns:test1 -> docker-node1', 'unreachable'],
    ['namespaces', 'netns:test1 -> outside', 'unreachable'],
    ['bridge', 'netns:test1 -> test1@bridge', 'unreachable'],
    ['bridge', 'test1 -> test2@bridge', 'reachable'],
    ['bridge', 'test3 -> test1@bridge', 'reachable'],
    ['bridge', 'test1 -> gateway[bridge]', 'reachable'],
    ['bridge', 'test2 -> outside', 'reachable'],
    ['link', 'test3 -> "test1"', 'reachable'],
    ['link', 'test3 -> "test2"', 'unresolved'],
    ['link', 'test1 -> "test3"', 'unresolved'],
    ['user-bridge', 'test1 -> "test2"', 'reachable'],
    ['user-bridge', 'test4 -> "test1"', 'reachable'],
    ['user-bridge', 'test2 -> "test4"', 'reachable'],
    ['user-bridge', 'test2 -> test4@test-bridge', 'reachable'],
    ['user-bridge', 'test1 -> test2@test-bridge', 'reachable'],
    ['user-bridge', 'test1 -> gateway[test-bridge]', 'reachable'],
    ['user-bridge', 'test4 -> test3@bridge', 'timeout'],
    ['user-bridge', 'test4 -> "test3"', 'unresolved'],
    ['user-bridge', 'test3 -> test4@test-bridge', 'timeout'],
    ['user-bridge', 'test3 -> test1@test-bridge', 'timeout'],
    ['ports', 'docker-node1 -> web@bridge', 'reachable'],
    ['ports', 'docker-node1 -> web@bridge:80/tcp', 'reachable'],
    ['ports', 'docker-node1 -> docker-node1[127.0.0.1]:80/tcp', 'reachable'],
    ['ports', 'docker-node2 -> docker-node1[192.168.205.10]:80/tcp', 'reachable'],
    ['ports', 'outside -> docker-node1[192.168.205.10]:80/tcp', 'reachable'],
    ['none', 'test-none -> 127.0.0.1', 'reachable'],
    ['none', 'test-none -> test1@bridge', 'unreachable'],
    ['none', 'test-none -> docker-node1', 'unreachable'],
    ['none', 'test1 -> "test-none"', 'unresolved'],
    ['host', 'test-host -> docker-node2', 'reachable'],
    ['host', 'outside -> docker-node2[192.168.205.11]:80/tcp', 'reachable'],
    ['host', 'docker-node1 -> docker-node2[192.168.205.11]:80/tcp', 'reachable'],
    ['host', 'web-host -> docker-node2[127.0.0.1]:80/tcp', 'reachable'],
  ])('has in %s: %s is %s', (chapter, label, outcome) => {
    const { chapter: inChapter, prediction } = at(label);
    expect({ chapter: inChapter, outcome: prediction.outcome }).toEqual({ chapter, outcome });
  });

  it('has an edge in each chapter', () => {
    expect(new Set(all().map(({ chapter }) => chapter))).toEqual(
      new Set(article.chapters.map(({ id }) => id)),
    );
  });

  it('never puts an edge before its sender', () => {
    const order = article.chapters.map(({ id }) => id);
    for (const { chapter, edge } of all()) {
      const sender = article.containers.find(({ name }) => name === edge.from);
      if (sender !== undefined) {
        expect(order.indexOf(chapter)).toBeGreaterThanOrEqual(order.indexOf(sender.chapter));
      }
    }
  });
});

describe('the chapter of an edge', () => {
  const early = 'early';
  const lab = buildLab({
    chapters: [early, 'late', 'linked'],
    networks: [{ name: 'app', chapter: 'late' }],
    containers: {
      joins: { networks: ['app', { network: 'bridge', chapter: 'late' }], chapter: early },
      near: { networks: ['bridge'] },
      far: { node: 'node2', networks: ['bridge'], listens: [80], ports: [{ published: 80 }] },
      tied: {
        networks: ['bridge'],
        links: [{ container: 'near', alias: 'friend', chapter: 'linked' }],
      },
      lodger: { mode: 'container:near', listens: [70], chapter: 'late' },
      hosted: { mode: 'host', listens: [81], chapter: 'late' },
    },
  });
  const chapters = new Map(expectations(lab).map((one) => [edgeLabel(one.edge), one.chapter]));

  it.each<readonly [string, string | undefined, string]>([
    ['joins -> near@bridge', 'late', 'the sender joins the shared network late'],
    ['near -> joins@bridge', 'late', 'the target joins it late'],
    ['joins -> far@bridge', early, 'a network of the same name on another node is another network'],
    ['joins -> gateway[bridge]', 'late', 'so does its gateway come late'],
    ['near -> node1@app', 'late', 'the network itself is late'],
    ['near -> node1@bridge', undefined, 'it is the gateway'],
    ['tied -> "friend"', 'linked', 'the link makes the name'],
    ['tied -> "near"', 'linked', 'the link does not make this one'],
    ['near -> "tied"', 'linked', 'nor the other direction'],
    ['tied -> "far"', early, 'no link could reach another node'],
    ['near -> "far"', early, 'no link has to do with it'],
    ['tied -> near@bridge:70/tcp', 'late', 'who listens came late'],
    ['tied -> near@bridge:23/tcp', early, 'nobody listens there'],
    ['outside -> node1[192.168.205.10]:81/tcp', 'late', 'the host-mode container came late'],
    ['outside -> node2[192.168.205.11]:80/tcp', early, 'its publisher was there'],
    ['outside -> node1[192.168.205.10]:70/tcp', 'late', 'asked since somebody listens inside'],
    ['outside -> node1', early, 'the nodes were there'],
  ])('%s is %s: %s', (label, chapter) => {
    expect(chapters.get(label)).toBe(chapter);
  });
});

describe('the page of a port', () => {
  const page = (text: string) => [{ port: 80, protocol: 'tcp' as const, page: text }];
  const lab = buildLab({
    containers: {
      near: { listens: [80] },
      other: { listens: page('other') },
      far: { node: 'node2', listens: page('far') },
    },
  });
  const pageOf = (far: string): unknown => {
    const addresses = { near: { bridge: '172.17.0.2' }, other: { bridge: '172.17.0.3' } };
    const facts = factsOf(lab, { ...addresses, far: { bridge: far } });
    const edge = expectations(lab, facts).find(
      (one) => edgeLabel(one.edge) === 'node1 -> far@bridge:80/tcp',
    )!;
    expect(edge.prediction.outcome).toBe('reachable');
    return edge.edge.target;
  };

  it('is that of the container that answers, where it has the address on another node', () => {
    expect(pageOf('172.17.0.2')).not.toHaveProperty('page');
    expect(pageOf('172.17.0.3')).toHaveProperty('page', 'other');
  });

  it('stays where docker-proxy or the node itself answers', () => {
    const published = buildLab({
      nodes: [{ name: 'node1', listens: [{ port: 8080, protocol: 'tcp', page: 'node' }] }],
      containers: { web: { listens: page('web'), ports: [{ published: 80, target: 80 }] } },
    });
    const pages = new Map(
      expectations(published).map(({ edge: { from, target } }) => [
        edgeLabel({ from, target }),
        'page' in target ? target.page : undefined,
      ]),
    );
    expect(pages.get('node1 -> node1[127.0.0.1]:80/tcp')).toBe('web');
    expect(pages.get('outside -> node1[192.168.205.10]:80/tcp')).toBe('web');
    expect(pages.get('outside -> node1[192.168.205.10]:8080/tcp')).toBe('node');
  });

  it('is told to nobody by a reason', () => {
    const reasons = expectations(lab).flatMap((one) => one.prediction.reasons);
    expect(reasons.filter((reason) => 'page' in reason)).toEqual([]);
  });
});

test('no page is asked for where docker-proxy takes a connection that nobody listens for', () => {
  const lab = buildLab({
    containers: {
      page: {
        ports: [{ ip: '127.0.0.1', published: 80, target: 80, protocol: 'tcp' }],
        listens: [{ port: 80, protocol: 'tcp', page: 'Welcome' }],
      },
      mute: { ports: [{ ip: '192.168.205.10', published: 80, target: 8080, protocol: 'tcp' }] },
      asker: {},
    },
  });
  const edges = expectations(lab).filter(
    ({ edge: { from, target } }) =>
      ['asker', 'node1'].includes(from) && target.kind === 'node-port' && target.port === 80,
  );
  const pages = edges.map(({ edge, prediction }) => [
    edgeLabel(edge),
    prediction.outcome,
    'page' in edge.target ? edge.target.page : undefined,
  ]);
  expect(pages).toEqual(
    expect.arrayContaining([
      ['asker -> node1[192.168.205.10]:80/tcp', 'reachable', undefined],
      ['node1 -> node1[127.0.0.1]:80/tcp', 'reachable', 'Welcome'],
    ]),
  );
});
