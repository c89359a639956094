import fc from 'fast-check';
import { parseFacts, unknownState } from '../../src/observe/parse-facts';
import { place } from '../../src/observe/place';
import type { ContainerState, NodeState, States } from '../../src/observe/state';
import { buildLab } from '../predict/builder';
import { called, servedLab, servedStates, MANAGER, WORKER } from '../support/served';

const lab = buildLab({
  nodes: [{ name: 'node1' }, { name: 'node2' }, { name: 'node3' }],
  swarm: ['node1', 'node2'],
  overlays: [{ name: 'wide' }],
  containers: { plain: {}, far: { node: 'node3' } },
  services: [{ name: 'web', networks: ['wide'], replicas: 3 }],
});

interface Found {
  readonly slot: number;
  readonly status?: string;
  readonly service?: string;
}

const task = (node: string, { slot, status = 'running', service = 'web' }: Found, id: number) => {
  const name = `${service}.${slot}.${id}${node}`;
  const labels = {
    'com.docker.swarm.service.name': service,
    'com.docker.swarm.task.name': name,
  };
  return { id: `${id}${node}${slot}`, name, status, labels } as unknown as ContainerState;
};

const node = (name: string, ...found: readonly Found[]): NodeState => ({
  ...parseFacts(name, 'end\t-\t-'),
  containers: found.map((one, index) => task(name, one, index)),
});

const statesOf = (...nodes: readonly NodeState[]): States =>
  new Map(nodes.map((state) => [state.node, state]));

/** Where the replicas are, and as which task. */
function placed(states: States): Record<string, string> {
  const result = place(lab, states);
  const replicas = result.lab.containers.filter(({ service }) => service !== undefined);
  return Object.fromEntries(
    replicas.map((one) => {
      const real = result.states.get(one.node)?.containers.find(({ name }) => name === one.name);
      return [one.name, `${one.node} ${real?.fullName?.split('.')[1] ?? '-'}`];
    }),
  );
}

describe('a replica', () => {
  it('is where the swarm runs the task of its slot', () => {
    const states = statesOf(node('node1', { slot: 3 }), node('node2', { slot: 2 }, { slot: 1 }));
    expect(placed(states)).toEqual({ 'web.1': 'node2 1', 'web.2': 'node2 2', 'web.3': 'node1 3' });
  });

  it('may be in a slot beyond: those are given in turn to what is left', () => {
    const states = statesOf(node('node1', { slot: 9 }, { slot: 2 }), node('node2', { slot: 5 }));
    expect(placed(states)).toEqual({ 'web.1': 'node2 5', 'web.2': 'node1 2', 'web.3': 'node1 9' });
  });

  it('is the last task of one slot where two run for a while, and the other is none', () => {
    const states = statesOf(node('node1', { slot: 1 }), node('node2', { slot: 1 }));
    expect(placed(states)).toEqual({ 'web.1': 'node2 1', 'web.2': 'node2 -', 'web.3': 'node1 -' });
  });

  it('is none of the tasks that have ended, nor one that does not run yet', () => {
    const ended = ['exited', 'created', 'dead'].map((status) => ({ slot: 1, status }));
    const states = statesOf(node('node1', ...ended), node('node2', { slot: 1 }));
    expect(placed(states)['web.1']).toBe('node2 1');
    expect(placed(statesOf(node('node1', ...ended), node('node2')))['web.1']).toBe('node1 -');
  });

  it('is one that is paused', () => {
    const states = statesOf(node('node1'), node('node2', { slot: 1, status: 'paused' }));
    expect(placed(states)['web.1']).toBe('node2 1');
  });

  it('that nobody runs is taken to be where a node could not be asked', () => {
    const states = statesOf(node('node1', { slot: 2 }), unknownState('node2', 'no answer'));
    expect(placed(states)).toEqual({ 'web.1': 'node2 -', 'web.2': 'node1 2', 'web.3': 'node2 -' });
  });

  it('that nobody runs stays where it was taken to be, if every node could be asked', () => {
    expect(placed(statesOf(node('node1'), node('node2')))).toEqual({
      ...{ 'web.1': 'node1 -', 'web.2': 'node2 -', 'web.3': 'node1 -' },
    });
  });

  it('is no task of another service, nor of another swarm', () => {
    const states = statesOf(
      node('node1', { slot: 1, service: 'web2' }),
      node('node2'),
      node('node3', { slot: 1 }),
    );
    expect(placed(states)['web.1']).toBe('node1 -');
  });

  it('of an unreadable task counts as one of a slot beyond', () => {
    const [odd] = node('node2', { slot: 1 }).containers;
    const labels = { 'com.docker.swarm.service.name': 'web' };
    const states = statesOf(node('node1'), {
      ...node('node2'),
      containers: [{ ...odd!, labels }],
    });
    expect(placed(states)['web.1']).toBe('node2 1');
  });
});

