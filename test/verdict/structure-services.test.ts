import { place } from '../../src/observe/place';
import type { NodeState, ServiceState, States } from '../../src/observe/state';
import type { Service } from '../../src/topology/lab';
import { called, MANAGER, servedLab, servedStates, VIRTUAL, WORKER } from '../support/served';
import { structureOf } from '../support/verdicts';

const THERE = 'the swarm runs the service shop';
const DECLARED = 'the service shop is as declared';

const verdicts = (states: States, service: Partial<Service> = {}) => {
  const placed = place(servedLab(service), states);
  return structureOf(placed.lab, placed.states);
};
const failing = (states: States, service: Partial<Service> = {}): string[] =>
  verdicts(states, service)
    .filter(({ status }) => status !== 'pass')
    .map(({ subject }) => subject);
const verdict = (states: States, subject: string, service: Partial<Service> = {}) =>
  verdicts(states, service).find((one) => one.subject === subject);

const on = (node: string, change: (state: NodeState) => Partial<NodeState>, states: States) =>
  new Map(
    [...states].map(([name, state]) => [
      name,
      name === node ? { ...state, ...change(state) } : state,
    ]),
  );

/** The manager with an answer about services that is changed. */
const answering = (services: readonly ServiceState[] | undefined): States =>
  on(
    MANAGER,
    ({ swarm }) => {
      const { services: known, ...rest } = swarm!;
      const told = known === undefined ? undefined : services;
      return { swarm: told === undefined ? rest : { ...rest, services: told } };
    },
    servedStates(),
  );

describe('a service', () => {
  it('that is as declared passes, and its replicas with it', () => {
    const all = verdicts(servedStates());
    expect(all.filter(({ status }) => status !== 'pass')).toEqual([]);
    const subjects = all.map(({ subject }) => subject);
    for (const subject of [THERE, DECLARED, 'shop.1 is running', 'shop.2 is running']) {
      expect(subjects).toContain(subject);
    }
  });

  it('that is gone is said to be, and nothing else of it', () => {
    expect(failing(answering([]))).toEqual([THERE]);
    const found = verdict(answering([]), THERE);
    expect(found).toMatchObject({
      to: 'shop',
      chapter: 'multi-host',
      expected: 'a service',
      measured: 'no such service',
      command: './lab exec docker-node1 -- docker service inspect shop',
    });
    expect(found?.hint).toContain('shop is gone');
  });

  it('is not asked for where the manager does not know, cannot be asked, or is none', () => {
    const services = (states: States) =>
      verdicts(states).filter(({ subject }) => subject.includes('the service shop'));
    expect(services(answering(undefined))).toEqual([]);
    const silent = on(MANAGER, () => ({ problem: 'no answer' }), servedStates());
    expect(services(silent)).toEqual([]);
    expect(services(on(MANAGER, () => ({ swarm: undefined }) as object, servedStates()))).toEqual(
      [],
    );
  });

  const differing: [string, Partial<ServiceState>][] = [
    ['replicas', { replicas: 3 }],
    ['image', { image: 'nginx:1.27' }],
    ['endpoint mode', { endpointMode: 'dnsrr' }],
    ['networks', { networks: [] }],
    ['unknown network', { networks: ['gone'] }],
    ['ports', { ports: ['*:8080->80/tcp'] }],
    ['label', { labels: {} }],
    ['other lab’s label', { labels: { 'docker-network-lab.lab': 'other' } }],
  ];

  it.each(differing)('whose %s differs is not as declared', (_, change) => {
    expect(failing(servedStates(change))).toEqual([DECLARED]);
  });

  it('that runs on every node is not as declared', () => {
    const { replicas, ...global } = servedStates().get(MANAGER)!.swarm!.services![0]!;
    expect(replicas).toBe(2);
    expect(verdict(answering([global]), DECLARED)?.measured).toContain('replicas on every node');
  });

  it('says in one order what was found, whatever order the manager has', () => {
    const port = { ip: '0.0.0.0', published: 8080, target: 80, protocol: 'tcp' } as const;
    const ports = [port, { ...port, published: 53, target: 1053, protocol: 'udp' as const }];
    const found = { ports: ['*:53->1053/udp', '*:8080->80/tcp'] };
    expect(verdict(servedStates(found), DECLARED, { ports })?.status).toBe('pass');
    const host = { ports: ['host:8080->80/tcp', '*:53->1053/udp'] };
    expect(verdict(servedStates(host), DECLARED, { ports })?.status).toBe('fail');
  });

  it('may have an image whose content was looked up', () => {
    const image = `nginx:1.26@sha256:${'a'.repeat(64)}`;
    expect(failing(servedStates({ image }))).toEqual([]);
    expect(failing(servedStates(), { image })).toEqual([]);
    const digest = `nginx@sha256:${'a'.repeat(64)}`;
    expect(failing(servedStates({ image: digest }), { image: digest })).toEqual([]);
    expect(failing(servedStates(), { image: digest })).toEqual([DECLARED]);
  });

  it('that somebody changed is deployed anew, one of somebody else is removed by hand first', () => {
    expect(verdict(servedStates({ replicas: 3 }), DECLARED)?.hint).toContain('changed it by hand');
    expect(verdict(servedStates({ labels: {} }), DECLARED)?.hint).toContain('remove it by hand');
  });
});

