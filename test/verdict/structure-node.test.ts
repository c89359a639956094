import type { NodeState, States } from '../../src/observe/state';
import { articleLab, articleStates, withContainer, withNode } from '../support/article';
import { structureOf } from '../support/verdicts';

const failing = (states: States): string[] =>
  structureOf(articleLab, states)
    .filter(({ status }) => status !== 'pass')
    .map(({ subject }) => subject);

const veth = (state: NodeState, container: string): number =>
  state.containers
    .find(({ name }) => name === container)!
    .inside!.interfaces.find(({ name }) => name === 'eth0')!.peer!;

/** The node's address translation with one rule edited. */
const rule = (pattern: RegExp, other: string): States =>
  withNode((state) => ({
    ...state,
    firewall: {
      ...state.firewall,
      ip4: state.firewall.ip4.map((one) =>
        one.table === 'nat' ? { ...one, text: one.text.replace(pattern, other) } : one,
      ),
    },
  }));

describe('the rule of a published port', () => {
  const TRANSLATED = ['docker-node1 translates 0.0.0.0:80/tcp to web-port'];

  it.each([
    ['is gone', /^-A DOCKER .*DNAT.*/, '-N GONE'],
    ['sends it elsewhere', /172\.17\.0\.6:80$/, '172.17.0.99:80'],
    ['sends it to another port', /172\.17\.0\.6:80$/, '172.17.0.6:8080'],
    ['is for another address', /^(-A DOCKER .*) -p tcp/, '$1 -d 127.0.0.1/32 -p tcp'],
    ['is for another protocol', /^(-A DOCKER .*) -p tcp -m tcp/, '$1 -p udp -m udp'],
    ['is for another port', /^(-A DOCKER .*)--dport 80 /, '$1--dport 8080 '],
  ])('%s, which no probe would tell', (_what, pattern, other) => {
    expect(failing(rule(pattern, other))).toEqual(TRANSLATED);
  });

  it('is not asked for where address translation cannot be read', () => {
    expect(
      failing(
        withNode((state) => ({
          ...state,
          firewall: { readable: false, ip4: [], ip6: [], nft: [] },
        })),
      ),
    ).toEqual([]);
  });
});

describe('the mtu', () => {
  const CONTAINER = ['test3 has an interface on bridge, in 172.17.0.0/16'];
  const PORT = ['docker0 on docker-node1 holds the veth port of web'];
  const inTest3 = (mtu: number): States =>
    withContainer('test3', (one) => ({
      ...one,
      inside: {
        ...one.inside!,
        interfaces: one.inside!.interfaces.map((iface) => ({ ...iface, mtu })),
      },
    }));

  it('of a container is its network’s', () => expect(failing(inTest3(1400))).toEqual(CONTAINER));

  it('of its veth on the node, too', () => {
    const states = withNode((state) => ({
      ...state,
      interfaces: state.interfaces.map((iface) =>
        iface.index === veth(state, 'web') ? { ...iface, mtu: 576 } : iface,
      ),
    }));
    expect(failing(states)).toEqual(PORT);
  });

  it('may be set by the daemon', () => {
    const states = inTest3(1400);
    const node = states.get('docker-node1')!;
    const networks = node.networks.map((one) =>
      one.name === 'bridge'
        ? { ...one, options: { ...one.options, 'com.docker.network.driver.mtu': '1400' } }
        : one,
    );
    const set = new Map(states).set('docker-node1', { ...node, networks });
    expect(failing(set)).not.toContain(CONTAINER[0]);
    expect(failing(set).length).toBeGreaterThan(5);
  });

  it('of the recorded lab is as it should be', () => expect(failing(articleStates())).toEqual([]));
});

it('a node with another address is found', () => {
  const states = withNode(({ interfaces, ...state }) => {
    const others = interfaces.filter(({ name }) => name !== 'eth0');
    return { ...state, interfaces: others };
  }, 'docker-node2');
  expect(failing(states)).toEqual(['docker-node2 has the address 192.168.205.11']);
});

describe('a node without its address', () => {
  const hintWith = (change: (state: NodeState) => NodeState): unknown =>
    structureOf(articleLab, withNode(change)).find(({ subject }) =>
      subject.startsWith('docker-node1 has the address'),
    )?.hint;
  const own = ({ addresses }: NodeState['interfaces'][number]): boolean =>
    addresses.some(({ address }) => address === articleLab.nodes[0]!.address);

  it('is plugged in again where nothing but its own networks is left', () => {
    const hint = hintWith((state) => ({
      ...state,
      interfaces: state.interfaces.filter((one) => !own(one)),
    }));
    expect(hint).toBe('./lab nodes up');
  });

  it('is made anew where somebody changed what it has', () => {
    const hint = hintWith((state) => ({
      ...state,
      interfaces: state.interfaces.map((one) => (own(one) ? { ...one, addresses: [] } : one)),
    }));
    expect(hint).toBe('./lab nodes down, then ./lab nodes up');
  });
});
