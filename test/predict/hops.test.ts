import fc from 'fast-check';
import type { Edge, Target } from '../../src/topology/edge';
import type { Lab } from '../../src/topology/lab';
import type { Hop } from '../../src/predict/hop';
import type { Prediction } from '../../src/predict/prediction';
import { validate } from '../../src/topology/validate';
import { servingTopology } from '../support/serving';
import { topologiesOn } from '../../src/fuzz/sample';
import { validTopology } from '../support/topologies';
import { factsOf, name, nodePort, ping, port } from './ask';
import { buildLab, namespacePair } from './builder';
import { createPredictor, edges, predict } from '../support/predictor';

/** A hop in a word or two; `!` is where it ends. */
function word(hop: Hop): string {
  switch (hop.kind) {
    case 'interface':
      return `${hop.stack}.${typeof hop.on === 'string' ? hop.on : hop.on.network}`;
    case 'bridge':
    case 'segment':
      return `[${hop.network} of ${hop.node}]`;
    case 'overlay':
      return `[${hop.network}: ${hop.from} to ${hop.to ?? 'some node'}]`;
    case 'veth':
      return `[veth of ${hop.node}]`;
    case 'nodes-network':
      return `[${hop.subnet}]`;
    case 'elsewhere':
      return '[elsewhere]';
    case 'names':
      return `"${hop.name}" by ${hop.by} of ${hop.stack}`;
    case 'rule':
      return `${hop.rule} ${hop.does} on ${hop.stack}`;
    case 'translation':
      return hop.by === 'masquerade'
        ? `${hop.by} as ${hop.source}`
        : `${hop.by} to ${hop.to}:${hop.port}`;
  }
}

const way = (lab: Lab, from: string, target: Target): string =>
  predict(lab, { from, target }).hops.map(word).join(' > ');

const lab = buildLab({
  nodes: [{ name: 'node1' }, { name: 'node2', engine: '20.10' }, { name: 'node3' }],
  swarm: ['node1', 'node2'],
  networks: [{ name: 'app' }, { name: 'quiet', icc: false }, { name: 'inner', internal: true }],
  overlays: [{ name: 'wide' }],
  containers: {
    a: { networks: ['app'] },
    b: { networks: ['app'], listens: [80], ports: [{ published: 8080, target: 80 }] },
    hush: { networks: ['quiet'] },
    hush2: { networks: ['quiet'] },
    shut: { networks: ['inner'] },
    plain: {},
    lodger: { mode: 'container:a' },
    hosted: { mode: 'host', listens: [9000] },
    lonely: { mode: 'none' },
    over: { networks: ['wide'] },
    over2: { networks: ['wide'], node: 'node2' },
    far: { node: 'node2' },
  },
  namespacePairs: [namespacePair('node1', 'all')],
});

describe('the way of a packet', () => {
  it.each<[string, string, Target, string]>([
    ['a bridge', 'a', ping('b', 'app'), 'a.app > [app of node1] > b.app'],
    ['a shared stack', 'lodger', ping('b', 'app'), 'a.app > [app of node1] > b.app'],
    ['its own lo', 'a', { kind: 'loopback' }, 'a.lo'],
    ['nothing', 'lonely', ping('a', 'app'), ''],
    ['a name', 'a', name('b'), '"b" by embedded-dns of a > a.app > [app of node1] > b.app'],
    ['a name that nobody knows', 'a', name('plain'), '"plain" by embedded-dns of a'],
    ['the names of a node', 'plain', name('a'), '"a" by resolver of node1'],
    [
      'enable_icc=false',
      'hush',
      ping('hush2', 'quiet'),
      'hush.quiet > [quiet of node1] > icc drops on node1',
    ],
    [
      'isolation',
      'a',
      ping('plain', 'bridge'),
      'a.app > [app of node1] > node1.app > isolation drops on node1',
    ],
    ['its node', 'a', ping('node1', 'bridge'), 'a.app > [app of node1] > node1.app'],
    [
      'masquerade, and the network of the nodes',
      'a',
      ping('node2'),
      'a.app > [app of node1] > node1.app > masquerade as 192.168.205.10 > ' +
        'node1.nodes-network > [192.168.205.0/24] > node2.nodes-network',
    ],
    [
      'a published port',
      'outside',
      nodePort(8080),
      'outside.nodes-network > [192.168.205.0/24] > node1.nodes-network > ' +
        'published-port to b:80 > node1.app > [app of node1] > b.app',
    ],
    [
      'docker-proxy',
      'node1',
      nodePort(8080, '127.0.0.1'),
      'node1.lo > docker-proxy to b:80 > node1.app > [app of node1] > b.app',
    ],
    ['an internal network', 'shut', nodePort(8080), ''],
    ['VXLAN', 'over', ping('over2', 'wide'), 'over.wide > [wide: node1 to node2] > over2.wide'],
    [
      'docker_gwbridge',
      'over',
      nodePort(9000),
      'over.docker_gwbridge > [docker_gwbridge of node1] > node1.docker_gwbridge',
    ],
    [
      'a veth pair',
      'netns:ns1',
      ping('netns:ns2'),
      'netns:ns1.veth > [veth of node1] > netns:ns2.veth',
    ],
    ['a node without a route', 'node3', ping('over', 'wide'), ''],
  ])('over %s', (_, from, target, expected) => expect(way(lab, from, target)).toBe(expected));

  it('leaves by the network that the reason tells of, whatever its name', () => {
    const both = buildLab({
      networks: [{ name: 'anet' }, { name: 'bnet', subnet6: 'fd00:2::/64' }],
      containers: { two: { networks: ['anet', 'bnet'] } },
    });
    const { hops, reasons } = predict(both, { from: 'two', target: ping('node2') });
    expect(reasons[0]).toMatchObject({ rule: 'default-gateway', network: 'bnet' });
    expect(hops.map(word).join(' > ')).toMatch(/^two\.bnet > \[bnet of node1\] > node1\.bnet/);
  });

  it('leads to whoever publishes the port at the address that is asked for', () => {
    const twice = buildLab({
      containers: {
        'web-a': {
          listens: [80],
          ports: [{ ip: '192.168.205.10', published: 8080, target: 80 }],
        },
        'web-b': { listens: [80], ports: [{ ip: '127.0.0.1', published: 8080, target: 80 }] },
      },
    });
    const seen = (from: string, address: string): Prediction =>
      predict(twice, { from, target: nodePort(8080, address) });
    const there = seen('outside', '192.168.205.10');
    expect(there.answeredBy).toMatchObject({ id: 'web-a', publisher: 'web-a' });
    expect(there.reasons.at(-1)).toMatchObject({ rule: 'listener', stack: 'web-a' });
    expect(word(there.hops.at(-1)!)).toBe('web-a.bridge');
    const here = seen('node1', '127.0.0.1');
    expect(here.answeredBy).toMatchObject({ id: 'web-b', publisher: 'web-b' });
    expect(word(here.hops.at(-1)!)).toBe('web-b.bridge');
  });
});

