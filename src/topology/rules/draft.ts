import { NETWORK_MODE } from '../formats';
import { DEFAULT_BRIDGE } from '../lab';
import { NO_ADDRESS } from '../left-out';
import { parsePort, type ParsedPort } from '../ports';
import { valueAt, type Path } from '../problems';
import type {
  Topology,
  TopologyAttachment,
  TopologyBridge,
  TopologyChapter,
  TopologyContainer,
  TopologyFurtherHost,
  TopologyLan,
  TopologyNamespacePair,
  TopologyNetwork,
  TopologyNode,
  TopologyOutside,
  TopologyOverlay,
  TopologyService,
  TopologyServiceAttachment,
} from '../topology';

/** A part of the topology and its place in it. */
export interface Item<T> {
  readonly path: Path;
  readonly value: T;
}

/** A container with its short forms read. */
export interface ContainerItem extends Item<TopologyContainer> {
  /** `unknown` where the written mode is none of Docker's. */
  readonly mode: 'bridge' | 'host' | 'none' | 'container' | 'unknown';
  /** With mode `container`: the name after the colon. */
  readonly shares: string | undefined;
  /** With mode `bridge`: its networks, the default filled in. */
  readonly attachments: readonly Item<TopologyAttachment>[];
  readonly ports: readonly (Item<string> & { readonly parsed: ParsedPort })[];
}

/** A service with its short forms read. */
export interface ServiceItem extends Item<TopologyService> {
  readonly attachments: readonly Item<TopologyServiceAttachment>[];
  readonly ports: readonly (Item<string> & { readonly parsed: ParsedPort })[];
}

/**
 * What rules look at: a topology whose values have the right types, though not yet the right content.
 * Elements of a wrong shape are left out, but their names are still `written`, so that what refers to
 * them is not called wrong as well.
 */
export interface Draft {
  readonly outside: Item<TopologyOutside> | undefined;
  readonly chapters: readonly Item<TopologyChapter>[];
  /** Further hosts too: only their path tells. */
  readonly nodes: readonly Item<TopologyNode>[];
  /** Bridges that say their node. */
  readonly networks: readonly Item<TopologyBridge>[];
  /** Bridges that do not. */
  readonly nowhere: readonly Item<TopologyNetwork>[];
  readonly overlays: readonly Item<TopologyOverlay>[];
  /** On an interface of a node. */
  readonly lans: readonly Item<TopologyLan>[];
  /** The names of the swarm's nodes. */
  readonly swarm: readonly Item<string>[];
  readonly containers: readonly ContainerItem[];
  readonly services: readonly ServiceItem[];
  readonly pairs: readonly Item<TopologyNamespacePair>[];
  readonly claims: readonly Item<string>[];
  readonly written: {
    readonly chapters: ReadonlySet<string>;
    readonly nodes: ReadonlySet<string>;
    readonly networks: ReadonlySet<string>;
    readonly containers: ReadonlySet<string>;
  };
  /** By name; the first of its name. */
  readonly nodeNamed: ReadonlyMap<string, Item<TopologyNode>>;
  readonly containerNamed: ReadonlyMap<string, ContainerItem>;
  /** By `networkKey`. */
  readonly networkNamed: ReadonlyMap<string, Item<TopologyBridge>>;
  readonly overlayNamed: ReadonlyMap<string, Item<TopologyOverlay>>;
  /** By `networkKey`. */
  readonly lanNamed: ReadonlyMap<string, Item<TopologyLan>>;
}

/** A network's name is its own on one node only. */
export const networkKey = (node: string, network: string): string => `${node}/${network}`;

const LISTS = [
  'chapters',
  'nodes',
  'furtherHosts',
  'swarm',
  'networks',
  'containers',
  'services',
  'namespacePairs',
  'claims',
];

/** Which network a container's attachment means: an overlay is the same on every node. */
export const attachedKey = (draft: Draft, node: string, network: string): string =>
  draft.overlayNamed.has(network) &&
  !draft.networkNamed.has(networkKey(node, network)) &&
  !draft.lanNamed.has(networkKey(node, network))
    ? networkKey('', network)
    : networkKey(node, network);

