import { place } from '../../../src/observe/place';
import type { ContainerState, States } from '../../../src/observe/state';
import type { Graph } from '../../../src/report/graph/graph';
import { observedGraph } from '../../../src/report/graph/observed';
import { svg } from '../../../src/report/graph/svg';
import { graphWords } from '../../../src/report/graph/words';
import { articleLab, articleStates, withContainer, withNode } from '../../support/article';

const observe = (states: States): Graph => observedGraph(place(articleLab, states));
const marks = ({ items, links, hosts }: Graph): string[] => [
  ...hosts.filter(({ mark }) => mark !== 'same').map(({ name, mark }) => `${mark} host ${name}`),
  ...items.filter(({ mark }) => mark !== 'same').map(({ id, mark }) => `${mark} ${id}`),
  ...links.filter(({ mark }) => mark !== 'same').map(({ id, mark }) => `${mark} ${id}`),
];
const differences = (graph: Graph): string[] =>
  graph.items.flatMap(({ differences: all }) => all.map(({ key, value }) => `${key} ${value}`));
const without =
  (network: string) =>
  (container: ContainerState): ContainerState => ({
    ...container,
    attachments: container.attachments.filter((one) => one.network !== network),
  });

describe('the graph of the running lab', () => {
  it('marks nothing where all is as declared, and knows the addresses', () => {
    const graph = observe(articleStates());
    expect(marks(graph)).toEqual([]);
    const test4 = graph.items.find(({ name }) => name === 'test4');
    expect(test4?.facts.find(({ key }) => key === 'address')?.value).toMatch(/^172\./);
  });

  it('marks an attachment that is gone', () => {
    expect(marks(observe(withContainer('test2', without('test-bridge'))))).toEqual([
      'missing attachment bridge docker-node1/test-bridge > container docker-node1/test2',
    ]);
  });

  it('marks an attachment that nobody declared', () => {
    const states = withContainer('test4', (container) => ({
      ...container,
      attachments: [...container.attachments, { ...container.attachments[0]!, network: 'bridge' }],
    }));
    expect(marks(observe(states))).toEqual([
      'extra attachment bridge docker-node1/bridge > container docker-node1/test4',
    ]);
  });

  it('marks a container that is gone with everything that hangs on it', () => {
    expect(marks(observe(withContainer('web-port', () => undefined)))).toEqual([
      'missing container docker-node1/web-port',
      'missing attachment bridge docker-node1/bridge > container docker-node1/web-port',
      'missing publish stack docker-node1 > container docker-node1/web-port',
    ]);
  });

  it('says what of a container is different', () => {
    const stopped = withContainer('web', (one) => ({ ...one, status: 'exited' }));
    expect(differences(observe(stopped))).toEqual(['not-running exited']);
    const ports = withContainer('web-port', (one) => ({
      ...one,
      bindings: [{ ip: '0.0.0.0', published: 81, target: 80, protocol: 'tcp' }],
    }));
    expect(differences(observe(ports))).toEqual(['port-missing 80 → 80', 'port-extra 81 → 80']);
    const mode = withContainer('test-none', (one) => ({ ...one, networkMode: 'host' }));
    expect(differences(observe(mode))).toEqual(['mode-differs host']);
  });

  it('marks a link whose name is gone', () => {
    const states = withContainer('test3', (one) => ({
      ...one,
      inside: { ...one.inside!, hosts: ['127.0.0.1 localhost'] },
    }));
    expect(marks(observe(states))).toEqual([
      'missing link container docker-node1/test3 > container docker-node1/test1',
    ]);
  });

  it('marks networks and containers that nobody declared', () => {
    const states = withNode((state) => ({
      ...state,
      networks: [
        ...state.networks,
        { ...state.networks.find(({ name }) => name === 'test-bridge')!, name: 'rogue' },
      ],
      containers: [
        ...state.containers,
        {
          ...state.containers.find(({ name }) => name === 'test4')!,
          name: 'stranger',
          attachments: [
            {
              ...state.containers.find(({ name }) => name === 'test4')!.attachments[0]!,
              network: 'rogue',
            },
          ],
        },
      ],
    }));
    expect(marks(observe(states))).toEqual([
      'extra bridge docker-node1/rogue',
      'extra container docker-node1/stranger',
      'extra uplink stack docker-node1 > bridge docker-node1/rogue',
      'extra attachment bridge docker-node1/rogue > container docker-node1/stranger',
    ]);
  });

  it('marks a network that is gone or different', () => {
    const gone = withNode((state) => ({
      ...state,
      networks: state.networks.filter(({ name }) => name !== 'test-bridge'),
    }));
    expect(marks(observe(gone))).toContain('missing bridge docker-node1/test-bridge');
    const internal = withNode((state) => ({
      ...state,
      networks: state.networks.map((one) =>
        one.name === 'test-bridge' ? { ...one, internal: true } : one,
      ),
    }));
    expect(differences(observe(internal))).toEqual(['option-differs internal true']);
  });

  it('marks a namespace that is gone, down or has another address', () => {
    const change = (namespaces: (state: Parameters<Parameters<typeof withNode>[0]>[0]) => object) =>
      observe(withNode((state) => ({ ...state, ...namespaces(state) })));
    expect(marks(change(() => ({ namespaces: [] })))).toContain(
      'missing namespace docker-node1/test1',
    );
    const down = change((state) => ({
      namespaces: state.namespaces.map((one) => ({
        ...one,
        interfaces: one.interfaces.map((at) => ({ ...at, up: false })),
      })),
    }));
    expect(differences(down)).toEqual(['not-running veth-test1', 'not-running veth-test2']);
    const moved = change((state) => ({
      namespaces: state.namespaces.map((one) => ({
        ...one,
        interfaces: one.interfaces.map((at) => ({
          ...at,
          addresses: [{ address: '10.0.0.1', prefix: 8 }],
        })),
      })),
    }));
    expect(differences(moved)).toEqual([
      'address-differs 10.0.0.1/8',
      'address-differs 10.0.0.1/8',
    ]);
  });

  it('says of a node that could not be examined just that', () => {
    const graph = observe(
      withNode((state) => ({ ...state, problem: 'no answer', containers: [], networks: [] })),
    );
    expect(marks(graph)).toEqual(['changed host docker-node1']);
  });

  it('writes each mark as a word, so that colour is not needed', async () => {
    const text = await svg(observe(withContainer('test2', without('test-bridge'))), graphWords.en);
    expect(text).toContain('>missing</text>');
  });
});
