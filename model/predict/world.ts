import type { EndpointId } from '../edge';
import type { Subnet6 } from '../addresses6';
import type { Lab, Listener, PublishedPort } from '../lab';
import type { EndpointMode } from '../topology';
import type { Unsaid } from '../unsaid';
import { formatIpv4, type Ipv4, type Subnet } from './address';
import type { Asked } from './asked';

/** A network with the addresses that are (or are taken to be) on it. */
export type Net = Bridge | Overlay;

/** A network on one node. */
export interface Bridge extends Network {
  readonly kind: 'bridge';
  readonly node: Host;
  /** Its IPv6 subnet, if it has one. */
  readonly range6: Subnet6 | undefined;
  readonly icc: boolean;
  readonly isDefault: boolean;
}

/** A network that all nodes of the swarm have, each with a bridge of its own that VXLAN joins to the others'. */
export interface Overlay extends Network {
  readonly kind: 'overlay';
  readonly range6: undefined;
  readonly isDefault: false;
}

interface Network {
  readonly name: string;
  readonly subnet: Subnet;
  readonly gateway: Ipv4;
  readonly internal: boolean;
  readonly stacks: ContainerStack[];
  /** By address; holds known addresses only. */
  readonly owners: Map<Ipv4, ContainerStack>;
  /** By the names, in small letters, that the embedded DNS server gives them. */
  readonly names: Map<string, Interface[]>;
  /** What its source does not say of it. */
  unsaid?: Unsaid;
}

export interface Interface<N extends Net = Net> {
  readonly net: N;
  readonly stack: ContainerStack;
  readonly ip: Ipv4;
  /** False where the engine chooses the address and nobody has looked yet. */
  readonly known: boolean;
}

/** Stands for the addresses of all replicas of a service, of which one is asked. */
export const REPLICAS: Ipv4 = 0;

/** The service that a stack stands for. */
interface ServiceOf {
  /** `vip`: it has virtual addresses; `dnsrr`: the addresses of its replicas. */
  readonly mode: EndpointMode;
  readonly replicas: readonly EndpointId[];
}

/** Who listens on a port: a container, which may have the stack of another or of its node, or a node. */
export interface Listening {
  readonly by: EndpointId;
  readonly listener: Listener;
}

/** The network stack that a container brings with it; of a service what stands for it, which sends nothing. */
export interface ContainerStack {
  readonly kind: 'container';
  readonly id: EndpointId;
  readonly node: Host;
  readonly service?: ServiceOf;
  readonly interfaces: Interface[];
  /** The same in the order in which the engine asks their networks for a name: overlays first. */
  preferred: readonly Interface[];
  /** The interface of the default routes, of IPv6 where its network has that; none on internal networks alone, or with network mode none. */
  gateway: Interface<Bridge> | undefined;
  /** By `portKey`. */
  readonly listens: Map<number, Listening>;
  /** What links put into /etc/hosts: names, in small letters, with the addresses of their lines. */
  readonly hosts: Map<string, Interface[]>;
  /** What its source does not say of it. */
  readonly unsaid: Unsaid[];
}

/** The interface of a container's IPv6 default route. */
export const gateway6 = ({ gateway }: ContainerStack): Interface<Bridge> | undefined =>
  gateway?.net.range6 === undefined ? undefined : gateway;

/** A node's network stack. */
export interface Host {
  readonly kind: 'node';
  readonly id: EndpointId;
  readonly ip: Ipv4;
  readonly subnet: Subnet;
  /** `major.minor` of the engine as one number: 2010, 2601, 2805. */
  readonly engine: number;
  readonly engineName: string;
  readonly defaultRoute: boolean;
  /** Networks that are no part of the lab lie between it and everything else. */
  readonly apart: boolean;
  /** Its bridges. */
  readonly nets: Bridge[];
  /** Its own address and its gateway addresses. */
  readonly local: Set<Ipv4>;
  /** The networks once for each prefix length, by base address: a lookup that does not grow with their number. */
  readonly routes: { readonly mask: number; readonly byBase: Map<Ipv4, Bridge> }[];
  /** By `portKey`: what listens in the node's own stack, host-mode containers included. */
  readonly listens: Map<number, Listening>;
  /** By `portKey`. */
  readonly published: Map<number, Publication[]>;
  /** By `portKey`: what services publish on every node of the swarm. */
  readonly mesh: Map<number, MeshPort>;
  /** What its source does not say of it. */
  readonly unsaid: Unsaid[];
}

/** A port of the routing mesh. */
export interface MeshPort {
  readonly port: PublishedPort;
  readonly service: ContainerStack;
}

export interface Publication {
  readonly port: PublishedPort;
  readonly ip: Ipv4;
  readonly stack: ContainerStack;
}

export interface NamespaceStack {
  readonly kind: 'namespace';
  readonly id: EndpointId;
  readonly node: Host;
  readonly ip: Ipv4;
  readonly subnet: Subnet;
  peer: NamespaceStack | undefined;
}

export interface Outside {
  readonly kind: 'outside';
  readonly id: EndpointId;
  readonly ip: Ipv4;
}

export type Stack = ContainerStack | Host | NamespaceStack | Outside;

/** Who sends: an endpoint and the stack that it has, or shares. */
export interface Endpoint {
  readonly id: EndpointId;
  readonly stack: Stack;
  /** How a container comes by a stack that is not its own. */
  readonly shares?: 'host' | 'container';
}

/** True for what stands for a service, which can only be asked for. */
export const isService = ({ stack }: Endpoint): boolean =>
  stack.kind === 'container' && stack.service !== undefined;

export interface World {
  readonly lab: Lab;
  readonly endpoints: ReadonlyMap<EndpointId, Endpoint>;
  readonly hosts: readonly Host[];
  readonly overlays: readonly Overlay[];
  readonly outside: Outside;
  /** By the nodes' own addresses. */
  readonly hostByIp: ReadonlyMap<Ipv4, Host>;
}

/** Where a packet is to go: an address, and whose it is meant to be. */
export interface Destination {
  readonly ip: Ipv4;
  readonly known: boolean;
  readonly owner: Stack;
  /** The network on which `owner` has the address. */
  readonly net?: Net;
}

/** Enters an interface under a name, in small letters: once, after those that have it already. */
export function addName(names: Map<string, Interface[]>, name: string, face: Interface): void {
  const key = name.toLowerCase();
  const known = names.get(key);
  if (known === undefined) names.set(key, [face]);
  else if (!known.includes(face)) known.push(face);
}

export const portKey = (protocol: 'icmp' | 'tcp' | 'udp', port: number): number =>
  port * 2 + (protocol === 'udp' ? 1 : 0);

/** True for a bridge of this node. */
export const isOn = (net: Net | undefined, host: Host): net is Bridge =>
  net?.kind === 'bridge' && net.node === host;

/** A destination as reasons tell of it; an address that only the engine knows is not made up. */
export const asked = ({ ip, known, owner, net }: Destination): Asked => ({
  family: 'IPv4',
  endpoint: owner.id,
  network: net?.name,
  address: known || net === undefined ? formatIpv4(ip) : undefined,
});

/** Every network of the lab. */
export const netsOf = ({ hosts, overlays }: World): Net[] => [
  ...hosts.flatMap(({ nets }) => nets),
  ...overlays,
];