describe('placing', () => {
  it('gives the lab’s names to the containers and to what networks list, and keeps Docker’s own', () => {
    const { states } = place(servedLab(), servedStates());
    const real = states.get(WORKER)!.containers.find(({ name }) => name === 'shop.1');
    expect(real?.fullName).toBe(called(1));
    const net = states.get(WORKER)!.networks.find(({ name }) => name === 'test-overlay');
    expect(net?.containers).toEqual(['shop.1']);
    expect(states.get(MANAGER)!.containers.map(({ name }) => name)).toContain('shop.2');
  });

  it('leaves everything else as it is', () => {
    const states = statesOf(node('node1', { slot: 4 }), node('node2', { slot: 1 }));
    const result = place({ ...lab, services: [] }, states);
    expect(result.states).toBe(states);
    const nodes = place(lab, states).lab.containers.filter(({ service }) => !service);
    expect(nodes).toEqual(lab.containers.filter(({ service }) => !service));
  });

  const found = fc.record({
    slot: fc.integer({ min: 1, max: 6 }),
    status: fc.constantFrom('running', 'running', 'paused', 'exited', 'created'),
    service: fc.constantFrom('web', 'web', 'web', 'other'),
  });
  const anyStates = fc
    .tuple(fc.array(found, { maxLength: 5 }), fc.array(found, { maxLength: 5 }), fc.boolean())
    .map(([one, two, lost]) =>
      statesOf(node('node1', ...one), lost ? unknownState('node2', 'x') : node('node2', ...two)),
    );

  const names = (states: States): string[] =>
    [...states.values()].flatMap(({ containers }) => containers.map(({ name }) => name));

  it('finds as many as run in slots of their own and are wanted, each once, each under its own slot if it is one of them', () => {
    fc.assert(
      fc.property(anyStates, (states) => {
        const running = [...states.values()].flatMap(({ containers }) =>
          containers.filter(({ status, labels }) => {
            const service = labels['com.docker.swarm.service.name'];
            return service === 'web' && ['running', 'paused'].includes(status);
          }),
        );
        const result = place(lab, states);
        const given = names(result.states).filter((name) => /^web\.\d$/.test(name));
        expect(new Set(given).size).toBe(given.length);
        const slots = new Set(running.map(({ name }) => name.split('.')[1]));
        expect(given).toHaveLength(Math.min(3, slots.size));
        for (const slot of ['1', '2', '3'].filter((one) => slots.has(one))) {
          const { node: on } = result.lab.containers.find(({ name }) => name === `web.${slot}`)!;
          const own = result.states.get(on)!.containers.find(({ name }) => name === `web.${slot}`);
          expect(own?.fullName).toMatch(new RegExp(`^web\\.${slot}\\.`));
        }
      }),
    );
  });

  it('again changes nothing', () => {
    fc.assert(
      fc.property(anyStates, (states) => {
        const once = place(lab, states);
        expect(place(once.lab, once.states)).toEqual(once);
        expect(place(lab, once.states)).toEqual(once);
      }),
    );
  });
});
