import type { Protocol } from './endpoint';
import type { Claim } from './claims';
import type { ListenerSource, Unsaid } from './unsaid';
import type { Lan, Network, Overlay } from './lab-network';
import type {
  EndpointMode,
  EngineSeries,
  FirewallBackend,
  NodeBackend,
  TopologyAddressPool,
  TopologyForeignFirewall,
  TopologyRoute,
  TopologySsh,
} from './topology';
import type { Text } from '../text/text';

/**
 * A validated topology: defaults filled in, every reference known to resolve.
 * Made by `validate` and by nothing else.
 */
export interface Lab {
  readonly name: string;
  readonly title: string;
  readonly outside: LabOutside;
  readonly chapters: readonly Chapter[];
  readonly nodes: readonly LabNode[];
  /** Further hosts that nobody named, left out with everything on them. */
  readonly leftOut?: readonly LeftOut[];
  /** Names of the nodes of the Docker Swarm, the manager first; empty where there is none. */
  readonly swarm: readonly string[];
  /** User-defined bridges; each node has the default bridge besides. */
  readonly networks: readonly Network[];
  /** Overlay networks of the swarm. */
  readonly overlays: readonly Overlay[];
  /** Networks on an interface of a node; absent where there is none. */
  readonly lans?: readonly Lan[];
  /** Replicas of services too, after the others. */
  readonly containers: readonly Container[];
  readonly services: readonly Service[];
  readonly namespacePairs: readonly NamespacePair[];
  /** What must hold whatever else is declared; absent where nothing was written. */
  readonly claims?: readonly Claim[];
  /** What its source does not say; absent for a topology of ours. */
  readonly unsaid?: readonly Unsaid[];
}

interface LabOutside {
  readonly address: string;
  /** IPv6 address with its prefix length, canonical. */
  readonly address6?: string;
  readonly routes?: readonly TopologyRoute[];
}

interface Chapter {
  readonly id: string;
  readonly title: string;
}

/** What an engine is told besides; absent where it is as engines are by themselves. */
export interface EngineOptions {
  readonly firewall?: FirewallBackend;
  readonly userlandProxy?: false;
  /** Of the default bridge. */
  readonly icc?: false;
  /** Of the default bridge: canonical IPv6 CIDR, or true where the engine chooses it. */
  readonly ipv6?: string | true;
  readonly ip?: string;
  readonly defaultAddressPools?: readonly TopologyAddressPool[];
  readonly allowDirectRouting?: true;
  readonly bridgeAcceptFwmark?: string;
}

export interface LabNode {
  readonly name: string;
  /** Bare IPv4 address. */
  readonly address: string;
  /** CIDR of the nodes' network, such as `192.168.205.0/24`. */
  readonly subnet: string;
  /** MiB. */
  readonly memory: number;
  readonly cpus: number;
  readonly engine: EngineSeries;
  readonly listens: readonly Listener[];
  readonly chapter: string;
  /** Undefined: the one that the user chose for all nodes. */
  readonly backend?: NodeBackend;
  readonly ssh?: TopologySsh & { readonly host: string };
  /** In a network of its own, see `TopologyFurtherHost`. */
  readonly apart?: true;
  /** Further addresses on the nodes' network with prefix lengths, IPv6 ones canonical. */
  readonly addresses?: readonly string[];
  readonly options?: EngineOptions;
  readonly foreignFirewall?: TopologyForeignFirewall;
  /** Addresses by the names that its resolver knows, in small letters. */
  readonly names?: Readonly<Record<string, string>>;
}

interface LeftOut {
  readonly host: string;
  readonly chapter: string;
  readonly containers: readonly string[];
  readonly why: Text;
}

export interface Container {
  readonly name: string;
  /** Of a replica: where the swarm runs it, as far as is known; else taken to be the next in turn. */
  readonly node: string;
  /** The service whose replica it is. */
  readonly service?: string;
  /** Its service publishes ports: it is on the swarm's own overlay network `ingress` too. */
  readonly ingress?: true;
  readonly image: string;
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly hostname?: string;
  readonly networking: Networking;
  readonly extraHosts?: readonly ExtraHost[];
  readonly dns?: readonly string[];
  /** Addresses by the names that it answers to as a DNS server, in small letters. */
  readonly names?: Readonly<Record<string, string>>;
  /** Ports that links open; absent: where it listens. */
  readonly expose?: readonly { readonly port: number; readonly protocol: Protocol }[];
  readonly sysctls?: Readonly<Record<string, string>>;
  readonly links: readonly Link[];
  readonly ports: readonly PublishedPort[];
  readonly listens: readonly Listener[];
  readonly chapter: string;
}

