import { GATEWAY_BRIDGE } from '../model/lab';

/** What is really on a node, read from it and parsed. Its own names: Docker's and iproute2's. */
export interface NodeState {
  readonly node: string;
  /** Why the node or its engine could not be examined; then the rest is as far as it was read. */
  readonly problem?: string;
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
  /** Filter rules as `iptables -S` prints them. */
  readonly rules: readonly string[];
  /** Address translation, likewise; empty where it cannot be read. */
  readonly nat: readonly string[];
}

export interface Interface {
  readonly index: number;
  readonly name: string;
  readonly up: boolean;
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

export interface NamespaceState {
  readonly name: string;
  readonly interfaces: readonly Interface[];
  readonly routes: readonly Route[];
}

/** Label of every Docker resource that a lab makes; its value is the lab's name. */
export const LAB_LABEL = 'docker-network-lab.lab';

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
