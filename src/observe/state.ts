import { GATEWAY_BRIDGE } from '../topology/lab';
import type { Listening } from '../platform/listening';
import type { Told } from '../text/text';

/** What is really on a node, read from it and parsed. Its own names: Docker's and iproute2's. */
export interface NodeState {
  readonly node: string;
  /** Why the node or its engine could not be examined; then the rest is as far as it was read. */
  readonly problem?: Told;
  readonly hostname: string;
  /** Full engine version. */
  readonly engine: string;
  /** Identity of the node's own network namespace, its inode. */
  readonly namespace: string;
  readonly forwarding: boolean;
  readonly interfaces: readonly Interface[];
  readonly routes: readonly Route[];
  readonly containers: readonly ContainerState[];
  readonly networks: readonly NetworkState[];
  /** Absent where the engine is in no swarm. */
  readonly swarm?: SwarmState;
  readonly namespaces: readonly NamespaceState[];
  readonly firewall: Firewall;
  /** How its engine was told to work. */
  readonly daemon: Daemon;
  /** Seconds since the epoch, by the node's own clock. */
  readonly clock: number;
  /** What listens on the node itself; absent where it was not asked for. */
  readonly sockets?: Sockets;
}

/** The firewall rules of a network namespace. */
export interface Firewall {
  /** False where they cannot be read; there may be some all the same. */
  readonly readable: boolean;
  readonly ip4: readonly FirewallRule[];
  readonly ip6: readonly FirewallRule[];
  /** Tables of nftables that iptables does not show, in lines as `nft list table` prints them. */
  readonly nft: readonly string[];
}

export interface FirewallRule {
  /** `raw`, `mangle`, `nat` or `filter`. */
  readonly table: string;
  /** A line as `iptables -S` prints it: `-A …` is a rule, `-N …` a chain, `-P …` the policy of one. */
  readonly text: string;
  /** Packets that it has met so far. */
  readonly packets: number;
}

interface Daemon {
  /** The text of `/etc/docker/daemon.json`, and the words that started it. */
  readonly settings: string;
  /** Name of the node's first process: `systemd`, or that of the lab's own nodes. */
  readonly init: string;
}

/** What explains a fault of a network namespace, and is asked for only then. */
export interface Sockets {
  readonly listening: readonly Listening[];
  /** The processes that hold them; only of a node. */
  readonly holders?: readonly Holder[];
  /** Neighbours that somebody wrote down, which the kernel does not ask for. */
  readonly neighbours: readonly { readonly address: string; readonly mac: string }[];
  /** Kernel settings by their path below `/proc/sys/net`. */
  readonly settings: Readonly<Record<string, string>>;
}

export interface Holder {
  readonly protocol: 'tcp' | 'udp';
  readonly port: number;
  readonly command: string;
  readonly pid: number;
}

export interface Interface {
  readonly index: number;
  readonly name: string;
  readonly up: boolean;
  /** Switched on, whether or not anything is at its other end. */
  readonly enabled: boolean;
  /** Name of the bridge that it is a port of. */
  readonly master?: string;
  /** Index of the other end of a veth pair, in that end's namespace. */
  readonly peer?: number;
  readonly mac: string;
  /** Bytes. */
  readonly mtu: number;
  readonly addresses: readonly { readonly address: string; readonly prefix: number }[];
}

export interface Route {
  /** CIDR or `default`. */
  readonly to: string;
  readonly gateway?: string;
  readonly interface: string;
  /** `blackhole`, `unreachable` or `prohibit`; absent for a route that leads somewhere. */
  readonly refuses?: string;
}

export interface ContainerState {
  readonly id: string;
  /** Of a replica the lab's name for it, see `place`. */
  readonly name: string;
  /** Docker's own name, where it is another. */
  readonly fullName?: string;
  /** Docker's own word: `running`, `paused`, `restarting`, `exited`, `created`, … */
  readonly status: string;
  /** 0 where it does not run. */
  readonly pid: number;
  readonly exitCode: number;
  /** When it was made, so that the later text is the later time. */
  readonly created?: string;
  /** Milliseconds since the epoch at which it was last started. */
  readonly startedAt?: number;
  /** How often the engine has started it again by itself. */
  readonly restarts?: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly networkMode: string;
  readonly attachments: readonly AttachmentState[];
  readonly bindings: readonly Binding[];
  /** What is seen from inside; absent where it does not run. */
  readonly inside?: Inside;
}