/** A service of the swarm; its replicas are containers of the lab. */
export interface Service {
  readonly name: string;
  readonly image: string;
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly replicas: number;
  readonly networks: readonly { readonly network: string; readonly chapter: string }[];
  readonly endpointMode: EndpointMode;
  /** Of every node of the swarm. */
  readonly ports: readonly PublishedPort[];
  readonly listens: readonly Listener[];
  readonly chapter: string;
}

/** The swarm's own overlay network, over which the routing mesh reaches the replicas of a service with ports. */
export const INGRESS = 'ingress';

/** The name by which all replicas of a service can be asked for. */
export const tasksName = (service: string): string => `tasks.${service}`;

/** Where a container's interfaces come from. */
export type Networking =
  | { readonly mode: 'bridge'; readonly attachments: readonly Attachment[] }
  | { readonly mode: 'host' }
  | { readonly mode: 'none' }
  | { readonly mode: 'container'; readonly container: string };

export interface Attachment {
  /** `bridge` is the node's default bridge. */
  readonly network: string;
  readonly aliases: readonly string[];
  readonly address?: string;
  /** Canonical. */
  readonly address6?: string;
  readonly gwPriority?: number;
  readonly linkLocalIps?: readonly string[];
  readonly driverOpts?: Readonly<Record<string, string>>;
  readonly chapter: string;
}

/** A line of /etc/hosts. */
export interface ExtraHost {
  readonly name: string;
  /** `host-gateway`: the node's on its default bridge. */
  readonly address: string;
}

export interface Link {
  readonly container: string;
  readonly alias: string;
  readonly chapter: string;
}

/** One published port (a range is expanded). */
export interface PublishedPort {
  /** Address on the node, an IPv6 one canonical; `0.0.0.0` is all of them, `::` all IPv6 ones. */
  readonly ip: string;
  /** With `ip` `0.0.0.0`: IPv4 ones alone. */
  readonly family?: 'IPv4';
  readonly published: number;
  readonly target: number;
  readonly protocol: Protocol;
  /** From which ports the engine chooses: `published` is the one that it is taken to choose. */
  readonly chosen?: { readonly first: number; readonly last: number };
}

export type { Protocol };
export * from './lab-network';

export interface Listener {
  readonly port: number;
  readonly protocol: Protocol;
  readonly page?: string;
  /** Who says so, where it is not declared. */
  readonly from?: ListenerSource;
  /** The only addresses on which it listens; absent: on all. */
  readonly at?: readonly string[];
}

export interface NamespacePair {
  readonly node: string;
  readonly ends: readonly [Namespace, Namespace];
  readonly chapter: string;
}

export interface Namespace {
  readonly name: string;
  readonly interface: string;
  /** Bare IPv4 address. */
  readonly address: string;
  readonly prefix: number;
}

/** Label of everything that the lab makes with Docker; its value is the lab's name. */
export const LAB_LABEL = 'docker-network-lab.lab';

/** The default bridge's name, as `docker network ls` has it. */
export const DEFAULT_BRIDGE = 'bridge';

/**
 * The bridge of each node of a swarm, over which a container leaves that is on overlay networks and on no bridge that
 * leads out.
 */
export const GATEWAY_BRIDGE = 'docker_gwbridge';

/** Names of networks and of a bridge that Docker itself uses on every node. */
export const RESERVED_NETWORKS: ReadonlySet<string> = new Set([
  ...[DEFAULT_BRIDGE, 'host', 'none', 'default', 'docker0'],
  ...[GATEWAY_BRIDGE, 'ingress'],
]);

/** True for the name of one of the lab's overlay networks. */
export const isOverlay = (
  { overlays }: Pick<Lab, 'overlays'>,
  network: string | undefined,
): boolean => overlays.some(({ name }) => name === network);
