import { place } from '../../../src/observe/place';
import type { ContainerState, NetworkState, NodeState } from '../../../src/observe/state';
import type { Graph } from '../../../src/report/graph/graph';
import { observedGraph } from '../../../src/report/graph/observed';
import { attachment, container, network, overlayLab, overlayStates } from './overlay-lab';

const observe = (node?: string, change?: (state: NodeState) => NodeState): Graph =>
  observedGraph(place(overlayLab(), overlayStates(node, change)));
const marks = ({ items, links }: Graph): string[] =>
  [...items, ...links].filter(({ mark }) => mark !== 'same').map(({ id, mark }) => `${mark} ${id}`);
const differences = (graph: Graph): string[] =>
  graph.items.flatMap(({ differences: all }) => all.map(({ key, value }) => `${key} ${value}`));
const withNetworks =
  (change: (networks: readonly NetworkState[]) => readonly NetworkState[]) =>
  (state: NodeState) => ({
    ...state,
    networks: change(state.networks),
  });
const without = (name: string) =>
  withNetworks((networks) => networks.filter((one) => one.name !== name));
const other = (more: Partial<NetworkState>) =>
  withNetworks((networks) =>
    networks.map((one) => (one.name === 'over' ? { ...one, ...more } : one)),
  );
const withContainers = (change: (one: ContainerState) => ContainerState) => (state: NodeState) => ({
  ...state,
  containers: state.containers.map(change),
});

const pending = (state: NodeState): NodeState => ({
  ...state,
  swarm: { ...state.swarm!, state: 'pending' },
});

/** Every line of the picture has two ends. */
const sound = ({ items, links }: Graph): boolean => {
  const ids = new Set(items.map(({ id }) => id));
  return links.every(({ from, to }) => ids.has(from) && ids.has(to));
};

describe('an overlay of the running lab', () => {
  it('is not marked where all is as declared, nor is what Docker adds for a swarm', () => {
    expect(marks(observe())).toEqual([]);
  });

  it('has its attachments marked where they are gone, with the way out', () => {
    const gone = observe('node2', (state) => ({
      ...state,
      networks: state.networks.map((one) => ({ ...one, addresses: {} })),
      containers: [container('b', [])],
    }));
    expect(marks(gone)).toEqual([
      'missing overlay overlay over > container node2/b',
      'missing attachment bridge node2/docker_gwbridge > container node2/b',
    ]);
  });

  it('has attachments that nobody declared marked', () => {
    const stranger = container('stranger', ['over']);
    const graph = observe('node2', (state) => ({
      ...state,
      containers: [...state.containers, stranger],
    }));
    expect(marks(graph)).toEqual([
      'extra container node2/stranger',
      'extra overlay overlay over > container node2/stranger',
    ]);
  });

  it('is missing where the manager and all others lack it', () => {
    const states = [...overlayStates('node1', without('over')).values()].map(without('over'));
    const graph = observedGraph(
      place(overlayLab(), new Map(states.map((state) => [state.node, state]))),
    );
    expect(marks(graph)).toContain('missing overlay over');
  });

  it('says that the manager lacks it, but not that a node does where no container is on it', () => {
    expect(differences(observe('node1', without('over')))).toEqual(['absent-on node1']);
    expect(differences(observe('node2', without('over')))).toEqual([]);
  });

  it('says where another network has its name: those nodes do not reach each other', () => {
    const graph = observe('node2', other({ id: 'of another swarm' }));
    expect(marks(graph)).toEqual(['changed overlay over']);
    expect(differences(graph)).toEqual(['other-network-on node2']);
  });

  it('says which of its options differ', () => {
    const changed = { internal: true, options: { encrypted: '' }, subnet: '10.0.2.0/24' };
    expect(differences(observe('node1', other(changed)))).toEqual([
      'option-differs internal true',
      'option-differs encrypted true',
      'option-differs subnet 10.0.2.0/24',
    ]);
  });

  it('is drawn once where nobody declared it, with the nodes that have it', () => {
    const rogue = network('rogue', { driver: 'overlay', subnet: '10.0.9.0/24' });
    const states = [...overlayStates().values()].map((state) => ({
      ...state,
      networks: [...state.networks, rogue],
      containers: state.containers.map((one) =>
        one.name === 'b' ? { ...one, attachments: [...one.attachments, attachment('rogue')] } : one,
      ),
    }));
    const graph = observedGraph(
      place(overlayLab(), new Map(states.map((state) => [state.node, state]))),
    );
    expect(marks(graph)).toEqual([
      'extra overlay rogue',
      'extra overlay overlay rogue > container node2/b',
    ]);
    expect(graph.items.find(({ name }) => name === 'rogue')?.spans).toEqual(['node1', 'node2']);
  });

  it('has the node marked that is not in the swarm', () => {
    const { hosts } = observe('node2', pending);
    expect(hosts.map(({ name, mark }) => `${name} ${mark}`)).toEqual([
      'node1 same',
      'node2 changed',
    ]);
    expect(hosts[1]!.differences.map(({ key }) => key)).toEqual(['not-in-swarm']);
  });

  it('is not spoken of where its nodes could not be examined', () => {
    const states = [...overlayStates().values()].map((state) => ({
      ...state,
      problem: 'no answer',
      networks: [],
      containers: [],
    }));
    const graph = observedGraph(
      place(overlayLab(), new Map(states.map((state) => [state.node, state]))),
    );
    expect(marks(graph)).toEqual([]);
  });

  it('leaves no line without an end where a container is on a network that is not drawn', () => {
    const graph = observe(
      'node1',
      withContainers((one) => ({
        ...one,
        attachments: [...one.attachments, attachment('gone'), attachment('macvlan')],
      })),
    );
    expect(sound(graph)).toBe(true);
    expect(marks(graph)).toEqual([]);
  });
});
