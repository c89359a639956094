import type { EndpointId } from '../topology/edge';
import type { Protocol } from '../topology/lab';
import type { GatewayMode } from '../topology/topology';
import type { Asked } from '../network/asked';

interface Rule<R extends string> {
  readonly rule: R;
}

interface Case<R extends string, C extends string> extends Rule<R> {
  readonly case: C;
}

/** A port, or an echo. */
interface Wanted {
  readonly protocol: 'icmp' | Protocol;
  /** 0 for an echo. */
  readonly port: number;
}

interface On {
  readonly network: string;
  readonly node: string;
}

/** What networks on an interface of a node do. */
export type OfLans =
  /** Both are on the interface, or on machines that it leads to. */
  | (Case<'lan-network', 'members'> & Between & { readonly driver: string })
  /** The node's own interface is the parent: neither hears the other. */
  | (Case<'lan-network', 'own-node'> & Between & { readonly node: string })
  | (Case<'lan-network', 'private'> & Between)
  /** To machines of the nodes' network, or from them. */
  | (Case<'lan-network', 'nodes-network'> & Between)
  | (Case<'lan-network', 'nobody'> & { readonly network: string; readonly to: Asked })
  /** Mode l3 sends everything to its interface, and answers do not come back. */
  | (Case<'lan-network', 'no-way-back'> & { readonly network: string; readonly from: EndpointId })
  /** The driver publishes nothing. */
  | (Case<'lan-network', 'unpublished'> & {
      readonly publisher: EndpointId;
      readonly network: string;
    });

interface Between {
  readonly from: EndpointId;
  readonly to: EndpointId;
  readonly network: string;
}

/** What engines and others let through. */
export type OfFirewalls =
  /** By the mode of the network that the packet is for: open, or not published. */
  | (Case<'gateway-mode', 'passes' | 'drops'> &
      Wanted &
      On & { readonly mode: GatewayMode; readonly to: EndpointId })
  /** The node's side of a network has no address. */
  | (Case<'gateway-mode', 'no-address'> & On)
  /** A port of a container is published at its own address, not at the node's. */
  | (Case<'gateway-mode', 'unpublished'> & {
      readonly publisher: EndpointId;
      readonly network: string;
    })
  | (Case<'direct-routing', 'route'> & { readonly to: string; readonly node: string })
  | (Case<'direct-routing', 'drops'> & On & { readonly to: EndpointId })
  | (Case<'direct-routing', 'allowed' | 'trusted' | 'marked'> & On & { readonly to: EndpointId })
  | (Case<'direct-routing', 'loopback'> & { readonly node: string; readonly address: string })
  /** What leaves keeps the container's address. */
  | (Case<'not-masqueraded', 'leaves'> & On & { readonly from: EndpointId })
  | (Case<'not-masqueraded', 'no-way-back'> & {
      readonly from: EndpointId;
      readonly to: EndpointId;
    })
  | (Rule<'link-port'> & Wanted & { readonly from: EndpointId; readonly to: EndpointId })
  | (Case<'foreign-firewall', 'docker-user'> &
      Wanted & {
        readonly node: string;
        readonly action: 'accept' | 'drop' | 'reject' | 'return';
      })
  | (Case<'foreign-firewall', 'forward-drop'> & { readonly node: string })
  | (Case<'foreign-firewall', 'input'> &
      Wanted & {
        readonly node: string;
        readonly manager: 'ufw' | 'firewalld';
      })
  /** A published port is no port of the node's own to it. */
  | (Case<'foreign-firewall', 'bypassed'> &
      Wanted & {
        readonly node: string;
        readonly manager: 'ufw' | 'firewalld';
      });

/** What is asked for beyond the networks. */
export type OfResolvers =
  | (Case<'dns', 'node'> & Asking & { readonly of: string; readonly address: string })
  | (Case<'dns', 'server'> & Asking & { readonly server: string; readonly address: string })
  /** Its networks lead nowhere: the server of its networks asks nobody. */
  | (Case<'dns', 'internal'> & Asking)
  /** The server would be asked that asks. */
  | (Case<'dns', 'itself'> & Asking)
  | (Case<'dns', 'unknown'> & Asking & { readonly servers: readonly string[] });

interface Asking {
  readonly from: EndpointId;
  readonly name: string;
}
