import type { EndpointId, Family, Outcome } from '../topology/edge';
import type { Protocol } from '../topology/lab';
import type { ListenerSource } from '../topology/unsaid';
import type { Asked } from '../network/asked';
import type { OfFirewalls, OfLans, OfResolvers } from './reason-further';

interface Port {
  readonly port: number;
  readonly protocol: Protocol;
}

/** A rule, and what it is told of: each rule is a section of docs/reachability.md. */
interface Rule<R extends string> {
  readonly rule: R;
}

/** A rule that is met in several ways. */
interface Case<R extends string, C extends string> extends Rule<R> {
  readonly case: C;
}

/**
 * One step of an explanation, as data: the sentence is made where it is printed (`src/i18n/`). A network is named
 * as in the topology, so `bridge` is the default bridge of a node; `outside` is the machine that runs the lab.
 */
export type Reason =
  OfSender | OfNames | OfNetworks | OfNodes | OfPorts | OfIpv6 | OfLans | OfFirewalls | OfUnsaid;

export type RuleId = Reason['rule'];

/** The reasons of one rule. */
export type ReasonOf<R extends RuleId> = Extract<Reason, Rule<R>>;

/** Whose stack sends, and what it has itself. */
type OfSender =
  | (Case<'host-network', 'sender'> & { readonly from: EndpointId; readonly node: string })
  | (Rule<'shared-stack'> & { readonly from: EndpointId; readonly stack: EndpointId })
  | (Rule<'loopback'> & Own)
  | (Rule<'own-address'> & Own)
  /** `name`: what is looked up; else it has no route. */
  | (Rule<'none-network'> & { readonly from: EndpointId; readonly name: string | undefined });

/** An address that the sender has itself, and whom it is meant for. */
interface Own {
  readonly from: EndpointId;
  readonly kind: 'container' | 'node' | 'namespace';
  readonly to: Asked;
}

/** What a name means. */
type OfNames =
  | (Rule<'link'> & Named & SeveralHave & { readonly to: EndpointId; readonly network: string })
  /** `address`: what the line says; `to`: whose that is. */
  | (Rule<'extra-hosts'> & Named & { readonly to: EndpointId; readonly address: string })
  | (Rule<'embedded-dns'> &
      Named &
      SeveralHave & {
        readonly network: string;
        readonly to: EndpointId;
        /** Of a service: its virtual address, or those of its replicas. */
        readonly means: 'endpoint' | 'virtual-address' | 'replicas';
      })
  | (Rule<'default-bridge-names'> & Named)
  | (Rule<'names-across-networks'> & Named & { readonly networks: readonly string[] })
  | OfResolvers
  /** `of`: whose resolver is asked. */
  | (Rule<'node-names'> & Named & { readonly of: EndpointId });

interface SeveralHave {
  /** Others who have the name there: one of them is meant, in turn. */
  readonly others?: readonly EndpointId[];
}

interface Named {
  readonly from: EndpointId;
  readonly name: string;
}

/** What networks do. */
type OfNetworks =
  | (Rule<'same-bridge'> & Members & { readonly node: string })
  | (Rule<'icc'> & Members & { readonly node: string })
  | (Rule<'gateway'> & { readonly node: string; readonly network: string; readonly to: Asked })
  /** `node`: undefined where the sender is the node, and where the network is an overlay. */
  | (Case<'same-subnet', 'nobody'> & {
      readonly from: EndpointId;
      readonly to: Asked;
      readonly subnet: string;
      readonly network: string;
      readonly node: string | undefined;
    })
  /** `on`: the node, or the overlay. */
  | (Case<'same-subnet', 'another'> & {
      readonly on: string;
      readonly to: Asked;
      readonly instead: EndpointId;
    })
  | (Case<'overlay', 'members'> & Members & { readonly nodes: readonly [string, string] })
  | (Case<'overlay', 'replicas'> & Members)
  | (Case<'overlay', 'gateway'> & {
      readonly to: Asked;
      readonly network: string;
      readonly node: string;
    })
  | (Rule<'virtual-address'> & {
      readonly service: EndpointId;
      readonly network: string;
      readonly node: string;
      readonly protocol: 'icmp' | Protocol;
    })
  | (Rule<'gateway-bridge'> & { readonly from: EndpointId; readonly network: string })
  | (Case<'internal-network', 'no-route'> & { readonly from: EndpointId })
  | (Rule<'no-gateway'> & { readonly from: EndpointId; readonly family: Family })
  | (Case<'internal-network', 'from'> & {
      readonly network: string;
      readonly node: string;
      readonly engine: string;
    })
  | (Case<'internal-network', 'to'> & { readonly network: string; readonly node: string })
  | (Case<'internal-network', 'unpublished'> & { readonly publisher: EndpointId })
  | (Case<'internal-network', 'published'> &
      Port & {
        readonly network: string;
        readonly node: string;
        readonly publisher: EndpointId;
      })
  | (Case<'namespace-pair', 'pair'> & { readonly from: EndpointId; readonly to: EndpointId })
  | (Case<'namespace-pair', 'nobody'> & { readonly from: EndpointId; readonly to: Asked })
  | (Case<'namespace-pair', 'no-route'> & { readonly from: EndpointId; readonly subnet: string });

interface Members {
  readonly from: EndpointId;
  readonly to: EndpointId;
  readonly network: string;
}

