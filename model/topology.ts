import type { EngineSeries } from './engines';
import type { ListenerSource, Unsaid } from './unsaid';

/**
 * What a topology file exports: the lab as a person writes it.
 * Names follow Docker's own vocabulary; everything optional has Docker's own default.
 * Validation and defaults: `model/validate.ts`.
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
}

/** A group of resources that is read, deployed and reported together. */
export interface TopologyChapter {
  /** `[a-z0-9-]`. */
  readonly id: string;
  readonly title: string;
}

/** A Docker host. */
export interface TopologyNode {
  /** Host name; also the endpoint's name. */
  readonly name: string;
  /** IPv4 address with prefix length on the nodes' network, such as `192.168.205.10/24`. */
  readonly address: string;
  /** MiB; default 1024. */
  readonly memory?: number;
  /** CPUs; default 1. */
  readonly cpus?: number;
  /** Engine series of a node that the lab itself makes; default `26.1`. */
  readonly engine?: EngineSeries;
  /** Ports on which the node itself listens, such as sshd's 22. */
  readonly listens?: readonly TopologyListener[];
  readonly chapter?: string;
  /** What brings it up; default `remote` where `ssh` is given, else what `cdktf.json` says. */
  readonly backend?: NodeBackend;
  /** How it is reached by ssh; `nodes.json` says so for a node whose host is the user's own matter. */
  readonly ssh?: TopologySsh;
}

/** `containers`: a container of this machine's engine; `vagrant`: a virtual machine; `remote`: a host that exists. */
export type NodeBackend = 'containers' | 'vagrant' | 'remote';

/**
 * A Docker host in another network than the nodes, reached by ssh: between it and the rest of the lab are networks
 * that are no part of the lab, so that only what is published on it is asked for, and only from outside. Without an
 * address, here or in `nodes.json`, it is left out with everything on it.
 */
export interface TopologyFurtherHost {
  readonly name: string;
  /** IPv4 address at which this machine reaches it, without a prefix length. */
  readonly address?: string;
  readonly ssh?: TopologySsh;
  readonly listens?: readonly TopologyListener[];
  readonly chapter?: string;
}

/** How a host is reached by ssh. No password and no key: ssh finds the key, in its agent or in `identityFile`. */
export interface TopologySsh {
  /** Host name, address, or a name of `~/.ssh/config`; default: the node's address. */
  readonly host?: string;
  readonly user?: string;
  /** Default 22, or what `~/.ssh/config` says. */
  readonly port?: number;
  /** Path of the private key; `~` is the home folder. */
  readonly identityFile?: string;
  /** Host to go through, as ssh's `ProxyJump` takes it: `[user@]host[:port]`, several with commas. */
  readonly jump?: string;
  /** Fingerprint of its host key, `SHA256:…`: it need not be asked for then. */
  readonly hostKey?: string;
}

export type { EngineSeries };

/** A user-defined network. The default bridge (`bridge`) of each node is always there and is not declared. */
export type TopologyNetwork = TopologyBridge | TopologyOverlay;

/** A network on one node. */
export interface TopologyBridge {
  readonly name: string;
  readonly node: string;
  readonly driver?: 'bridge';
  /** IPv4 CIDR; without one the engine chooses. */
  readonly subnet?: string;
  /** IPv4 address inside `subnet`; the subnet's first address by default. */
  readonly gateway?: string;
  /** IPv6 CIDR such as `fd00:1::/64`; with one the network has IPv6 besides IPv4. */
  readonly subnet6?: string;
  /** No route to the outside and none from it. Default false. */
  readonly internal?: boolean;
  /** Containers on the network may talk to each other (`com.docker.network.bridge.enable_icc`). Default true. */
  readonly icc?: boolean;
  readonly chapter?: string;
}

/** An attachable overlay network, which all nodes of the swarm have. */
export interface TopologyOverlay {
  readonly name: string;
  readonly driver: 'overlay';
  /** IPv4 CIDR; without one the swarm chooses. */
  readonly subnet?: string;
  /** IPv4 address inside `subnet`; the subnet's first address by default. */
  readonly gateway?: string;
  /** No way out through `docker_gwbridge`. Default false. */
  readonly internal?: boolean;
  /** What goes from node to node is encrypted (IPsec ESP); the nodes' kernels must have it. Default false. */
  readonly encrypted?: boolean;
  readonly chapter?: string;
}

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
  /** Docker's short syntax: `80:80`, `127.0.0.1:8080:80`, `53:53/udp`, `8000-8002:8000-8002`. */
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
  /** Static IPv6 address, of a source that has one. */
  readonly address6?: string;
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

/** A port on which something listens. */
export interface TopologyListener {
  readonly port: number;
  /** Default `tcp`. */
  readonly protocol?: 'tcp' | 'udp';
  /** Text that `GET /` must contain; then a probe of this port asks for the page. */
  readonly page?: string;
  /** Who says so; default `declared`. */
  readonly from?: ListenerSource;
  /** The addresses on which it listens, of a source that knows them; default: all. */
  readonly at?: readonly string[];
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
