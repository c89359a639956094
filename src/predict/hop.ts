import type { EndpointId } from '../topology/edge';
import type { RuleId } from './reason';

/**
 * Where a packet comes by, in order, as far as it comes; before it the servers that were asked for a name. The last hop
 * is where it stops, or whose stack answers. Devices are named by what they belong to: only the nodes know that the
 * interface of `test4` on `bridge` is its `eth0`.
 */
export type Hop =
  | Interface
  /** A network's bridge on a node: `docker0` for `bridge`, else `br-…`. */
  | { readonly kind: 'bridge'; readonly node: string; readonly network: string }
  /** An interface of a node on which macvlan or ipvlan networks are. */
  | { readonly kind: 'segment'; readonly node: string; readonly network: string }
  /** VXLAN carries it from node to node; where both are one the bridge of the overlay joins them. */
  | {
      readonly kind: 'overlay';
      readonly network: string;
      readonly from: string;
      /** Undefined where it is the node of one of several replicas. */
      readonly to: string | undefined;
    }
  /** A pair of namespaces, on one node. */
  | {
      readonly kind: 'veth';
      readonly node: string;
      readonly ends: readonly [EndpointId, EndpointId];
    }
  | { readonly kind: 'nodes-network'; readonly subnet: string }
  /** Networks that are no part of the lab. */
  | { readonly kind: 'elsewhere' }
  | NameServer
  /** A rule of a stack lets it pass, drops it, or does not take the answer. */
  | {
      readonly kind: 'rule';
      /** Whose stack. */
      readonly stack: EndpointId;
      readonly rule: RuleId;
      readonly does: 'passes' | 'drops';
    }
  | Translation;

/** An interface through which it leaves a stack, or enters it. */
export interface Interface {
  readonly kind: 'interface';
  /** Whose stack. */
  readonly stack: EndpointId;
  /** Undefined for `outside`. */
  readonly node: string | undefined;
  readonly on: 'lo' | 'veth' | 'nodes-network' | { readonly network: string };
}

/** Somebody is asked what a name means: /etc/hosts, the server of the networks, or the node's own resolver. */
interface NameServer {
  readonly kind: 'names';
  readonly by: 'hosts-file' | 'embedded-dns' | 'resolver';
  /** Whose it is. */
  readonly stack: EndpointId;
  readonly name: string;
}

/** Addresses are changed on a node. */
type Translation = {
  readonly kind: 'translation';
  readonly node: string;
} & (
  | { readonly by: 'masquerade'; readonly source: string }
  /** `to` and `port`: whom it is for from then on; a service is one of its replicas. `port` 0: an echo. */
  | {
      readonly by: 'published-port' | 'docker-proxy' | 'routing-mesh' | 'virtual-address';
      readonly to: EndpointId;
      readonly port: number;
    }
);
