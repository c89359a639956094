import { isEdge } from '../../src/verdict/result';
import { edgeLabel } from '../../src/topology/edge';
import { isAnswer } from '../../src/edges/found';
import type { Lab } from '../../src/topology/lab';
import { expectations, type Expectation } from '../../src/edges/expectations';
import { wayOf } from '../../src/report/way';
import { articleLab } from '../support/article';
import { sampleCheck } from '../support/measured';
import { buildLab } from '../predict/builder';
import { overlayLab } from './graph/overlay-lab';
import { servicesLab } from './graph/services-lab';

/** The stations in one line; `!` is where the packet ends without an answer. */
const stations = ({ edge, prediction }: Pick<Expectation, 'edge' | 'prediction'>): string =>
  wayOf(edge.from, prediction)
    .map(({ kind, name, stops }) =>
      [kind === 'endpoint' ? '' : kind, `${name}${stops === true ? '!' : ''}`].join(' ').trim(),
    )
    .join(' > ');

const waysIn = (lab: Lab): ReadonlyMap<string, string> =>
  new Map(expectations(lab).map((one) => [edgeLabel(one.edge), stations(one)]));

const article = waysIn(articleLab);
const overlays = waysIn(
  overlayLab((spec) => ({
    ...spec,
    overlays: [...spec.overlays!, { name: 'inner', internal: true }],
    containers: {
      ...spec.containers,
      d: { networks: ['inner'] },
      e: { mode: 'container:a' },
    },
  })),
);
const services = waysIn(servicesLab());

describe('the way of a packet', () => {
  it.each([
    ['test1 -> test2@bridge', 'test1 > bridge bridge > test2'],
    ['test1 -> test2@test-bridge', 'test1 > bridge test-bridge > test2'],
    ['test4 -> test3@bridge', 'test4 > bridge test-bridge > stack docker-node1 > rule isolation!'],
    ['test4 -> "test2"', 'test4 > bridge test-bridge > test2'],
    ['test4 -> "test3"', 'test4 > names test4!'],
    ['test-none -> docker-node1', 'test-none!'],
    ['test-none -> 127.0.0.1', 'test-none'],
    ['netns:test1 -> netns:test2', 'netns:test1 > veth > netns:test2'],
    ['netns:test1 -> docker-node1', 'netns:test1!'],
    ['docker-node1 -> docker-node2', 'docker-node1 > lan > docker-node2'],
    ['docker-node1 -> web@bridge:80/tcp', 'docker-node1 > bridge bridge > web'],
    [
      'test1 -> outside',
      'test1 > bridge bridge > stack docker-node1 > masquerade 192.168.205.10 > lan > outside',
    ],
    [
      'outside -> docker-node1[192.168.205.10]:80/tcp',
      'outside > lan > stack docker-node1 > published-port web-port:80 > bridge bridge > web-port',
    ],
    [
      'docker-node1 -> docker-node1[127.0.0.1]:80/tcp',
      'docker-node1 > docker-proxy web-port:80 > bridge bridge > web-port',
    ],
    [
      'outside -> docker-node2[192.168.205.11]:80/tcp',
      'outside > lan > stack docker-node2 > web-host',
    ],
  ])('%s', (label, expected) => {
    expect(article.get(label)).toBe(expected);
  });

  it('ends at who answers where an answer is expected, and begins at the sender always', async () => {
    for (const verdict of (await sampleCheck()).result.verdicts.filter(isEdge)) {
      const { from, prediction } = verdict;
      const way = wayOf(from, prediction);
      expect(way[0]?.name).toBe(from);
      const answers = isAnswer(prediction.outcome);
      expect(way.some(({ stops }) => stops === true)).toBe(!answers);
      if (!answers) continue;
      const { answeredBy } = prediction;
      const served = answeredBy !== undefined && 'listener' in answeredBy ? answeredBy : undefined;
      expect(way.map(({ name }) => name)).toContain(served?.listener ?? answeredBy?.id);
    }
  });
});

describe('the way of a packet over an overlay', () => {
  it.each([
    ['a -> b@over', 'a > overlay over > lan > b'],
    ['e -> "b"', 'e > overlay over > lan > b'],
    ['a -> c@over', 'a > overlay over > c'],
    ['a -> gateway[over]', 'a > overlay over > node1'],
    ['d -> node1', 'd!'],
    [
      'a -> outside',
      'a > bridge docker_gwbridge > stack node1 > masquerade 192.168.205.10 > lan > outside',
    ],
    ['c -> outside', 'c > bridge net > stack node1 > masquerade 192.168.205.10 > lan > outside'],
  ])('%s', (label, expected) => {
    expect(overlays.get(label)).toBe(expected);
  });
});

describe('the way to a service', () => {
  const web = 'web > replicas web.1, web.2';

  it.each([
    ['a -> web@over:80/tcp', `a > virtual-address web:80 > overlay over > ${web}`],
    ['a -> web@over', 'a > virtual-address web > web'],
    ['a -> "tasks.web"', `a > overlay over > ${web}`],
    ['web.1 -> "rr"', 'web.1 > overlay over > rr > replicas rr.1'],
    ['a -> web.2@over', 'a > overlay over > lan > web.2'],
    ['node1 -> "web"', 'node1 > names node1!'],
    [
      'outside -> node2[192.168.205.11]:8080/tcp',
      `outside > lan > stack node2 > routing-mesh web:80 > overlay ingress > ${web}`,
    ],
  ])('%s', (label, expected) => {
    expect(services.get(label)).toBe(expected);
  });
});

describe('reason and way', () => {
  it('tell of one network, whatever another one is called', () => {
    const two = waysIn(
      buildLab({
        networks: [{ name: 'anet' }, { name: 'bnet', subnet6: 'fd00:2::/64' }],
        containers: { two: { networks: ['anet', 'bnet'] } },
      }),
    );
    expect(two.get('two -> node2')).toMatch(/^two > bridge bnet > stack node1 /);
  });

  it('tell of one container, whoever publishes the port elsewhere', () => {
    const port = (ip: string) => [{ ip, published: 8080, target: 80 }];
    const twice = waysIn(
      buildLab({
        containers: {
          'web-a': { listens: [80], ports: port('192.168.205.10') },
          'web-b': { listens: [80], ports: port('127.0.0.1') },
        },
      }),
    );
    expect(twice.get('outside -> node1[192.168.205.10]:8080/tcp')).toMatch(/ > web-a$/);
    expect(twice.get('node1 -> node1[127.0.0.1]:8080/tcp')).toMatch(/ > web-b$/);
  });
});
