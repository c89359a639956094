import type { Target } from '../../src/topology/edge';
import { chapterIn, name, nodePort, ping, port } from '../predict/ask';
import { buildLab, namespacePair } from '../predict/builder';

const chapters = Array.from({ length: 10 }, (_, index) => `c${index}`);

const lab = buildLab({
  chapters,
  nodes: [{ name: 'node1' }, { name: 'node2', chapter: 'c1' }],
  networks: [
    { name: 'app', chapter: 'c2', subnet6: 'fd00:2::/64' },
    { name: 'app', node: 'node2', chapter: 'c2' },
  ],
  containers: {
    early: { chapter: 'c1' },
    late: { chapter: 'c4' },
    member: {
      chapter: 'c1',
      networks: ['bridge', { network: 'app', chapter: 'c5' }],
    },
    mate: { chapter: 'c1', networks: [{ network: 'app', chapter: 'c3' }], listens: [80] },
    guest: { mode: 'container:mate', chapter: 'c7', listens: [90] },
    hosted: { mode: 'host', chapter: 'c5', listens: [24] },
    web: { chapter: 'c3', listens: [70], ports: [{ published: 8080, target: 70 }] },
    linker: { chapter: 'c1', links: [{ container: 'early', alias: 'db', chapter: 'c6' }] },
    far: {
      node: 'node2',
      chapter: 'c1',
      networks: ['bridge', { network: 'app', chapter: 'c6' }],
      links: [{ container: 'distant', alias: 'db', chapter: 'c9' }],
    },
    distant: { node: 'node2', chapter: 'c1' },
  },
  namespacePairs: [namespacePair('node1', 'c8')],
});
const of = (from: string, target: Target): string => chapterIn(lab, { from, target });

describe('the chapter of an edge', () => {
  it('is the latest of those of its two ends', () => {
    expect(of('early', ping('late'))).toBe('c4');
    expect(of('late', ping('early'))).toBe('c4');
    expect(of('early', ping('node2'))).toBe('c1');
    expect(of('early', ping('node1'))).toBe('c1');
    expect(of('node1', ping('netns:ns1'))).toBe('c8');
  });

  it('is the sender’s own where it asks for nobody of the lab', () => {
    expect(of('late', { kind: 'loopback' })).toBe('c4');
    expect(of('late', { kind: 'outside', seenAs: '192.168.205.10' })).toBe('c4');
    expect(of('outside', ping('node1'))).toBe('c0');
  });

  it('is not before the attachments that it takes', () => {
    expect(of('early', ping('mate', 'app'))).toBe('c3');
    expect(of('mate', ping('member', 'app'))).toBe('c5');
    expect(of('member', ping('mate', 'app'))).toBe('c5');
    expect(of('member', { kind: 'ping6', endpoint: 'mate', network: 'app' })).toBe('c5');
    expect(of('member', { kind: 'gateway', network: 'app' })).toBe('c5');
    expect(of('member', { kind: 'gateway', network: 'bridge' })).toBe('c1');
    expect(of('early', ping('node1', 'app'))).toBe('c2');
  });

  it('has nothing to do with a network of the same name on another node', () => {
    expect(of('far', ping('mate', 'app'))).toBe('c3');
  });

  it('of a port is that of who listens, also in a shared stack', () => {
    expect(of('early', port('mate', 'app', 80))).toBe('c3');
    expect(of('early', port('mate', 'app', 90))).toBe('c7');
    expect(of('early', port('mate', 'app', 90, 'udp'))).toBe('c3');
    expect(of('early', port('member', 'bridge', 90))).toBe('c1');
  });

  it('of a node’s port is that of who publishes it, else of who listens on the node', () => {
    expect(of('early', nodePort(8080))).toBe('c3');
    expect(of('early', nodePort(8080, undefined, 'udp'))).toBe('c1');
    expect(of('early', nodePort(24))).toBe('c5');
  });

  it('of a node’s port that nobody has is that of who listens on it unpublished', () => {
    expect(of('early', nodePort(90))).toBe('c7');
    expect(of('early', nodePort(80))).toBe('c1');
    expect(of('early', nodePort(5000))).toBe('c1');
  });

  it('of a name is that of the link, or of the attachments, that give it', () => {
    expect(of('linker', { kind: 'name', name: 'db', endpoint: 'early' })).toBe('c6');
    expect(of('mate', name('member'))).toBe('c5');
    expect(of('member', name('mate'))).toBe('c5');
  });

  it('of a name that a link does not give is the link’s, on its own bridge and between its own ends', () => {
    expect(of('linker', name('early'))).toBe('c6');
    expect(of('early', name('linker'))).toBe('c6');
    expect(of('web', name('linker'))).toBe('c3');
    expect(of('linker', name('mate'))).toBe('c1');
    expect(of('mate', name('linker'))).toBe('c1');
    expect(of('far', name('early'))).toBe('c1');
    expect(of('early', name('far'))).toBe('c1');
    expect(of('outside', name('linker'))).toBe('c1');
  });
});

describe('the chapter of an edge to a service', () => {
  const served = buildLab({
    chapters,
    swarm: ['node1', 'node2'],
    overlays: [{ name: 'wide', chapter: 'c1' }],
    containers: {
      client: { networks: [{ network: 'wide', chapter: 'c2' }] },
      late: { networks: [{ network: 'wide', chapter: 'c6' }] },
      plain: {},
    },
    services: [
      {
        ...{ name: 'web', chapter: 'c3', listens: [80], ports: [{ published: 8080, target: 80 }] },
        networks: [{ network: 'wide', chapter: 'c4' }],
      },
      { name: 'db', chapter: 'c5', endpointMode: 'dnsrr', networks: ['wide'] },
    ],
  });
  const chapter = (from: string, target: Target): string => chapterIn(served, { from, target });

  it('is not before the service, its attachment and that of the sender', () => {
    expect(chapter('client', ping('web', 'wide'))).toBe('c4');
    expect(chapter('client', port('web', 'wide', 80))).toBe('c4');
    expect(chapter('late', ping('web', 'wide'))).toBe('c6');
    expect(chapter('plain', ping('web', 'wide'))).toBe('c4');
  });

  it('of its names is the same, and before it there is nobody of the name', () => {
    const asked = (text: string, endpoint: string): Target => ({
      kind: 'name',
      name: text,
      endpoint,
    });
    expect(chapter('client', asked('web', 'web'))).toBe('c4');
    expect(chapter('late', asked('tasks.web', 'web'))).toBe('c6');
    expect(chapter('client', asked('db', 'db'))).toBe('c5');
    expect(chapter('plain', asked('web', 'web'))).toBe('c3');
  });

  it('of a replica is that of a container', () => {
    expect(chapter('client', ping('web.1', 'wide'))).toBe('c4');
    expect(chapter('db.1', ping('client', 'wide'))).toBe('c5');
  });

  it('of a port of the routing mesh is the service’s, on every node', () => {
    expect(chapter('outside', nodePort(8080))).toBe('c3');
    expect(chapter('outside', { ...nodePort(8080), node: 'node2' } as Target)).toBe('c3');
  });
});
