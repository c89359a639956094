import type { EndpointId, Protocol } from './endpoint';

export type { EndpointId };

export type Family = 'IPv4' | 'IPv6';

export const OUTSIDE: EndpointId = 'outside';

/** The endpoint id of a network namespace. */
export const namespaceId = (name: string): EndpointId => `netns:${name}`;

/** What a probe of an edge may find. A probe that could not run finds none of these. */
export type MeasuredOutcome = 'reachable' | 'refused' | 'timeout' | 'unreachable' | 'unresolved';

/**
 * What becomes of an edge. Where the source of the lab does not say enough: `arrives`, the packet gets there and nobody
 * says what listens; `unknown`, what happens to it depends on what is not known.
 */
export type Outcome = MeasuredOutcome | 'arrives' | 'unknown';

/** True for an outcome that depends on what the source of the lab does not say. */
export const isOpen = (outcome: Outcome): boolean => outcome === 'arrives' || outcome === 'unknown';

/** How an edge is asked for. */
export type Target =
  /** ICMP echo to an address of `endpoint`: on `network`, or its only address where it has no networks. */
  | {
      readonly kind: 'ping';
      readonly endpoint: EndpointId;
      readonly network?: string;
      /** A further one that it has there. */
      readonly address?: string;
    }
  /** ICMPv6 echo to the IPv6 address of a container, or to a node's own on a network, or on the nodes' network. */
  | {
      readonly kind: 'ping6';
      readonly endpoint: EndpointId;
      readonly network?: string;
      readonly address?: string;
    }
  /** The name is looked up; where it resolves, ICMP echo to the address. */
  | {
      readonly kind: 'name';
      readonly name: string;
      readonly endpoint: EndpointId;
      /** Default: IPv4, or IPv6 where it has that alone. */
      readonly family?: Family;
    }
  /** A port at an address of `endpoint`. */
  | {
      readonly kind: 'port';
      readonly endpoint: EndpointId;
      readonly network?: string;
      readonly address?: string;
      /** Default `IPv4`. */
      readonly family?: Family;
      readonly port: number;
      readonly protocol: Protocol;
      /** Text that `GET /` must contain. */
      readonly page?: string;
    }
  /** A port at an address of a node (its own address, or 127.0.0.1 asked for on the node itself). */
  | {
      readonly kind: 'node-port';
      readonly node: EndpointId;
      readonly address: string;
      readonly port: number;
      readonly protocol: Protocol;
      readonly page?: string;
    }
  /** ICMP echo to the source's own 127.0.0.1, or ::1. */
  | { readonly kind: 'loopback'; readonly family?: Family }
  /**
   * TCP to a port that the check opens on the machine that runs the lab and that answers with the sender's
   * address as seen there: `seenAs` is what NAT must make of it.
   */
  | { readonly kind: 'outside'; readonly seenAs: string }
  /** ICMP echo to the gateway of one of the source's networks. */
  | { readonly kind: 'gateway'; readonly network: string };

/** One directed question: can `from` reach `target`? */
export interface Edge {
  readonly from: EndpointId;
  readonly target: Target;
}

const at = (network: string | undefined, address?: string): string =>
  `${network === undefined ? '' : `@${network}`}${address === undefined ? '' : `[${address}]`}`;

const of = (family: Family | undefined): string => (family === 'IPv6' ? '[IPv6]' : '');

/** The target in one short word, unique among the targets of one source. */
export function targetLabel(target: Target): string {
  switch (target.kind) {
    case 'ping':
      return `${target.endpoint}${at(target.network, target.address)}`;
    case 'ping6':
      return `${target.endpoint}${at(target.network, target.address)}[IPv6]`;
    case 'name':
      return `"${target.name}"${of(target.family)}`;
    case 'port':
      return `${target.endpoint}${at(target.network, target.address)}${of(target.family)}:${target.port}/${target.protocol}`;
    case 'node-port':
      return `${target.node}[${target.address}]:${target.port}/${target.protocol}`;
    case 'loopback':
      return target.family === 'IPv6' ? '[::1]' : '127.0.0.1';
    case 'outside':
      return OUTSIDE;
    case 'gateway':
      // In brackets, where no endpoint's name can be: a container may be called gateway.
      return `gateway[${target.network}]`;
  }
}

/** The edge in words, unique in a lab: `test4 -> test3@bridge`. */
export const edgeLabel = (edge: Edge): string => `${edge.from} -> ${targetLabel(edge.target)}`;

/** The endpoint that an edge asks for; the sender itself for its own addresses and gateways. */
export function receiverOf({ from, target }: Edge): EndpointId {
  switch (target.kind) {
    case 'ping':
    case 'ping6':
    case 'name':
    case 'port':
      return target.endpoint;
    case 'node-port':
      return target.node;
    case 'outside':
      return OUTSIDE;
    case 'loopback':
    case 'gateway':
      return from;
  }
}

/** The network on which a target is asked for. */
export const networkOf = (target: Target): string | undefined =>
  'network' in target ? target.network : undefined;

/** The port that a target asks for. */
export const portOf = (
  target: Target,
): { readonly port: number; readonly protocol: Protocol } | undefined =>
  target.kind === 'port' || target.kind === 'node-port' ? target : undefined;
