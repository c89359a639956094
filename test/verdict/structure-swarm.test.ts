import type { ContainerState, NetworkState, NodeState, States } from '../../src/observe/state';
import { articleLab, articleStates, withNode } from '../support/article';
import { structureOf } from '../support/verdicts';

const [MANAGER, WORKER] = ['docker-node1', 'docker-node2'];

const failing = (states: States): string[] =>
  structureOf(articleLab, states)
    .filter(({ status }) => status !== 'pass')
    .map(({ subject }) => subject);

const verdict = (states: States, subject: string) =>
  structureOf(articleLab, states).find((one) => one.subject === subject);

const network =
  (name: string, change: (network: NetworkState) => Partial<NetworkState> | undefined) =>
  (state: NodeState): NodeState => ({
    ...state,
    networks: state.networks.flatMap((one) => {
      const changed = one.name === name ? change(one) : {};
      return changed === undefined ? [] : [{ ...one, ...changed }];
    }),
  });

const container =
  (change: (container: ContainerState) => Partial<ContainerState>) =>
  (state: NodeState): NodeState => ({
    ...state,
    containers: state.containers.map((one) =>
      one.name === 'web-overlay' ? { ...one, ...change(one) } : one,
    ),
  });

const swarmless = ({ swarm, ...state }: NodeState): NodeState => ({
  ...state,
  ...(swarm?.state === 'active' ? {} : { swarm }),
});

const listed = (change: object) => (state: NodeState) => ({
  ...state,
  swarm: {
    ...state.swarm!,
    nodes: state.swarm!.nodes!.map((one) =>
      one.hostname === WORKER ? { ...one, ...change } : one,
    ),
  },
});

const MANAGES = 'docker-node1 manages the swarm';
const JOINED = 'docker-node2 is in the swarm of docker-node1';

describe('the swarm', () => {
  const cases: [string, States, string[]][] = [
    ['a worker has left', withNode(swarmless, WORKER), [JOINED]],
    ['a worker is down', withNode(listed({ status: 'down' })), [JOINED]],
    ['a worker takes no tasks', withNode(listed({ availability: 'drain' })), [JOINED]],
    ['a worker is in another', withNode(listed({ id: 'other' })), [JOINED]],
    ['there is none on the manager', withNode(swarmless), [MANAGES]],
    [
      'the manager is a worker',
      withNode((state) => ({ ...state, swarm: { ...state.swarm!, manager: false } })),
      [MANAGES],
    ],
    [
      'a worker is found at another address',
      withNode((state) => ({ ...state, swarm: { ...state.swarm!, address: '10.0.0.1' } }), WORKER),
      [JOINED],
    ],
  ];

  it.each(cases)('differs where %s, and only there', (_, states, subjects) => {
    expect(failing(states)).toEqual(subjects);
  });

  it('has a docker_gwbridge on each of its nodes', () => {
    const states = withNode(network('docker_gwbridge', () => undefined));
    expect(failing(states)).toContain("docker-node1 has Docker's own networks");
  });

  it('is mended by what makes it, and no replacement is tried before', () => {
    const states = withNode(
      (state) => swarmless(container(() => ({ attachments: [] }))(state)),
      WORKER,
    );
    expect(verdict(states, JOINED)?.hint).toContain('./lab nodes up');
    const attached = verdict(states, 'web-overlay is attached to test-overlay');
    expect(attached?.hint).toBe(
      'docker-node2 is out of the swarm: ./lab nodes up, then ./lab repair',
    );
    expect(attached).not.toHaveProperty('mend');
  });

  it('is not asked for where the lab has none, and nobody’s own is in the way', () => {
    const lab = { ...articleLab, swarm: [], overlays: [] };
    const subjects = structureOf(lab, articleStates()).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject.includes('swarm'))).toEqual([]);
  });
});

describe('an overlay', () => {
  const EXISTS = 'network test-overlay exists in the swarm';
  const DECLARED = 'network test-overlay is as declared';
  const on = (node: string, change: Partial<NetworkState> | undefined) =>
    withNode(
      network('test-overlay', () => change),
      node,
    );

  it('is looked for on the manager', () => {
    expect(failing(on(MANAGER, undefined))).toContain(EXISTS);
    expect(failing(on(WORKER, undefined))).not.toContain(EXISTS);
  });

  it.each([
    ['is not attachable', { attachable: false }],
    ['is internal', { internal: true }],
    ['is encrypted', { options: { encrypted: '' } }],
    ['has another driver', { driver: 'bridge' }],
  ])('that %s is not the declared one', (_, change) => {
    expect(failing(on(MANAGER, change))).toContain(DECLARED);
  });

  it('is made anew only where the lab made it', () => {
    const ours = verdict(on(MANAGER, { attachable: false }), DECLARED);
    expect(ours?.mend).toEqual({ kind: 'replace', resource: 'docker_network.test-overlay' });
    expect(verdict(on(MANAGER, { labels: {} }), DECLARED)).not.toHaveProperty('mend');
  });

  it('lists the containers of its node', () => {
    expect(failing(on(WORKER, { containers: ['foreign', 'web-overlay'] }))).toEqual([
      'docker network inspect test-overlay on docker-node2 lists its containers',
    ]);
  });
});

describe('a container on an overlay alone', () => {
  const inside = (change: (one: NonNullable<ContainerState['inside']>) => object) =>
    withNode(
      container((one) => ({ inside: { ...one.inside!, ...change(one.inside!) } })),
      WORKER,
    );

  it('leaves over docker_gwbridge', () => {
    expect(failing(inside(() => ({ routes: [] })))).toEqual([
      'web-overlay has its default gateway on docker_gwbridge',
    ]);
  });

  it('has an interface there, and a veth port on the node', () => {
    const states = inside(({ interfaces }) => ({
      interfaces: interfaces.filter(({ mtu }) => mtu !== 1500),
    }));
    const [subject, ...others] = failing(states);
    expect(subject).toContain('web-overlay has an interface on docker_gwbridge');
    expect(others).toEqual([]);
    const all = structureOf(articleLab, articleStates()).map((one) => one.subject);
    expect(all).toContain('docker_gwbridge on docker-node2 holds the veth port of web-overlay');
  });

  it('has the mtu that VXLAN leaves', () => {
    const states = inside(({ interfaces }) => ({
      interfaces: interfaces.map((iface) => ({ ...iface, mtu: 1500 })),
    }));
    expect(failing(states)[0]).toContain('web-overlay has an interface on test-overlay');
  });

  it('has its ports translated to its address there', () => {
    const port = { ip: '0.0.0.0', published: 8080, target: 80, protocol: 'tcp' as const };
    const lab = {
      ...articleLab,
      containers: articleLab.containers.map((one) =>
        one.name === 'web-overlay' ? { ...one, ports: [port] } : one,
      ),
    };
    const found = structureOf(lab, articleStates()).find(({ subject }) =>
      subject.startsWith('docker-node2 translates'),
    );
    const own = articleStates().get(WORKER)!;
    const id = own.containers.find(({ name }) => name === 'web-overlay')!.id;
    const bridge = own.networks.find(({ name }) => name === 'docker_gwbridge')!;
    expect(found?.expected).toBe(`${bridge.addresses[id]}:80`);
  });
});
