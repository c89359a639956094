import type { Reason } from '../edge';

/** Ids of the rules; each is an anchor in docs/reachability.md. */
export const RULES = [
  'loopback',
  'own-address',
  'same-bridge',
  'default-gateway',
  'gateway',
  'isolation',
  'internal-network',
  'icc',
  'own-node',
  'node-to-container',
  'between-nodes',
  'further-host',
  'nat',
  'no-route',
  'same-subnet',
  'leaves-the-lab',
  'listener',
  'closed-port',
  'published-port',
  'publish-address',
  'userland-proxy',
  'udp-source',
  'overlay',
  'gateway-bridge',
  'virtual-address',
  'routing-mesh',
  'not-published',
  'host-network',
  'none-network',
  'shared-stack',
  'link',
  'embedded-dns',
  'default-bridge-names',
  'names-across-networks',
  'node-names',
  'namespace-pair',
  'ipv6',
] as const;

export type RuleId = (typeof RULES)[number];

/** A reason whose rule is known to exist. */
export interface RuleReason extends Reason {
  readonly rule: RuleId;
  /** Of a listener: the text that its page must contain, where the topology gives one. */
  readonly page?: string;
}

/** A reason as others see it. */
export const plainReason = ({ rule, text }: RuleReason): RuleReason => ({ rule, text });

/** Where a walk writes its steps; `undefined` where only the outcome is wanted. */
export type Trace = RuleReason[] | undefined;

/** What is sent: ICMP echo, or a port asked for. */
export interface Probe {
  readonly protocol: 'icmp' | 'tcp' | 'udp';
  /** 0 for ICMP. */
  readonly port: number;
}

export const PING: Probe = { protocol: 'icmp', port: 0 };
