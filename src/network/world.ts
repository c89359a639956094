import type { Subnet6 } from '../topology/addresses6';
import type { EngineOptions, Lab, Listener, PublishedPort } from '../topology/lab';
import type { EndpointId } from '../topology/edge';
import type {
  EndpointMode,
  GatewayMode,
  LanMode,
  TopologyForeignFirewall,
} from '../topology/topology';
import type { Unsaid } from '../topology/unsaid';
import {
  familyOf,
  formatIp,
  type Family,
  type Ip,
  type Ipv4,
  type Range,
  type Subnet,
} from './address';
import type { Asked } from './asked';

/** A network with the addresses that are (or are taken to be) on it. */
export type Net = Bridge | Overlay | Lan;

/** A network on one node. */
export interface Bridge extends Network {
  readonly kind: 'bridge';
  readonly node: Host;
  readonly icc: boolean;
  readonly isDefault: boolean;
  /** How each family is joined to what is outside. */
  readonly modes: Readonly<Record<Family, GatewayMode>>;
  /** What leaves has an address of the node. */
  readonly masquerade: boolean;
  /** Interfaces of the node from which its containers may be asked directly. */
  readonly trusted: readonly string[];
}

/** A network that all nodes of the swarm have, each with a bridge of its own that VXLAN joins to the others'. */
export interface Overlay extends Network {
  readonly kind: 'overlay';
  readonly isDefault: false;
}

/** A network on an interface of its node, which takes no part in it. */
export interface Lan extends Network {
  readonly kind: 'lan';
  readonly node: Host;
  readonly driver: 'macvlan' | 'ipvlan';
  readonly mode: LanMode;
  /** Whoever is on one segment hears each other; undefined: the nodes' network. */
  readonly segment: string | undefined;
  /** Its subnets, each with the router to which it leads. */
  readonly ranges: readonly { readonly range: Range; readonly router: Ip | undefined }[];
  readonly isDefault: false;
}

interface Network {
  readonly name: string;
  /** Undefined for a network of IPv6 alone. */
  readonly subnet: Subnet | undefined;
  /** Undefined where nobody on it is a router. */
  readonly gateway: Ipv4 | undefined;
  readonly range6: Subnet6 | undefined;
  readonly gateway6: string | undefined;
  readonly internal: boolean;
  readonly stacks: ContainerStack[];
  /** By address; holds known addresses only. */
  readonly owners: Map<Ip, ContainerStack>;
  /** By the names, in small letters, that the embedded DNS server gives them. */
  readonly names: Map<string, Interface[]>;
  /** What its source does not say of it. */
  unsaid?: Unsaid;
}

/** An address on an interface, with the addresses that are reached over it without a router. */
export interface Held {
  readonly ip: Ip;
  /** False where the engine chooses the address and nobody has looked yet. */
  readonly known: boolean;
  readonly range: Range;
  /** Undefined where its network has none. */
  readonly router: Ip | undefined;
}

export interface Interface<N extends Net = Net> {
  readonly net: N;
  readonly stack: ContainerStack;
  readonly IPv4: Held | undefined;
  readonly IPv6: Held | undefined;
  /** Link-local ones. */
  readonly further: readonly Held[];
  /** The higher, the sooner it has the default route. */
  readonly priority: number;
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
  /** The interfaces of its default routes. */
  gateways: { readonly [F in Family]?: Interface<Bridge | Lan> };
  /** Whether its own ::1 is there. */
  readonly loopback6: boolean;
  readonly ports: readonly PublishedPort[];
  /** By `portKey`. */
  readonly listens: Map<number, Listening>;
  /** What links put into /etc/hosts: names, in small letters, with the addresses of their lines. */
  readonly hosts: Map<string, Interface[]>;
  /** What `--add-host` puts there: addresses as written, by name in small letters. */
  readonly extraHosts: ReadonlyMap<string, string>;
  readonly dns: readonly string[];
  /** Those that may ask its ports where `icc` is off, by `portKey`; undefined: none is linked. */
  readonly opensTo: Map<EndpointId, ReadonlySet<number>>;
  /** What its source does not say of it. */
  readonly unsaid: Unsaid[];
}

/** A node's network stack. */
export interface Host {
  readonly kind: 'node';
  readonly id: EndpointId;
  readonly ip: Ipv4;
  readonly subnet: Subnet;
  /** Further addresses on the nodes' network. */
  readonly addresses: readonly Ip[];
  /** Of the nodes' network, where it has one. */
  readonly subnet6: Subnet6 | undefined;
  /** `major.minor` of the engine as one number: 2010, 2601, 2805. */
  readonly engine: number;
  readonly engineName: string;
  readonly options: EngineOptions;
  readonly foreign: TopologyForeignFirewall;
  /** Addresses by the names that its resolver knows. */
  readonly names: ReadonlyMap<string, string>;
  readonly defaultRoute: boolean;
  /** Networks that are no part of the lab lie between it and everything else. */
  readonly apart: boolean;
  /** Its bridges. */
  readonly nets: Bridge[];
  readonly lans: Lan[];
  /** Its own addresses and its gateway addresses. */
  readonly local: Set<Ip>;
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
  readonly ip: Ip;
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
  readonly ip6: string | undefined;
  /** The narrowest first. */
  readonly routes: readonly { readonly range: Range; readonly via: Host }[];
}

export type Stack = ContainerStack | Host | NamespaceStack | Outside;

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
  /** Every endpoint, in the order of the topology. */
  readonly endpoints: ReadonlyMap<EndpointId, Endpoint>;
  readonly hosts: readonly Host[];
  readonly overlays: readonly Overlay[];
  readonly outside: Outside;
  /** By every address on the nodes' network. */
  readonly hostByIp: ReadonlyMap<Ip, Host>;
}

/** An address that is asked for, and whose it is meant to be. */
export interface Destination {
  readonly ip: Ip;
  /** False where nobody knows the address yet: then it is nobody else's. */
  readonly known: boolean;
  readonly owner: Stack;
  readonly net?: Net;
}

/** The subnet of a network in a family. */
export const rangeIn = (net: Net, family: Family): Range | undefined =>
  family === 'IPv4' ? net.subnet : net.range6;

/** The router's address in a family: a node's, where the network is a bridge. */
export const gatewayIn = (net: Net, family: Family): Ip | undefined =>
  family === 'IPv4' ? net.gateway : net.gateway6;

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
  family: familyOf(ip),
  endpoint: owner.id,
  network: net?.name,
  address: known || net === undefined ? formatIp(ip) : undefined,
});

/** Every network of the lab. */
export const netsOf = ({ hosts, overlays }: World): Net[] => [
  ...hosts.flatMap(({ nets, lans }) => [...nets, ...lans]),
  ...overlays,
];
