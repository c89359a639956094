import { edgeLabel, type Edge } from '../../src/topology/edge';
import { expectations } from '../../src/edges/expectations';
import type { Hosts } from '../../src/topology/hosts';
import { diffReachability } from '../../src/review/diff';
import { TopologyError } from '../../src/topology/problems';
import { validate } from '../../src/topology/validate';
import article from '../../topologies/docker-networking';
import { createPredictor, edges } from '../support/predictor';

const hosts = (nodes: Hosts['nodes'], outside?: string): Hosts => ({
  file: 'nodes.json',
  nodes,
  ...(outside === undefined ? {} : { outside }),
});
const named = hosts({ cloud: { host: 'my-server', user: 'me', address: '203.0.113.7' } });
const without = validate(article, 'article');
const lab = validate(article, 'article', named);

const problems = (input: unknown, all: Hosts = named) => {
  try {
    validate(input, 'test', all);
    return [];
  } catch (error) {
    if (error instanceof TopologyError) return error.problems;
    throw error;
  }
};

describe('a further host that nobody named', () => {
  it('is left out with everything on it, and the lab says why', () => {
    expect(without.nodes.map(({ name }) => name)).toEqual(['docker-node1', 'docker-node2']);
    expect(without.containers.map(({ name }) => name)).not.toContain('web-testt');
    expect(without.leftOut).toEqual([
      {
        host: 'cloud',
        chapter: 'cloud',
        containers: ['web-testt'],
        why: 'nodes.json names no host cloud',
      },
    ]);
  });

  it('is suggested where a name is close to it', () => {
    const [left] = validate(article, 'article', hosts({ clould: { address: '1.2.3.4' } })).leftOut!;
    expect(left?.why).toContain('"clould"');
  });

  it('is missing its address where it was named without one', () => {
    const [left] = validate(article, 'article', hosts({ cloud: { host: 'x' } })).leftOut!;
    expect(left?.why).toBe('nodes.json gives the host cloud no address');
  });

  it('is validated nevertheless', () => {
    const wrong = { ...article, furtherHosts: [{ name: 'docker-node1', chapter: 'nowhere' }] };
    expect(problems(wrong, hosts({})).map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'furtherHosts[0] (docker-node1).name',
        'furtherHosts[0] (docker-node1).chapter',
      ]),
    );
  });
});

