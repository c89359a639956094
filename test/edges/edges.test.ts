import { edgeLabel, type Edge } from '../../src/topology/edge';
import { article } from '../predict/article';
import { factsOf } from '../predict/ask';
import { buildLab } from '../predict/builder';
import { edges } from '../support/predictor';

const labels = (all: readonly Edge[], from: string): string[] =>
  all.filter((edge) => edge.from === from).map((edge) => edgeLabel(edge).split(' -> ')[1]!);

describe('the edges of the article’s lab', () => {
  const all = (): readonly Edge[] => edges(article);

  it('have labels that tell them apart', () => {
    const seen = all().map(edgeLabel);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('start at every container, node and namespace, and outside', () => {
    expect(new Set(all().map(({ from }) => from))).toEqual(
      new Set([
        ...['docker-node1', 'docker-node2', 'test1', 'test2', 'test3', 'test4', 'web', 'web-port'],
        ...['test-none', 'test-host', 'web-host', 'netns:test1', 'netns:test2', 'outside'],
      ]),
    );
  });

  it('ask a container for everything that another has', () => {
    const own = labels(all(), 'test3');
    expect(own).toEqual(
      expect.arrayContaining([
        ...[
          '127.0.0.1',
          'gateway[bridge]',
          'docker-node1',
          'docker-node2',
          'docker-node1@test-bridge',
        ],
        ...[
          'test1@bridge',
          'test1@test-bridge',
          'test4@test-bridge',
          'test3@bridge',
          'netns:test1',
        ],
        ...['web@bridge:80/tcp', 'web@bridge:23/tcp', 'test1@bridge:23/tcp', 'outside'],
        ...['docker-node1[192.168.205.10]:80/tcp', 'docker-node1[192.168.205.10]:22/tcp'],
        ...['docker-node1[192.168.205.10]:23/tcp', 'docker-node2[192.168.205.11]:80/tcp'],
        ...['"test1"', '"test2"', '"test-none"', '"web-host"'],
      ]),
    );
    expect(own).not.toContain('docker-node1@bridge');
    expect(own.filter((label) => label.includes('[127.0.0.1]'))).toEqual([]);
  });

  it('ask a node’s own loopback from that node and its host-mode containers only', () => {
    const local = all().filter(
      ({ target }) => 'address' in target && target.address === '127.0.0.1',
    );
    expect(new Set(local.map(({ from }) => from))).toEqual(
      new Set(['docker-node1', 'docker-node2', 'test-host', 'web-host']),
    );
    expect(labels(all(), 'test-host')).toContain('docker-node1[127.0.0.1]:80/tcp');
    expect(labels(all(), 'test-host')).not.toContain('docker-node2[127.0.0.1]:80/tcp');
  });

  it('from outside go to the nodes’ own addresses only', () => {
    expect(labels(all(), 'outside')).toEqual([
      'docker-node1',
      'docker-node1[192.168.205.10]:22/tcp',
      'docker-node1[192.168.205.10]:80/tcp',
      'docker-node1[192.168.205.10]:23/tcp',
      'docker-node2',
      'docker-node2[192.168.205.11]:22/tcp',
      'docker-node2[192.168.205.11]:80/tcp',
      'docker-node2[192.168.205.11]:23/tcp',
    ]);
  });

  it('carry the page where one is expected', () => {
    for (const { target } of all()) {
      if ('port' in target && target.port === 80) {
        expect(target).toMatchObject({ page: 'Welcome to nginx!' });
      }
    }
  });

  it('say as whom the machine that runs the lab sees the sender', () => {
    const seen = (from: string) =>
      all().find((edge) => edge.from === from && edge.target.kind === 'outside')?.target;
    expect(seen('test3')).toEqual({ kind: 'outside', seenAs: '192.168.205.10' });
    expect(seen('web-host')).toEqual({ kind: 'outside', seenAs: '192.168.205.11' });
    expect(seen('outside')).toBeUndefined();
  });

  it('ask no namespace for names', () => {
    expect(labels(all(), 'netns:test1').filter((label) => label.startsWith('"'))).toEqual([]);
    expect(labels(all(), 'docker-node1')).toContain('"test1"');
  });
});

describe('a node’s ports', () => {
  const lab = buildLab({
    nodes: [{ name: 'node1', listens: [{ port: 23, protocol: 'tcp' }] }, { name: 'node2' }],
    containers: {
      web: {
        listens: [
          { port: 80, protocol: 'tcp', page: 'hello' },
          { port: 90, protocol: 'tcp', page: 'hi' },
        ],
        ports: [{ published: 8080, target: 80 }],
      },
      dns: {
        listens: [{ port: 53, protocol: 'udp' }],
        ports: [{ published: 5353, target: 54, protocol: 'udp', ip: '127.0.0.1' }],
      },
      hosted: { mode: 'host', listens: [24] },
      guest: { mode: 'container:web', listens: [70] },
    },
  });
  const ports = () =>
    edges(lab)
      .filter(
        ({ from, target }) => from === 'outside' && 'node' in target && target.node === 'node1',
      )
      .map(({ target }) => target);

  it('are those that are published, listened on, only listened on inside, and one that is nobody’s', () => {
    expect(
      ports().map((target) => 'port' in target && `${target.port}/${target.protocol}`),
    ).toEqual([
      '23/tcp',
      '24/tcp',
      '8080/tcp',
      '5353/udp',
      '80/tcp',
      '90/tcp',
      '70/tcp',
      '53/udp',
      '25/tcp',
    ]);
  });

  it('have the page of what is published, and none where nobody answers', () => {
    expect(ports()).toContainEqual(expect.objectContaining({ port: 8080, page: 'hello' }));
    expect(ports().find((target) => 'port' in target && target.port === 90)).not.toHaveProperty(
      'page',
    );
  });

  it('of a shared stack count at the addresses of its owner', () => {
    const mine = labels(edges(lab), 'dns');
    expect(mine).toContain('web@bridge:70/tcp');
    expect(mine.filter((label) => label.startsWith('guest'))).toEqual([]);
  });
});

describe('packets that would leave the lab', () => {
  const lab = buildLab({
    networks: [
      { name: 'one', subnet: '10.1.0.0/24' },
      { name: 'two', subnet: '10.2.0.0/24' },
      { name: 'three', subnet: '10.3.0.0/24' },
      { name: 'closed', subnet: '10.4.0.0/24', node: 'node2', internal: true },
    ],
    containers: {
      a1: { networks: ['one'], listens: [80] },
      a2: { networks: ['two'] },
      a3: { networks: ['three'] },
      far: { node: 'node2' },
      shut: { node: 'node2', networks: ['closed'] },
    },
  });
  const open = factsOf(lab, {}, { defaultRoute: true });
  const foreign = (from: string, facts = factsOf(lab)) =>
    labels(edges(lab, facts), from).filter(
      (label) => /one|two|three/.test(label) && !label.startsWith('"'),
    );

  it('are not sent by a node with a default route or its containers', () => {
    expect(foreign('node2', open)).toEqual([]);
    expect(foreign('far', open)).toEqual([]);
    expect(labels(edges(lab, open), 'far')).toContain('node1');
    expect(labels(edges(lab, open), 'a1')).toContain('a2@two');
  });

  it('do not exist without a default route: the node knows at once', () => {
    expect(foreign('node2')).toContain('a1@one:80/tcp');
  });

  it('from a container are few, since its node reports few', () => {
    expect(foreign('far')).toEqual(['node1@one', 'node1@two']);
  });

  it('of a container without a default route fail in itself', () => {
    expect(foreign('shut')).toContain('a3@three:23/tcp');
    expect(foreign('shut', open)).toContain('a3@three:23/tcp');
  });
});