/** The draft of an input; undefined where a list itself has not the right type. */
export function makeDraft(input: unknown, untyped: readonly Path[]): Draft | undefined {
  const broken = untyped.some(
    ([list, ...rest]) => list === undefined || (rest.length === 0 && LISTS.includes(String(list))),
  );
  if (broken) return undefined;
  const topology = input as Topology;
  const bad = new Set(untyped.map((path) => path.slice(0, 2).join('/')));
  const items = <T>(list: string, values: readonly T[] | undefined): Item<T>[] =>
    [...(values ?? [])]
      .map((value, index) => ({ value, path: [list, index] }))
      .filter(({ path }) => !bad.has(path.join('/')));
  const further = items('furtherHosts', topology.furtherHosts);
  const nodes = [...items('nodes', topology.nodes), ...further.map(asNode)];
  const all = items('networks', topology.networks);
  const bridges = all.filter(isBridge);
  const networks = bridges.filter(({ value }) => value.node !== undefined);
  const onInterfaces = all.filter(isLan);
  const lans = onInterfaces.filter(({ value }) => value.node !== undefined);
  const overlays = all.filter(isOverlay);
  const containers = items('containers', topology.containers).map(readContainer);
  return {
    outside: untyped.some(([first]) => first === 'outside')
      ? undefined
      : { value: topology.outside, path: ['outside'] },
    chapters: items('chapters', topology.chapters),
    nodes,
    networks,
    nowhere: [...bridges, ...onInterfaces].filter(({ value }) => value.node === undefined),
    overlays,
    lans,
    swarm: items('swarm', topology.swarm),
    containers,
    services: items('services', topology.services).map(readService),
    pairs: items('namespacePairs', topology.namespacePairs),
    claims: items('claims', topology.claims),
    written: {
      chapters: strings(topology.chapters, 'id'),
      nodes: new Set([
        ...strings(topology.nodes, 'name'),
        ...strings(topology.furtherHosts, 'name'),
      ]),
      networks: strings(topology.networks, 'name'),
      containers: strings(topology.containers, 'name'),
    },
    nodeNamed: firstBy(nodes, ({ value }) => value.name),
    containerNamed: firstBy(containers, ({ value }) => value.name),
    networkNamed: firstBy(networks, ({ value }) => networkKey(value.node, value.name)),
    overlayNamed: firstBy(overlays, ({ value }) => value.name),
    lanNamed: firstBy(lans, ({ value }) => networkKey(value.node, value.name)),
  };
}

const isOverlay = (item: Item<TopologyNetwork>): item is Item<TopologyOverlay> =>
  item.value.driver === 'overlay';

const isLan = (item: Item<TopologyNetwork>): item is Item<TopologyLan> =>
  item.value.driver === 'macvlan' || item.value.driver === 'ipvlan';

const isBridge = (item: Item<TopologyNetwork>): item is Item<TopologyBridge> =>
  !isOverlay(item) && !isLan(item);

export const isFurther = ({ path }: { readonly path: Path }): boolean => path[0] === 'furtherHosts';

const asNode = ({ value, path }: Item<TopologyFurtherHost>): Item<TopologyNode> => ({
  value: { ...value, address: `${value.address ?? NO_ADDRESS}/32` },
  path,
});

function readContainer({ value, path }: Item<TopologyContainer>): ContainerItem {
  const [word = '', ...rest] = (value.networkMode ?? 'bridge').split(':');
  const mode = NETWORK_MODE.fits(value.networkMode ?? 'bridge')
    ? (word as ContainerItem['mode'])
    : 'unknown';
  const written = value.networks ?? [DEFAULT_BRIDGE];
  return {
    value,
    path,
    mode,
    shares: mode === 'container' ? rest.join(':') : undefined,
    attachments:
      mode === 'bridge'
        ? written.map((entry, index) => ({
            value: typeof entry === 'string' ? { network: entry } : entry,
            path: [...path, 'networks', index],
          }))
        : [],
    ports: readPorts(value.ports, path),
  };
}

const readService = ({ value, path }: Item<TopologyService>): ServiceItem => ({
  value,
  path,
  attachments: value.networks.map((entry, index) => ({
    value: typeof entry === 'string' ? { network: entry } : entry,
    path: [...path, 'networks', index],
  })),
  ports: readPorts(value.ports, path),
});

const readPorts = (ports: readonly string[] | undefined, path: Path) =>
  (ports ?? []).map((text, index) => ({
    value: text,
    path: [...path, 'ports', index],
    parsed: parsePort(text),
  }));

const strings = (list: unknown, key: string): ReadonlySet<string> =>
  new Set(
    (Array.isArray(list) ? list : [])
      .map((element: unknown) => valueAt(element, [key]))
      .filter((name) => typeof name === 'string'),
  );

function firstBy<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const item of items) if (!found.has(key(item))) found.set(key(item), item);
  return found;
}