describe('a further host with an address', () => {
  it('is a node of its own network, reached by ssh', () => {
    expect(lab.leftOut).toBeUndefined();
    expect(lab.nodes.find(({ name }) => name === 'cloud')).toMatchObject({
      address: '203.0.113.7',
      subnet: '203.0.113.7/32',
      backend: 'remote',
      apart: true,
      ssh: { host: 'my-server', user: 'me' },
    });
  });

  it('is asked from outside for what it publishes, and for nothing else', () => {
    const asked = edges(lab).filter(({ from, target }) => {
      const to = 'endpoint' in target ? target.endpoint : 'node' in target ? target.node : '';
      return from === 'outside' && to === 'cloud';
    });
    expect(asked.map(edgeLabel)).toEqual(['outside -> cloud[203.0.113.7]:80/tcp']);
    expect(createPredictor(lab).outcome(asked[0]!)).toBe('reachable');
  });

  it('is not asked at its own address by anybody else, and does not ask for the machine outside', () => {
    const address = ({ target }: Edge) => 'address' in target && target.address === '203.0.113.7';
    const others = edges(lab).filter((edge) => edge.from !== 'outside');
    expect(others.filter(address)).toEqual([]);
    const back = others.filter(
      ({ from, target }) => ['cloud', 'web-testt'].includes(from) && target.kind === 'outside',
    );
    expect(back).toEqual([]);
  });

  it('is asked on itself as any node is', () => {
    const labels = edges(lab)
      .filter(({ from }) => from === 'cloud')
      .map(edgeLabel);
    expect(labels).toContain('cloud -> cloud[127.0.0.1]:80/tcp');
    expect(labels).toContain('cloud -> web-testt@bridge:80/tcp');
  });

  it('asks for nothing at the other nodes, whose network it does not know', () => {
    const labels = edges(lab)
      .filter(({ from }) => from === 'cloud' || from === 'web-testt')
      .map(edgeLabel);
    expect(labels.filter((label) => /docker-node\d($|\[)|-> netns:/.test(label))).toEqual([]);
  });

  it('changes nothing of what the others measure', () => {
    const of = (which: typeof lab) =>
      expectations(which)
        .filter(({ chapter }) => !['cloud', 'none', 'host', 'multi-host'].includes(chapter))
        .map(({ edge, prediction }) => `${edgeLabel(edge)} ${prediction.outcome}`);
    expect(of(lab)).toEqual(of(without));
  });

  it('is a new edge from outside in the review of the change that names it', () => {
    const { groups } = diffReachability(without, lab);
    const found = groups.flatMap((group) => [...group.edges()]);
    const outside = found.filter(({ kind, edge }) => kind === 'new' && edge.from === 'outside');
    expect(outside.map(({ edge }) => edgeLabel(edge))).toEqual([
      'outside -> cloud[203.0.113.7]:80/tcp',
    ]);
    expect(found.filter(({ edge }) => edgeLabel(edge).includes('cloud -> outside'))).toEqual([]);
  });

  it.each([
    ['127.0.0.1', 'special use'],
    ['192.168.205.10', 'address of another node'],
  ])('is refused with the address %s', (address, message) => {
    const [problem] = problems(article, hosts({ cloud: { address } }));
    expect(problem).toMatchObject({ path: 'furtherHosts[0] (cloud).address' });
    expect(problem?.message).toContain(message);
  });

  it.each([
    [{ host: '-oProxyCommand=x' }, 'ssh.host'],
    [{ user: '-l' }, 'ssh.user'],
    [{ jump: '-x' }, 'ssh.jump'],
    [{ identityFile: 'a"\nProxyCommand x' }, 'ssh.identityFile'],
    [{ hostKey: 'SHA256:short' }, 'ssh.hostKey'],
    [{ port: 0 }, 'ssh.port'],
  ])('is refused with %j, which would become an argument or a line of configuration', (ssh, at) => {
    const paths = problems(article, hosts({ cloud: { address: '203.0.113.7', ...ssh } }));
    expect(paths.map(({ path }) => path)).toEqual([`furtherHosts[0] (cloud).${at}`]);
  });
});

describe('a node whose host the user names', () => {
  it('is remote, with the address that the user says', () => {
    const nodes = {
      'docker-node1': { address: '10.0.0.10/24' },
      'docker-node2': { address: '10.0.0.11/24', host: 'two', jump: 'me@bastion:2222' },
    };
    const moved = validate(article, 'article', hosts(nodes, '10.0.0.2'));
    expect(moved.outside.address).toBe('10.0.0.2');
    expect(moved.nodes).toMatchObject([
      { address: '10.0.0.10', backend: 'remote', ssh: { host: '10.0.0.10' } },
      { address: '10.0.0.11', backend: 'remote', ssh: { host: 'two', jump: 'me@bastion:2222' } },
    ]);
    expect(edges(moved).map(edgeLabel)).toEqual(
      edges(without).map((edge) => edgeLabel(edge).replaceAll('192.168.205.', '10.0.0.')),
    );
  });

  it('says so in the topology itself, too', () => {
    const nodes = article.nodes.map((node) => ({ ...node, ssh: { user: 'me' } }));
    expect(validate({ ...article, nodes }, 'test').nodes[0]).toMatchObject({
      backend: 'remote',
      ssh: { host: '192.168.205.10', user: 'me' },
    });
  });

  it('may have another backend than the others', () => {
    const nodes = article.nodes.map((node, index) => ({
      ...node,
      ...(index === 0 ? { backend: 'vagrant' } : {}),
    }));
    expect(validate({ ...article, nodes }, 'test').nodes.map(({ backend }) => backend)).toEqual([
      'vagrant',
      undefined,
    ]);
  });
});
