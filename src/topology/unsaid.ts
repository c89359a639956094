import type { EndpointId, Protocol } from './endpoint';

/** Who says that something listens on a port; a topology of ours declares it. */
export const LISTENER_SOURCES = [
  'declared',
  'published',
  'image',
  'healthcheck',
  'exposed',
  'measured',
] as const;

export type ListenerSource = (typeof LISTENER_SOURCES)[number];

/**
 * What the source of a topology leaves open. The predictor answers `arrives` or `unknown` for what depends on it, where
 * a topology of ours, which says everything, would have `refused`, `timeout` or `unresolved`.
 */
export type Unsaid =
  /** What else listens in a container's own stack. */
  | { readonly kind: 'listeners'; readonly container: EndpointId }
  /** The other members of a network that is not the source's own; `members` is the endpoint that stands for them. */
  | {
      readonly kind: 'external-network';
      readonly network: string;
      readonly node: string;
      readonly members: EndpointId;
    }
  /** What a container that has its node's stack, or that another project runs, listens on. */
  | { readonly kind: 'host-listeners'; readonly container: EndpointId; readonly node: string }
  /** The container may filter and route by itself. */
  | { readonly kind: 'own-firewall'; readonly container: EndpointId }
  /** The engine chooses the port of the node; `standIn` is the number that stands for it. */
  | (Published & { readonly kind: 'chosen-port'; readonly standIn: number })
  /** The engine chooses one of several ports of the node. */
  | (Published & { readonly kind: 'port-range'; readonly first: number; readonly last: number })
  /** Published on an address of the node that the source does not tell to be the node's. */
  | (Published & { readonly kind: 'host-address'; readonly address: string; readonly port: number })
  /** Published on the node that runs the container, which the swarm chooses. */
  | (Published & { readonly kind: 'placement'; readonly port: number })
  /** A network whose driver is not predicted. */
  | {
      readonly kind: 'driver';
      readonly network: string;
      readonly node: string;
      readonly driver: string;
    }
  /** An option of a network that is not predicted. */
  | { readonly kind: 'option'; readonly network: string; readonly option: string }
  /** The stack of a container that the source does not know. */
  | { readonly kind: 'foreign-stack'; readonly container: EndpointId; readonly of: string }
  /** Further lines of /etc/hosts; `host-gateway` is the node's address on its default bridge. */
  | {
      readonly kind: 'extra-host';
      readonly container: EndpointId;
      readonly name: string;
      readonly address: string;
    }
  /** What listens on the node besides, which a container is told to ask (`host-gateway`). */
  | { readonly kind: 'host-services'; readonly container: EndpointId; readonly node: string }
  /** Left out of what is asked: a name, an address or a port that is none to the lab. */
  | {
      readonly kind: 'left-out';
      readonly container: EndpointId;
      readonly what: 'name' | 'address' | 'port' | 'link' | 'service';
      readonly value: string;
    };

interface Published {
  readonly container: EndpointId;
  readonly node: string;
  /** The port inside. */
  readonly target: number;
  readonly protocol: Protocol;
}

export type UnsaidKind = Unsaid['kind'];
export type UnsaidOf<K extends UnsaidKind> = Extract<Unsaid, { readonly kind: K }>;
