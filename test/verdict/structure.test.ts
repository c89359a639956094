import type { ContainerState, Inside, NodeState, States } from '../../src/observe/state';
import { articleLab, articleStates, withContainer, withNode } from '../support/article';
import { structureOf } from '../support/verdicts';

const failing = (states: States): string[] =>
  structureOf(articleLab, states)
    .filter(({ status }) => status !== 'pass')
    .map(({ subject }) => subject);

const inside = (change: (inside: Inside) => Partial<Inside>) => (container: ContainerState) => ({
  ...container,
  inside: { ...container.inside!, ...change(container.inside!) },
});

const without = (network: string) => (container: ContainerState) => ({
  ...container,
  attachments: container.attachments.filter((one) => one.network !== network),
});

const BRIDGE = articleStates()
  .get('docker-node1')!
  .networks.find(({ name }) => name === 'bridge')!.id;

/** As `docker network connect` leaves it. */
const connected = (network: string) => (container: ContainerState) => ({
  ...container,
  attachments: [
    ...container.attachments,
    { ...container.attachments[0]!, network, networkId: BRIDGE, aliases: [] },
  ],
});

const listing = (state: NodeState, network: string, containers: readonly string[]): NodeState => ({
  ...state,
  networks: state.networks.map((one) => (one.name === network ? { ...one, containers } : one)),
});

const down = (name: string) => (state: NodeState) => ({
  ...state,
  interfaces: state.interfaces.map((one) =>
    one.name === name ? { ...one, up: false, enabled: false } : one,
  ),
});

const veth = (state: NodeState, container: string): number =>
  state.containers
    .find(({ name }) => name === container)!
    .inside!.interfaces.find(({ name }) => name === 'eth0')!.peer!;

