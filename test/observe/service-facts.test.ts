import { bind, type Ground } from '../../src/probe/bind';
import { compare } from '../../src/verdict/compare';
import { findCauses } from '../../src/verdict/causes/find';
import { idOf } from '../../src/verdict/result';
import { knownAddresses } from '../../src/probe/own-addresses';
import { parseFacts } from '../../src/observe/parse-facts';
import { parseSwarm } from '../../src/observe/parse-swarm';
import { place } from '../../src/observe/place';
import type { NodeState, ServiceState, States } from '../../src/observe/state';
import { toFacts } from '../../src/observe/to-facts';
import type { Target } from '../../src/topology/edge';
import type { Service } from '../../src/topology/lab';
import { recorded } from '../support/article';
import { expectationOf } from '../support/expectation';
import { called, MANAGER, servedLab, servedStates, VIRTUAL } from '../support/served';
import { isRunning, statement, verdictIn, type verdict } from '../support/verdicts';
import { verbatim } from '../../src/text/text';

const INFO =
  '{"NodeID":"a","NodeAddr":"10.0.0.1","LocalNodeState":"active","ControlAvailable":true}';

const shown = {
  ID: 'x',
  Spec: {
    Name: 'web',
    Labels: { 'docker-network-lab.lab': 'lab' },
    Mode: { Replicated: { Replicas: 3 } },
    EndpointSpec: { Mode: 'vip', Ports: [] },
    TaskTemplate: {
      ContainerSpec: { Image: 'nginx:1.26' },
      Networks: [{ Target: 'net1' }, { Target: 'net2' }],
    },
  },
  Endpoint: {
    Ports: [
      { Protocol: 'tcp', TargetPort: 80, PublishedPort: 8080, PublishMode: 'ingress' },
      { Protocol: 'udp', TargetPort: 53, PublishedPort: 53, PublishMode: 'host' },
    ],
    VirtualIPs: [
      { NetworkID: 'ingress', Addr: '10.0.0.7/24' },
      { NetworkID: 'net1', Addr: '10.0.1.5/24' },
      { NetworkID: 'net2' },
    ],
  },
};

const parsed = (service: object): ServiceState | undefined =>
  parseSwarm(INFO, '[]', JSON.stringify([service]))?.services?.[0];

describe('what a manager says of a service', () => {
  it('is read', () => {
    expect(parsed(shown)).toEqual({
      name: 'web',
      labels: { 'docker-network-lab.lab': 'lab' },
      replicas: 3,
      image: 'nginx:1.26',
      endpointMode: 'vip',
      networks: ['net1', 'net2'],
      virtualAddresses: { ingress: '10.0.0.7', net1: '10.0.1.5' },
      ports: ['*:8080->80/tcp', 'host:53->53/udp'],
    });
  });

  it('may leave out nearly everything', () => {
    const bare = { Spec: { Name: 'web', Labels: null, TaskTemplate: { Networks: null } } };
    const empty = { labels: {}, image: '', endpointMode: 'vip', networks: [], ports: [] };
    expect(parsed(bare)).toEqual({ name: 'web', ...empty, virtualAddresses: {} });
    expect(parsed({ ...bare, Endpoint: { Ports: null, VirtualIPs: null } })).toEqual({
      ...{ name: 'web', ...empty, virtualAddresses: {} },
    });
  });

  it('has no number of replicas where one runs on every node', () => {
    const spec = { ...shown.Spec, Mode: { Global: {} }, EndpointSpec: { Mode: 'dnsrr' } };
    const found = parsed({ ...shown, Spec: spec });
    expect(found).not.toHaveProperty('replicas');
    expect(found?.endpointMode).toBe('dnsrr');
  });

  it('is in the answer of a node, and may be missing there', () => {
    const answer = recorded(MANAGER);
    expect(parseFacts(MANAGER, answer).swarm).not.toHaveProperty('services');
    const line = `swarm.services\t-\t${JSON.stringify([shown])}\n`;
    expect(parseFacts(MANAGER, line + answer).swarm?.services?.[0]?.name).toBe('web');
  });
});

const groundOf = (states: States = servedStates(), service: Partial<Service> = {}): Ground => {
  const placed = place(servedLab(service), states);
  const facts = toFacts(placed);
  return { ...placed, facts, outsidePort: 1, outsideProblem: verbatim('') };
};

const manager = (change: (state: NodeState) => Partial<NodeState>): States =>
  new Map(
    [...servedStates()].map(([name, state]) => [
      name,
      name === MANAGER ? { ...state, ...change(state) } : state,
    ]),
  );

const networkId = (name: string): string =>
  servedStates()
    .get(MANAGER)!
    .networks.find((one) => one.name === name)!.id;

describe('what is measured of a service', () => {
  it('is its virtual address on each of its networks, and not on ingress', () => {
    const virtualAddresses = {
      [networkId('test-overlay')]: VIRTUAL,
      [networkId('ingress')]: '10.0.0.7',
    };
    const { facts } = groundOf(servedStates({ virtualAddresses }));
    expect(facts.addresses['shop']).toEqual({ 'test-overlay': VIRTUAL });
  });

  it('is nothing where the manager does not say', () => {
    expect(groundOf(servedStates({ virtualAddresses: {} })).facts.addresses['shop']).toEqual({});
  });

  it('has its replicas’ addresses where they run', () => {
    const { facts } = groundOf();
    for (const name of ['shop.1', 'shop.2']) {
      expect(facts.addresses[name]?.['test-overlay']).toMatch(/^10\.0\.1\./);
    }
  });
});

