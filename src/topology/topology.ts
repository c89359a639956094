import type { TopologyNetwork } from './topology-network';
import type { TopologyFurtherHost, TopologyListener, TopologyNode } from './topology-node';
import type { Unsaid } from './unsaid';

/**
 * What a topology file exports: the lab as a person writes it.
 * Names follow Docker's own vocabulary; everything optional has Docker's own default.
 * Validation and defaults: `src/topology/validate.ts`.
 */
export interface Topology {
  /** Name of the lab, of its stack and of its folder below `.lab/`: `[a-z0-9-]`, at most 40 characters. */
  readonly name: string;
  /** One line for people. */
  readonly title?: string;
  /** The machine that runs the lab, as the nodes see it. */
  readonly outside: TopologyOutside;
  /** The chapters in the order in which they are read. A resource names one of them. */
  readonly chapters: readonly TopologyChapter[];
  readonly nodes: readonly TopologyNode[];
  /** Docker hosts that exist already, somewhere else than the nodes: a cloud server. */
  readonly furtherHosts?: readonly TopologyFurtherHost[];
  /** Names of the nodes that form one Docker Swarm, the manager first; overlay networks need one. */
  readonly swarm?: readonly string[];
  readonly networks?: readonly TopologyNetwork[];
  readonly containers?: readonly TopologyContainer[];
  /** What the swarm runs, as many replicas of each as are wanted, on whichever of its nodes it chooses. */
  readonly services?: readonly TopologyService[];
  readonly namespacePairs?: readonly TopologyNamespacePair[];
  /** What must hold whatever else is declared: `never: outside -> db`, see docs/claims.md. */
  readonly claims?: readonly string[];
  /** What its source does not say, where it was not written for the lab. */
  readonly unsaid?: readonly Unsaid[];
}

/** The machine that runs the lab. */
export interface TopologyOutside {
  /** Its IPv4 address on the nodes' network, such as `192.168.205.1`. */
  readonly address: string;
  /** Its IPv6 address there with a prefix length, such as `fd00:205::1/64`. */
  readonly address6?: string;
  /** What it reaches by way of a node, besides the node itself: direct routing to a network of containers. */
  readonly routes?: readonly TopologyRoute[];
}

/** `ip route add TO via NODE`. */
export interface TopologyRoute {
  /** CIDR of either family: a network's subnet, or `0.0.0.0/0`. */
  readonly to: string;
  /** Name of a node. */
  readonly via: string;
}

/** A group of resources that is read, deployed and reported together. */
export interface TopologyChapter {
  /** `[a-z0-9-]`. */
  readonly id: string;
  readonly title: string;
}

export type { EngineSeries } from './engines';
export type * from './topology-network';
export type * from './topology-node';

/** A container. */
export interface TopologyContainer {
  readonly name: string;
  readonly node: string;
  /** Image reference such as `busybox:1.36`. */
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** By which it is known on its user-defined networks besides its name; default: its short id. */
  readonly hostname?: string;
  /** Default `bridge`: the container has interfaces of its own, on `networks`. */
  readonly networkMode?: 'bridge' | 'host' | 'none' | `container:${string}`;
  /** Networks of the same node, and overlays; default: the default bridge, `bridge`. Only with network mode `bridge`. */
  readonly networks?: readonly (string | TopologyAttachment)[];
  /** Containers on the default bridge, or on another network of this one's, that it knows by a further name. */
  readonly links?: readonly TopologyLink[];
  /** Lines of /etc/hosts: `db:10.0.0.5`, `host.docker.internal:host-gateway`. */
  readonly extraHosts?: readonly string[];
  /** DNS servers that are asked for what the networks do not know; default: those of its node. */
  readonly dns?: readonly string[];
  /** Names, with their addresses, that it knows as a DNS server. */
  readonly names?: Readonly<Record<string, string>>;
  /** Ports that it opens to containers linked to it where `icc` is off: `80`, `53/udp`. Default: where it listens. */
  readonly expose?: readonly string[];
  /** Kernel parameters of its network namespace, such as `net.ipv6.conf.all.disable_ipv6`. */
  readonly sysctls?: Readonly<Record<string, string>>;
  /**
   * Docker's short syntax: `80:80`, `127.0.0.1:8080:80`, `[::1]:8080:80`, `53:53/udp`, `8000-8002:8000-8002`. Of
   * `8000-8010:80` and of `80` alone the engine chooses the port of the node.
   */
  readonly ports?: readonly string[];
  /** What listens inside. */
  readonly listens?: readonly TopologyListener[];
  readonly chapter?: string;
}

/** A service of the swarm: containers that are alike, its replicas. `web.1`, `web.2`, … are their endpoints. */
export interface TopologyService {
  /** Also the name that the overlay networks' containers ask for; `tasks.NAME` is all replicas. */
  readonly name: string;
  /** Image reference such as `nginx:1.26`. */
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Default 1. */
  readonly replicas?: number;
  /** Overlay networks, at least one. */
  readonly networks: readonly (string | TopologyServiceAttachment)[];
  /**
   * `vip`: its name is one virtual address, from which the nodes' kernels (IP_VS) choose a replica each time; `dnsrr`:
   * its name is the replicas' own addresses. Default `vip`.
   */
  readonly endpointMode?: EndpointMode;
  /** Through the routing mesh, on every node of the swarm: `8080:80`, `53:53/udp`. Only with endpoint mode `vip`. */
  readonly ports?: readonly string[];
  /** What listens in each replica. */
  readonly listens?: readonly TopologyListener[];
  readonly chapter?: string;
}

/** Docker's `--endpoint-mode`. */
export type EndpointMode = 'vip' | 'dnsrr';

/** A service's membership of an overlay network. */
export interface TopologyServiceAttachment {
  readonly network: string;
  /** Default: the service's chapter. */
  readonly chapter?: string;
}

/** A container's membership of a network. */
export interface TopologyAttachment {
  readonly network: string;
  /** Further names on this network; several containers may have one, and then any of them may answer. */
  readonly aliases?: readonly string[];
  /** Static IPv4 address; only on a network with a declared subnet. */
  readonly address?: string;
  /** Static IPv6 address; only on a network with a declared IPv6 subnet. */
  readonly address6?: string;
  /** The network with the highest has the default route; default 0, from engine 28 on. */
  readonly gwPriority?: number;
  /** Further addresses of 169.254.0.0/16 or fe80::/10. */
  readonly linkLocalIps?: readonly string[];
  /** Options of the driver for this interface, such as `com.docker.network.endpoint.sysctls`. */
  readonly driverOpts?: Readonly<Record<string, string>>;
  /** Default: the container's chapter. */
  readonly chapter?: string;
}

/** Docker's `--link target:alias`. */
export interface TopologyLink {
  readonly container: string;
  /** Default: the target's name. */
  readonly alias?: string;
  readonly chapter?: string;
}

/** Two network namespaces on a node, joined by a veth pair. */
export interface TopologyNamespacePair {
  readonly node: string;
  readonly ends: readonly [TopologyNamespace, TopologyNamespace];
  readonly chapter?: string;
}

/** One end: `ip netns add NAME` and the veth interface in it. */
export interface TopologyNamespace {
  readonly name: string;
  /** Interface name, at most 15 characters. */
  readonly interface: string;
  /** IPv4 address with prefix length, such as `192.168.1.1/24`. */
  readonly address: string;
}
