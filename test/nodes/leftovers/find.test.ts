import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AccessState } from '../../../src/nodes/access';
import { findLeftovers } from '../../../src/nodes/leftovers/find';
import { nameOf } from '../../../src/nodes/leftovers/leftover';
import { pairWords } from '../../../src/topology/pair-words';
import { labWith } from '../../support/base-topology';
import { engineWith, LABEL, ours, type Container, type Network } from './engine';
import { english } from '../../../src/text/tell';

const lab = labWith((draft) => {
  draft.networks[1]!.subnet = '172.31.0.0/24';
});
const folder = mkdtempSync(join(tmpdir(), 'lab-leftovers-'));
const state = join(folder, 'terraform.tfstate');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const WHOLE = pairWords(lab.namespacePairs);

const node = (name: string, over: Partial<AccessState> = {}): AccessState => ({
  ...{ name, address: '192.168.205.10', dockerHost: `unix:///${name}`, sshOptions: [] },
  ...{ exec: ['run-on', name], engine: '26.1', defaultRoute: false, incarnation: '' },
  ...over,
});

const resource = (type: string, id: string, name = id) => ({
  ...{ mode: 'managed', type, name },
  instances: [{ attributes: { id, name } }],
});
const pairs = (words: string) => ({
  ...{ mode: 'managed', type: 'terraform_data', name: 'namespace-pairs_node1' },
  instances: [{ attributes: { id: 'x', triggers_replace: { value: { pairs: words } } } }],
});

function find(
  content: { readonly containers?: readonly Container[]; readonly networks?: readonly Network[] },
  resources: readonly object[] | string = [],
  over: Partial<AccessState> = {},
) {
  const text = typeof resources === 'string' ? resources : JSON.stringify({ resources, serial: 7 });
  writeFileSync(state, text);
  const engine = engineWith(content.containers ?? [], content.networks);
  const empty = engineWith([]);
  return findLeftovers(lab, [node('node1', over), node('node2')], state, {
    api: (host) => (host === 'unix:///node1' ? engine.ask : empty.ask),
  });
}

const container = (id: string, over: Partial<Container> = {}): Container => ({
  ...{ id, name: id, labels: ours },
  ...over,
});

describe('what an interrupted command left', () => {
  it('is what carries the label and has an id that the state does not know', async () => {
    const found = await find(
      {
        containers: [container('new', { name: 'web' }), container('known')],
        networks: [{ id: 'n1', name: 'front', labels: ours }],
      },
      [resource('docker_container', 'old', 'web'), resource('docker_container', 'known')],
    );
    expect(found.leftovers.map(nameOf)).toEqual(['container node1/web', 'network node1/front']);
    expect(found.leftovers.map(({ id }) => id)).toEqual(['new', 'n1']);
    expect(found.obstacles).toEqual([]);
  });

  it.each(['', '{"resources": [{"ty', '[]', 'null'])(
    'is all of it where the state holds nothing that can be read: %j',
    async (text) => {
      const found = await find({ containers: [container('web')] }, text);
      expect(found.leftovers.map(({ id }) => id)).toEqual(['web']);
    },
  );

  it('is no node of the lab, no replica, nothing of the swarm’s and nothing of another lab', async () => {
    const checkout = { ...ours, 'docker-network-lab.checkout': '/x' };
    const found = await find({
      containers: [
        container('node', { labels: checkout }),
        container('many.1.x', { labels: { ...ours, 'com.docker.swarm.task.id': 't' } }),
        container('theirs', { labels: { [LABEL]: 'other' } }),
        container('nobody', { labels: {} }),
      ],
      networks: [
        { id: 'g', name: 'docker_gwbridge', labels: ours },
        { id: 'o', name: 'wide', labels: ours, scope: 'swarm' },
        { id: 'l', name: 'docker-network-lab-base', labels: checkout },
      ],
    });
    expect(found.leftovers).toEqual([]);
  });

  it('is asked of every node that is up, and of no other', async () => {
    const found = await find({ containers: [container('web')] }, [], { dockerHost: undefined });
    expect(found).toMatchObject({ leftovers: [], obstacles: [] });
  });

  it('are pairs that stand on the node otherwise than the state takes for granted', async () => {
    const broken = async (whole: string, known: string) => {
      const { brokenPairs } = await find({}, [pairs(known)], {
        namespaces: { whole, found: [] },
      });
      return brokenPairs.length > 0;
    };
    expect(await broken(WHOLE, WHOLE)).toBe(false);
    expect(await broken('', WHOLE)).toBe(true);
    expect(await broken('red v 1/24 blue w 2/24', WHOLE)).toBe(true);
    // The plan itself replaces these.
    expect(await broken('red v 1/24 blue w 2/24', 'red v 1/24 blue w 2/24')).toBe(false);
    expect(await broken('', '')).toBe(false);
  });
});