describe('what is asked for', () => {
  const asked = (ground: Ground, target: Target, from = 'shop.2') =>
    bind(expectationOf({ from, target }), ground);
  const port: Target = {
    ...{ kind: 'port', endpoint: 'shop', network: 'test-overlay', port: 80, protocol: 'tcp' },
  };

  it('is the virtual address, from a replica on its node', () => {
    expect(asked(groundOf(), port)).toMatchObject({
      kind: 'probe',
      source: { endpoint: 'shop.2', node: MANAGER },
      probe: { address: VIRTUAL, port: 80 },
    });
    expect(asked(groundOf(), port, 'shop.1')).toMatchObject({ source: { node: 'docker-node2' } });
  });

  it('is absent where there is none', () => {
    expect(asked(groundOf(servedStates({ virtualAddresses: {} })), port)).toEqual({
      kind: 'absent',
      what: { kind: 'address', family: 'virtual', endpoint: 'shop', network: 'test-overlay' },
    });
  });

  it('is unknown where the manager could not be asked', () => {
    const ground = groundOf(
      manager(({ swarm }) => ({ problem: 'no answer', swarm: { ...swarm!, services: [] } })),
    );
    expect(asked(ground, port, 'shop.1')).toEqual({
      kind: 'blind',
      why: `${MANAGER}: no answer`,
    });
  });

  it('is the replica’s own address of a replica', () => {
    const ground = groundOf();
    expect(asked(ground, { ...port, endpoint: 'shop.1' })).toMatchObject({
      probe: { address: ground.facts.addresses['shop.1']!['test-overlay'] },
    });
  });
});

describe('the addresses of a name', () => {
  const replicas = (ground: Ground): string[] =>
    ['shop.1', 'shop.2'].map((name) => ground.facts.addresses[name]!['test-overlay']!);

  it('are the virtual one for a service, and the replicas’ own for all of them', () => {
    const ground = groundOf();
    expect(knownAddresses('shop', ground, 'shop')).toEqual([VIRTUAL]);
    expect(knownAddresses('shop', ground, 'tasks.shop')).toEqual(replicas(ground));
  });

  it('are the replicas’ own for both where there is no virtual address', () => {
    const ground = groundOf(servedStates({ endpointMode: 'dnsrr', virtualAddresses: {} }), {
      endpointMode: 'dnsrr',
    });
    for (const name of ['shop', 'tasks.shop']) {
      expect(knownAddresses('shop', ground, name)).toEqual(replicas(ground));
    }
  });

  it('are compared with what a resolver answers', () => {
    const ground = groundOf();
    const judged = (name: string, address: string) => {
      const edge = { from: 'shop.2', target: { kind: 'name', name, endpoint: 'shop' } as const };
      const expectation = expectationOf(edge);
      const measurement = { finding: 'reachable', address, ms: 0, detail: '' } as const;
      const bound = bind(expectation, ground);
      return compare(expectation, bound, measurement, ground).status;
    };
    const [own] = replicas(ground);
    expect(judged('shop', VIRTUAL)).toBe('pass');
    expect(judged('shop', own!)).toBe('fail');
    expect(judged('tasks.shop', own!)).toBe('pass');
    expect(judged('tasks.shop', VIRTUAL)).toBe('fail');
  });
});

type Short = Parameters<typeof verdict>[0];

describe('a hint', () => {
  const edge = (to: string, more: Short = {}): Short => ({
    ...{ status: 'fail', measured: 'refused', from: 'shop.2', to, ...more },
  });
  const hintOf = (one: Short, service: Partial<Service> = {}) => {
    const { lab, states, facts } = groundOf(servedStates(), service);
    return findCauses({ lab, facts, before: states, after: states }, [], [verdictIn(lab, one)])[0]
      ?.hint;
  };

  it('points to the logs of a service, and of a replica under Docker’s name', () => {
    expect(hintOf(edge('shop'))).toContain('./lab exec docker-node1 -- docker service logs shop');
    expect(hintOf(edge('shop.1'))).toContain(`./lab exec docker-node2 -- docker logs ${called(1)}`);
  });

  it('knows the service behind a port of a node', () => {
    const ports = [{ ip: '0.0.0.0', published: 8080, target: 80, protocol: 'tcp' as const }];
    const subject = 'outside -> docker-node2[192.168.205.11]:8080/tcp';
    expect(hintOf(edge('docker-node2', { subject }), { ports })).toContain('service logs shop');
  });

  it('ties an edge to a service to what is wrong with its replica', () => {
    const { lab, states, facts } = groundOf();
    const evidence = { lab, facts, before: states, after: states };
    const causeOf = (one: Short): string | undefined =>
      findCauses(evidence, [broken], [verdictIn(lab, one)]).at(-1)?.cause;
    const broken = statement({ status: 'fail', statement: isRunning('shop.1'), to: 'shop.1' });
    const subject = 'shop.2 -> shop@test-overlay:80/tcp';
    expect(causeOf(edge('shop', { subject }))).toBe(idOf(broken));
    expect(causeOf(edge('test1'))).toBeUndefined();
  });
});