describe('who answers', () => {
  const by = (from: string, target: Target) => predict(lab, { from, target }).answeredBy;

  it('is the container, or the node for what nobody publishes', () => {
    expect(by('a', ping('b', 'app'))).toEqual({ kind: 'container', id: 'b', node: 'node1' });
    expect(by('a', port('b', 'app', 80))).toMatchObject({ id: 'b', listener: 'b' });
    expect(by('a', nodePort(81))).toEqual({ kind: 'node', id: 'node1' });
  });

  it('is a stack, by the container that listens in it', () => {
    expect(by('outside', nodePort(9000))).toEqual({
      kind: 'node',
      id: 'node1',
      listener: 'hosted',
    });
    const lodged = buildLab({
      containers: { host: {}, guest: { mode: 'container:host', listens: [80] }, asker: {} },
    });
    const { answeredBy } = predict(lodged, { from: 'asker', target: port('host', 'bridge', 80) });
    expect(answeredBy).toMatchObject({ kind: 'container', id: 'host', listener: 'guest' });
  });

  it('is whoever has the address on another node', () => {
    const twin = buildLab({ containers: { a: {}, b: {}, far: { node: 'node2' } } });
    const facts = factsOf(twin, { b: { bridge: '172.17.0.9' }, far: { bridge: '172.17.0.9' } });
    const { answeredBy } = predict(twin, { from: 'a', target: ping('far', 'bridge') }, facts);
    expect(answeredBy).toMatchObject({ id: 'b' });
  });

  it('is docker-proxy on the node where nobody listens', () => {
    const mute = buildLab({ containers: { mute: { ports: [{ published: 80, target: 81 }] } } });
    const { answeredBy } = predict(mute, { from: 'node1', target: nodePort(80, '127.0.0.1') });
    expect(answeredBy).toEqual({ kind: 'node', id: 'node1', publisher: 'mute' });
  });

  it('is nobody where the packet is dropped', () =>
    expect(by('a', ping('plain', 'bridge'))).toBeUndefined());
});

/** What is wrong with a prediction, if anything is. */
function problems({ from }: Edge, { outcome, answeredBy, hops, reasons }: Prediction): string[] {
  const wrong: string[] = [];
  const expectThat = (holds: boolean, what: string): void => void (holds || wrong.push(what));
  const answers = outcome === 'reachable' || outcome === 'refused';
  expectThat(answers === (answeredBy !== undefined), 'somebody answers where there is an answer');
  const last = hops.at(-1);
  if (answers && last?.kind === 'interface') {
    expectThat(last.stack === answeredBy?.id, `${answeredBy?.id} is where the way ends`);
  }
  hops.forEach((hop, index) => {
    if (hop.kind === 'rule') {
      expectThat(
        reasons.some(({ rule }) => rule === hop.rule),
        `a reason tells of ${hop.rule}`,
      );
      if (hop.does === 'drops') {
        expectThat(hop === last && outcome === 'timeout', 'what is dropped gets no further');
      }
    }
    if (hop.kind !== 'bridge' && hop.kind !== 'overlay') return;
    for (const beside of [hops[index - 1], hops[index + 1]]) {
      if (beside?.kind !== 'interface' || typeof beside.on === 'string') continue;
      expectThat(beside.on.network === hop.network, `${beside.stack} is on ${hop.network}`);
    }
  });
  const first = hops.find(({ kind }) => kind !== 'names');
  if (first?.kind === 'interface') {
    const shared = reasons.find(({ rule }) => rule === 'shared-stack' || rule === 'host-network');
    expectThat(first.stack === from || shared !== undefined, `${from} is where the way begins`);
  }
  return wrong;
}

test('every way in every lab hangs together, and ends at who answers', () => {
  fc.assert(
    fc.property(
      fc.oneof(validTopology(), topologiesOn({ engine: '20.10', swarm: 2 }), servingTopology()),
      (topology) => {
        const random = validate(topology, 'random');
        const predictor = createPredictor(random);
        const wrong = edges(random).flatMap((edge) => {
          const found = problems(edge, predictor.predict(edge));
          return found.length === 0 ? [] : [{ edge, found }];
        });
        expect(wrong).toEqual([]);
      },
    ),
    { numRuns: 40 },
  );
});