describe('the structure of the running lab', () => {
  it('is as declared in what was recorded', () => {
    const verdicts = structureOf(articleLab, articleStates());
    expect(failing(articleStates())).toEqual([]);
    expect(verdicts.length).toBeGreaterThan(80);
    expect(
      verdicts.every(({ chapter }) => articleLab.chapters.some(({ id }) => id === chapter)),
    ).toBe(true);
  });

  const cases: [string, States, string[]][] = [
    ['a container is gone', withContainer('web', () => undefined), ['web is running']],
    [
      'a container has ended',
      withContainer('web', (one) => ({ ...one, status: 'exited', pid: 0 })),
      ['web is running'],
    ],
    [
      'a container is paused',
      withContainer('web', (one) => ({ ...one, status: 'paused' })),
      ['web is running'],
    ],
    [
      'another of the same name stands in its place',
      withContainer('web', (one) => ({ ...one, labels: {} })),
      ['web belongs to the lab'],
    ],
    [
      'a container is detached',
      withContainer('test2', without('test-bridge')),
      ['test2 is attached to test-bridge'],
    ],
    [
      'a container is attached to what nobody declared',
      withContainer('test4', connected('bridge')),
      ['test4 is attached to nothing else'],
    ],
    [
      'an alias was given by hand',
      withContainer('test4', (one) => ({
        ...one,
        attachments: one.attachments.map((at) => ({ ...at, aliases: [...at.aliases, 'db'] })),
      })),
      ['test4 has its aliases on test-bridge'],
    ],
    [
      'an interface lost its address',
      withContainer(
        'test3',
        inside(({ interfaces }) => ({
          interfaces: interfaces.map((iface) => ({ ...iface, addresses: [] })),
        })),
      ),
      ['test3 has an interface on bridge, in 172.17.0.0/16'],
    ],
    [
      'an interface is down',
      withContainer(
        'test3',
        inside(({ interfaces }) => ({
          interfaces: interfaces.map((iface) => ({ ...iface, up: false })),
        })),
      ),
      ['test3 has an interface on bridge, in 172.17.0.0/16'],
    ],
    [
      'a default route is gone',
      withContainer(
        'test3',
        inside(() => ({ routes: [] })),
      ),
      ['test3 has its default gateway on docker0'],
    ],
    [
      'a veth is no port of its bridge',
      withNode((state) => ({
        ...state,
        interfaces: state.interfaces.map(({ master, ...iface }) =>
          iface.index === veth(state, 'web') || master === undefined ? iface : { ...iface, master },
        ),
      })),
      ['docker0 on docker-node1 holds the veth port of web'],
    ],
    [
      'the bridge is down',
      withNode(down('docker0')),
      ['docker0 on docker-node1 is up, with its address'],
    ],
    [
      "the link's line is gone",
      withContainer(
        'test3',
        inside(({ hosts }) => ({ hosts: hosts.filter((line) => !line.includes('test1')) })),
      ),
      ['/etc/hosts of test3 has the link to test1'],
    ],
    [
      "the link's line is stale",
      withContainer(
        'test3',
        inside(({ hosts }) => ({ hosts: ['172.17.0.99\ttest1', ...hosts] })),
      ),
      ['/etc/hosts of test3 has the link to test1'],
    ],
    [
      'the target of the link knows the source',
      withContainer(
        'test1',
        inside(({ hosts }) => ({ hosts: [...hosts, '172.17.0.4\ttest3'] })),
      ),
      ['/etc/hosts of test1 names no other container'],
    ],
    [
      'a container shares a network namespace',
      withContainer(
        'web',
        inside(() => ({ namespace: articleStates().get('docker-node1')!.namespace })),
      ),
      ['web has a network namespace of its own'],
    ],
    [
      'a host-mode container has its own network namespace',
      withContainer(
        'test-host',
        inside(() => ({ namespace: 'other' })),
      ),
      ['test-host has the interfaces of docker-node1'],
    ],
    [
      'a host-mode container has another hostname',
      withContainer(
        'test-host',
        inside(() => ({ hostname: 'other' })),
      ),
      ['test-host has the hostname of docker-node1'],
    ],
    [
      'a container without network was given an interface',
      withContainer(
        'test-none',
        inside(({ interfaces }) => ({
          interfaces: [...interfaces, { ...interfaces[0]!, name: 'eth0' }],
        })),
      ),
      ['test-none has no interface but lo'],
    ],
    [
      'a published port is missing',
      withContainer('web-port', (one) => ({ ...one, bindings: [] })),
      ['web-port publishes its ports'],
    ],
    [
      'a port is published that nobody declared',
      withContainer('web', (one) => ({
        ...one,
        bindings: [{ ip: '0.0.0.0', published: 81, target: 80, protocol: 'tcp' }],
      })),
      ['web publishes nothing'],
    ],
    [
      'a network is gone',
      withNode((state) => ({
        ...state,
        networks: state.networks.filter(({ name }) => name !== 'test-bridge'),
      })),
      ['network test-bridge exists on docker-node1'],
    ],
    [
      'a network was made anew by hand',
      withNode((state) => ({
        ...state,
        networks: state.networks.map((one) =>
          one.name === 'test-bridge' ? { ...one, labels: {} } : one,
        ),
      })),
      ['network test-bridge is as declared'],
    ],
    [
      "one of Docker's own networks is gone",
      withNode((state) => ({
        ...state,
        networks: state.networks.filter(({ name }) => name !== 'none'),
      })),
      ["docker-node1 has Docker's own networks"],
    ],
    [
      'somebody else is on a network of the lab',
      withNode((state) => listing(state, 'test-bridge', ['test1', 'test2', 'test4', 'foreign'])),
      ['docker network inspect test-bridge on docker-node1 lists its containers'],
    ],
    [
      'the engine does not list a container that it has attached',
      withNode((state) => listing(state, 'bridge', ['test1', 'test2', 'web', 'web-port'])),
      ['docker network inspect bridge on docker-node1 lists its containers'],
    ],
    [
      'a namespace is gone',
      withNode((state) => ({ ...state, namespaces: state.namespaces.slice(1) })),
      ['namespace test1 on docker-node1 has veth-test1'],
    ],
    [
      'a namespace has no address',
      withNode((state) => ({
        ...state,
        namespaces: state.namespaces.map((one) => ({
          ...one,
          interfaces: one.interfaces.map((iface) => ({ ...iface, addresses: [] })),
        })),
      })),
      [
        'namespace test1 on docker-node1 has veth-test1',
        'namespace test2 on docker-node1 has veth-test2',
      ],
    ],
    [
      'a node does not forward',
      withNode((state) => ({ ...state, forwarding: false })),
      ['docker-node1 forwards packets'],
    ],
    [
      'an engine does not answer',
      withNode((state) => ({ ...state, problem: 'no answer' }), 'docker-node2'),
      ['docker-node2 and its engine answer'],
    ],
  ];

  it.each(cases)('differs where %s, and only there', (_, states, subjects) => {
    expect(failing(states)).toEqual(subjects);
  });

  it("leaves other people's containers on the default bridge alone", () => {
    const names = ['test1', 'test2', 'test3', 'web', 'web-port', 'foreign'];
    expect(failing(withNode((state) => listing(state, 'bridge', names)))).toEqual([]);
  });

  it('names the resource that is to be made anew', () => {
    const verdict = structureOf(articleLab, withContainer('test2', without('test-bridge'))).find(
      ({ status }) => status === 'fail',
    );
    expect(verdict?.mend).toEqual({ kind: 'replace', resource: 'docker_container.test2' });
  });
});