export interface AttachmentState {
  readonly network: string;
  readonly networkId: string;
  /** Empty where it does not run. */
  readonly address: string;
  /** IPv6; absent where there is none. */
  readonly address6?: string;
  readonly gateway: string;
  readonly mac: string;
  readonly aliases: readonly string[];
}

export interface Binding {
  readonly ip: string;
  readonly published: number;
  readonly target: number;
  readonly protocol: string;
}

export interface Inside {
  readonly hostname: string;
  readonly namespace: string;
  readonly interfaces: readonly Interface[];
  readonly routes: readonly Route[];
  /** The lines of /etc/hosts. */
  readonly hosts: readonly string[];
  /** The lines of /etc/resolv.conf. */
  readonly resolver: readonly string[];
  /** The rest is absent where it was not asked for. */
  readonly firewall?: Firewall;
  readonly sockets?: Sockets;
  /** Processes that were stopped in their tracks. */
  readonly stopped?: readonly { readonly pid: number; readonly command: string }[];
}

export interface NetworkState {
  readonly id: string;
  readonly name: string;
  readonly driver: string;
  readonly internal: boolean;
  /** Of an overlay: containers may be on it, not only a swarm's services. */
  readonly attachable: boolean;
  readonly labels: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string>>;
  readonly subnet?: string;
  readonly gateway?: string;
  /** IPv6 CIDR as the engine has it. */
  readonly subnet6?: string;
  /** Name of its bridge interface. */
  readonly bridge: string;
  /** Names of the containers that the engine lists; of an overlay those on this node. */
  readonly containers: readonly string[];
  /** IPv4 address by container id, likewise, and of what is no container, such as `ingress-sbox`. */
  readonly addresses: Readonly<Record<string, string>>;
}

/** The engine's part in a Docker Swarm. */
export interface SwarmState {
  /** The node's id in the swarm. */
  readonly id: string;
  /** Address at which the others find it. */
  readonly address: string;
  /** Docker's own word: `active`, `pending`, `locked`, `error`. */
  readonly state: string;
  readonly manager: boolean;
  /** As `docker node ls` lists them; absent where a manager does not know, and on a worker. */
  readonly nodes?: readonly SwarmNode[];
  /** As `docker service ls` lists them; likewise. */
  readonly services?: readonly ServiceState[];
}

export interface ServiceState {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Undefined for one that is not replicated. */
  readonly replicas?: number;
  readonly image: string;
  /** `vip` or `dnsrr`. */
  readonly endpointMode: string;
  /** Ids of its networks. */
  readonly networks: readonly string[];
  /** IPv4 by network id. */
  readonly virtualAddresses: Readonly<Record<string, string>>;
  /** As `docker service ls` shows them: `*:8080->80/tcp`. */
  readonly ports: readonly string[];
}

export interface SwarmNode {
  readonly id: string;
  readonly hostname: string;
  /** `ready`, `down`, `disconnected`, `unknown`. */
  readonly status: string;
  /** `active`, `pause`, `drain`. */
  readonly availability: string;
}

interface NamespaceState {
  readonly name: string;
  readonly interfaces: readonly Interface[];
  readonly routes: readonly Route[];
  /** Absent where it was not asked for. */
  readonly firewall?: Firewall;
  readonly sockets?: Sockets;
}

/** The states by node name. */
export type States = ReadonlyMap<string, NodeState>;

export const containerOf = (state: NodeState | undefined, name: string) =>
  state?.containers.find((container) => container.name === name);

/** A container's address on `docker_gwbridge`, which `docker inspect` does not tell. */
export const onGatewayBridge = (
  state: NodeState | undefined,
  container: ContainerState | undefined,
): string | undefined =>
  state?.networks.find(({ name }) => name === GATEWAY_BRIDGE)?.addresses[container?.id ?? ''];

/** The address of a swarm's sandbox for the published ports of services, which every node of it has. */
export const ingressOf = (state: NodeState): string | undefined =>
  state.networks.find(({ name }) => name === GATEWAY_BRIDGE)?.addresses['ingress-sbox'];

/** A paused container's kernel still answers, but the container does not. */
export const runs = (container: ContainerState | undefined): container is ContainerState =>
  container?.status === 'running';