/** What nodes do, and what is between them. */
type OfNodes =
  | (Rule<'default-gateway'> & {
      readonly from: EndpointId;
      readonly to: Asked;
      readonly node: string;
      readonly network: string;
    })
  | (Rule<'own-node'> & { readonly from: EndpointId; readonly node: string; readonly to: Asked })
  | (Rule<'isolation'> & {
      readonly family: Family;
      readonly from: EndpointId;
      readonly to: EndpointId;
      readonly node: string;
      /** The two bridges. */
      readonly networks: readonly [string, string];
    })
  | (Rule<'nat'> & { readonly node: string; readonly address: string })
  | (Rule<'node-to-container'> & {
      readonly family: Family;
      readonly node: string;
      readonly network: string;
      readonly to: EndpointId;
    })
  | (Rule<'between-nodes'> & {
      readonly from: EndpointId;
      readonly to: EndpointId;
      readonly subnet: string;
    })
  | (Rule<'further-host'> & { readonly node: string; readonly address: string })
  | (Case<'no-route', 'nobody'> & { readonly subnet: string; readonly to: Asked })
  | (Case<'no-route', 'no-route'> & { readonly from: EndpointId; readonly to: Asked })
  | (Rule<'leaves-the-lab'> & { readonly from: EndpointId; readonly to: Asked });

/** Who has a port. `publisher`: a container, or a service of the swarm. */
type OfPorts =
  /** `from`: who says so, where it is not declared. */
  | (Rule<'listener'> &
      Port & {
        readonly stack: EndpointId;
        readonly kind: 'container' | 'node';
        readonly from?: ListenerSource;
      })
  /** `overlay`: the bridge that an overlay network has on the node `stack`. */
  | (Rule<'closed-port'> &
      Port & {
        readonly stack: EndpointId;
        readonly kind: 'container' | 'node' | 'namespace' | 'overlay';
        /** The addresses on which something does listen, where there are any. */
        readonly at?: readonly string[];
      })
  | (Case<'host-network', 'listener'> &
      Port & { readonly listener: EndpointId; readonly node: string })
  | (Rule<'published-port'> & Published)
  | (Case<'userland-proxy', 'takes'> & Published)
  /** docker-proxy is off: nothing serves what is not rewritten. */
  | (Case<'userland-proxy', 'off'> &
      Port & { readonly node: string; readonly publisher: EndpointId })
  | (Case<'userland-proxy', 'nobody'> & {
      readonly publisher: EndpointId;
      readonly outcome: Outcome;
    })
  | (Case<'routing-mesh', 'sends-on'> & Published)
  | (Case<'routing-mesh', 'lets-through'> &
      Port & { readonly publisher: EndpointId; readonly node: string })
  | (Rule<'publish-address'> &
      Port & {
        readonly publisher: EndpointId;
        /** Where it is published, and where it is asked for. */
        readonly addresses: readonly [string, string];
      })
  | (Rule<'not-published'> & Port & { readonly node: string })
  | (Case<'udp-source', 'listener'> &
      OtherAddress &
      Port & { readonly listener: EndpointId; readonly node: string })
  | (Case<'udp-source', 'proxy'> & OtherAddress & { readonly engine: string });

interface Published extends Port {
  readonly publisher: EndpointId;
  readonly node: string;
  /** The port inside. */
  readonly target: number;
}

/** What is asked, and from where the answer leaves. */
interface OtherAddress {
  readonly asked: string;
  readonly answers: string;
}

/** What is different with IPv6. */
type OfIpv6 =
  /** `to`: undefined where the sender has no route to anything. */
  | (Case<'ipv6', 'no-route'> & { readonly from: EndpointId; readonly to: Asked | undefined })
  | (Case<'ipv6', 'no-default-route'> & { readonly from: EndpointId })
  | (Case<'ipv6', 'none'> & { readonly from: EndpointId })
  | (Case<'ipv6', 'unfiltered'> & {
      readonly engine: string;
      readonly what: 'isolation' | 'enable_icc=false';
    })
  | (Case<'ipv6', 'no-carrier'> & { readonly network: string; readonly engine: string })
  | (Case<'ipv6', 'no-way-back'> & { readonly from: EndpointId })
  | (Case<'ipv6', 'passed-on'> & { readonly node: string; readonly to: EndpointId })
  /** The name is there, and has no address of the family that is asked for. */
  | (Case<'ipv6', 'no-address'> & {
      readonly name: string;
      readonly to: EndpointId;
      readonly family: Family;
    })
  | (Case<'ipv6', 'no-loopback'> & { readonly from: EndpointId });

/** What the source of the lab does not say. */
type OfUnsaid =
  | (Case<'not-said', 'listeners'> & Port & { readonly stack: EndpointId })
  | (Case<'not-said', 'members'> & { readonly network: string })
  | (Case<'not-said', 'names'> & Named & { readonly network: string })
  | (Case<'not-said', 'external-ports'> & AtNode & { readonly network: string })
  | (Case<'not-said', 'host-listeners'> & AtNode & { readonly container: EndpointId })
  | (Case<'not-said', 'placement'> & AtNode & { readonly publisher: EndpointId })
  | (Case<'not-said', 'port-range'> &
      AtNode & {
        readonly publisher: EndpointId;
        readonly first: number;
        readonly last: number;
      })
  | (Case<'not-said', 'host-address'> &
      AtNode & { readonly publisher: EndpointId; readonly address: string })
  | (Case<'not-said', 'own-firewall'> & { readonly container: EndpointId })
  | (Case<'not-said', 'host-services'> & AtNode & { readonly container: EndpointId })
  | (Case<'not-said', 'driver'> & { readonly network: string; readonly driver: string })
  | (Case<'not-said', 'foreign-stack'> & { readonly container: EndpointId; readonly of: string })
  | (Case<'not-said', 'extra-host'> & Named & { readonly address: string });

interface AtNode extends Port {
  readonly node: string;
}