describe('what is not the lab’s and in its way', () => {
  const obstacles = async (...given: Parameters<typeof find>) =>
    (await find(...given)).obstacles.map(({ what, owner, why, next }) => ({
      ...{ what, owner, why, next },
    }));

  it('is a container, network or namespace of a name that the lab needs, with its owner', async () => {
    const found = await obstacles(
      {
        containers: [
          container('a', { name: 'web', labels: {} }),
          container('b', { name: 'app', labels: { 'com.docker.compose.project': 'shop' } }),
          container('c', { name: 'stranger', labels: {} }),
        ],
        networks: [{ id: 'n', name: 'front', labels: { [LABEL]: 'other' } }],
      },
      [],
      {
        namespaces: {
          whole: '',
          found: [
            { name: 'red', owner: '' },
            { name: 'blue', owner: 'base' },
          ],
        },
      },
    );
    expect(found.map(({ what, owner }) => `${english(what)}: ${english(owner)}`)).toEqual([
      'container web: nobody of this lab',
      'container app: the compose project shop',
      'network front: the lab other',
      'network namespace red: nobody of this lab',
    ]);
    expect(found.map(({ next }) => next)).toEqual([
      'docker --host unix:///node1 rm --force web',
      'docker --host unix:///node1 rm --force app',
      'docker --host unix:///node1 network rm front',
      'run-on node1 ip netns delete red',
    ]);
  });

  it('is nothing that the state knows, whatever its labels', async () => {
    const known = [resource('docker_container', 'a')];
    expect(await obstacles({ containers: [{ id: 'a', name: 'web' }] }, known)).toEqual([]);
  });

  it('publishes a port that the lab needs', async () => {
    const publishing = (IP: string, PublicPort: number, Type = 'tcp') =>
      obstacles({ containers: [{ id: 'x', name: 'x', ports: [{ IP, PublicPort, Type }] }] });
    expect(await publishing('0.0.0.0', 80)).toMatchObject([
      { what: 'container x', next: 'docker --host unix:///node1 stop x' },
    ]);
    expect(await publishing('127.0.0.1', 80)).toHaveLength(1);
    expect(await publishing('::', 80)).toEqual([]);
    expect(await publishing('0.0.0.0', 81)).toEqual([]);
    expect(await publishing('0.0.0.0', 80, 'udp')).toEqual([]);
  });

  it('has a subnet that overlaps a declared one', async () => {
    const having = (subnet: string, name = 'other') =>
      obstacles({ networks: [{ id: 'n', name, subnet }] });
    expect(await having('172.31.0.0/16')).toMatchObject([
      { what: 'network other', next: 'docker --host unix:///node1 network rm other' },
    ]);
    expect(await having('172.31.0.0/16', 'bridge')).toMatchObject([
      { owner: 'the engine itself', next: 'give back another subnet in the topology' },
    ]);
    expect(await having('172.32.0.0/16')).toEqual([]);
  });

  it('is on a network that goes', async () => {
    const on = (network: Network, known: readonly object[]) =>
      obstacles(
        { networks: [network], containers: [{ id: 'x', name: 'x', networks: [network.id] }] },
        known,
      );
    const gone = { id: 'n', name: 'gone', labels: ours };
    const left = { id: 'n', name: 'front', labels: ours };
    const expected = [
      {
        what: 'container x',
        next: expect.stringMatching(/network disconnect --force \w+ x$/) as string,
      },
    ];
    expect(await on(gone, [resource('docker_network', 'n', 'gone')])).toMatchObject(expected);
    expect(await on(left, [])).toMatchObject(expected);
    expect(await on(left, [resource('docker_network', 'n', 'front')])).toEqual([]);
  });
});
