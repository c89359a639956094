import type {
  AttachmentState,
  ContainerState,
  NetworkState,
  NodeState,
  States,
  SwarmState,
} from '../../../src/observe/state';
import type { Lab } from '../../../src/topology/lab';
import { buildLab, type LabSpec } from '../../predict/builder';

const spec: LabSpec = {
  swarm: ['node1', 'node2'],
  networks: [{ name: 'net' }],
  overlays: [{ name: 'over', subnet: '10.0.1.0/24' }],
  containers: {
    a: { networks: ['over'] },
    b: { node: 'node2', networks: ['over'] },
    c: { networks: ['net', 'over'] },
  },
};

/** An overlay over two nodes: a and b leave through docker_gwbridge, c through a bridge. */
export const overlayLab = (change: (spec: LabSpec) => LabSpec = (same) => same): Lab =>
  buildLab(change(spec));

/** A network as an engine has it. */
export const network = (name: string, more: Partial<NetworkState> = {}): NetworkState => ({
  id: `id of ${name}`,
  name,
  driver: 'bridge',
  internal: false,
  attachable: false,
  labels: {},
  options: {},
  bridge: '',
  containers: [],
  addresses: {},
  ...more,
});

/** With the container that leaves over it. */
const gateway = (id: string): NetworkState =>
  network('docker_gwbridge', { subnet: '172.19.0.0/16', addresses: { [id]: '172.19.0.2' } });
const OVER = network('over', { driver: 'overlay', subnet: '10.0.1.0/24' });
const INGRESS = network('ingress', { driver: 'overlay', subnet: '10.0.0.0/24' });

export const attachment = (name: string): AttachmentState => ({
  network: name,
  networkId: `id of ${name}`,
  address: '',
  gateway: '',
  mac: '',
  aliases: [],
});

/** A running container. */
export const container = (name: string, networks: readonly string[]): ContainerState => ({
  id: name,
  name,
  status: 'running',
  pid: 1,
  exitCode: 0,
  labels: {},
  networkMode: networks[0] ?? 'bridge',
  attachments: networks.map(attachment),
  bindings: [],
  inside: {
    hostname: name,
    namespace: name,
    interfaces: [],
    routes: [],
    hosts: [],
    resolver: [],
  },
});

const member = (id: string, manager: boolean): SwarmState => ({
  id,
  address: id === 'one' ? '192.168.205.10' : '192.168.205.11',
  state: 'active',
  manager,
  ...(manager ? { nodes: ['one', 'two'].map(listed) } : {}),
});

const listed = (id: string) => ({ id, hostname: id, status: 'ready', availability: 'active' });

const node = (name: string, more: Partial<NodeState>): NodeState => ({
  node: name,
  hostname: name,
  engine: '26.1.5',
  namespace: name,
  forwarding: true,
  interfaces: [],
  routes: [],
  containers: [],
  networks: [],
  namespaces: [],
  firewall: { readable: false, ip4: [], ip6: [], nft: [] },
  daemon: { settings: '', init: '' },
  clock: 0,
  ...more,
});

const declared = (): NodeState[] => [
  node('node1', {
    networks: [network('bridge'), network('net'), gateway('a'), OVER, INGRESS],
    containers: [container('a', ['over']), container('c', ['net', 'over'])],
    swarm: member('one', true),
  }),
  node('node2', {
    networks: [network('bridge'), gateway('b'), OVER, INGRESS],
    containers: [container('b', ['over'])],
    swarm: member('two', false),
  }),
];

/** What is on the nodes where all is as declared, with one of them changed. */
export const overlayStates = (
  at = '',
  change: (state: NodeState) => NodeState = (same) => same,
): States =>
  new Map(
    declared().map((state) => [state.node, state.node === at ? change(state) : state] as const),
  );