describe('a replica', () => {
  const change = (states: States, node: string, name: string, by: object): States =>
    on(
      node,
      ({ containers }) => ({
        containers: containers.map((one) => (one.name === name ? { ...one, ...by } : one)),
      }),
      states,
    );

  it('that nobody runs is looked for in the swarm', () => {
    const without = on(
      WORKER,
      ({ containers }) => ({ containers: containers.filter(({ name }) => name !== called(1)) }),
      servedStates(),
    );
    const found = verdict(without, 'shop.1 is running');
    expect(found?.status).toBe('fail');
    expect(found?.command).toBe('./lab exec docker-node1 -- docker service ps shop');
  });

  it('is spoken of to Docker under its own name', () => {
    const paused = change(servedStates(), WORKER, called(1), { status: 'paused' });
    expect(verdict(paused, 'shop.1 is running')?.hint).toContain(
      `./lab exec docker-node2 -- docker unpause ${called(1)}`,
    );
    const commands = verdicts(servedStates())
      .filter(({ to }) => to === 'shop.1')
      .map(({ command }) => command ?? '');
    const inner = commands.filter((command) => / docker (inspect|port|logs) /.test(command));
    expect(inner.length).toBeGreaterThan(2);
    expect(inner.filter((command) => !command.endsWith(` ${called(1)}`))).toEqual([]);
  });

  it('is made anew with its service', () => {
    const alone = change(servedStates(), WORKER, called(1), { attachments: [] });
    expect(verdict(alone, 'shop.1 is attached to test-overlay')?.mend).toEqual({
      kind: 'replace',
      resource: 'docker_service.shop',
    });
  });

  const attachments = (states: States) =>
    states.get(WORKER)!.containers.find(({ name }) => name === called(1))!.attachments;
  const joined = (network: string): States => {
    const states = servedStates();
    const networkId = states.get(WORKER)!.networks.find(({ name }) => name === network)!.id;
    const [first] = attachments(states);
    const more = { ...first!, network, networkId, address: '10.0.0.9' };
    return change(states, WORKER, called(1), { attachments: [first, more] });
  };
  const EXTRA = 'shop.1 is attached to nothing else';

  it('is on ingress where its service has ports, and nowhere else', () => {
    const ports = [{ ip: '0.0.0.0', published: 8080, target: 80, protocol: 'tcp' as const }];
    expect(verdict(joined('ingress'), EXTRA, { ports })?.status).toBe('pass');
    expect(verdict(joined('ingress'), EXTRA)?.status).toBe('fail');
    expect(verdict(joined('bridge'), EXTRA, { ports })?.status).toBe('fail');
  });

  it('has its default gateway looked at there all the same', () => {
    const ports = [{ ip: '0.0.0.0', published: 8080, target: 80, protocol: 'tcp' as const }];
    const subjects = (states: States, service: Partial<Service>) =>
      verdicts(states, service).map(({ subject }) => subject);
    const gateway = 'shop.1 has its default gateway on docker_gwbridge';
    expect(subjects(joined('ingress'), { ports })).toContain(gateway);
    expect(subjects(joined('bridge'), { ports })).not.toContain(gateway);
  });

  it('beyond what is declared is a stranger on the network', () => {
    const lists = 'docker network inspect test-overlay on docker-node1 lists its containers';
    const found = verdicts(servedStates({ replicas: 1 }), { replicas: 1 }).find(
      ({ subject }) => subject === lists,
    );
    expect(found?.status).toBe('fail');
    expect(found?.to).toBe(called(2));
  });
});

test('the virtual address is none of a replica', () => {
  const { states } = place(servedLab(), servedStates());
  const own = [...states.values()].flatMap(({ containers }) =>
    containers.flatMap((one) => one.attachments.map(({ address }) => address)),
  );
  expect(own).not.toContain(VIRTUAL);
});
