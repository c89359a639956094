import type { EndpointId } from '../../topology/edge';

/** How an element of the running lab stands to the topology; `same` everywhere in a graph of the topology alone. */
export type Mark = 'same' | 'missing' | 'extra' | 'changed';

export type ItemKind =
  | 'outside'
  /** The network that joins the nodes and the machine that runs the lab. */
  | 'lan'
  /** A node's own network stack. */
  | 'stack'
  | 'bridge'
  /** A network of all nodes of the swarm: it is on none of them alone. */
  | 'overlay'
  | 'container'
  | 'namespace'
  /** Several containers that differ in nothing but their names. */
  | 'group';

export type LinkKind =
  | 'lan'
  /** A bridge's way to its node. */
  | 'uplink'
  | 'attachment'
  /** An attachment to an overlay, which stands on the other side of the containers. */
  | 'overlay'
  /** A container without a network stack of its own uses the one at the other end. */
  | 'shares'
  | 'veth'
  /** Docker's `--link`, from the container that knows the name. */
  | 'link'
  | 'publish';

/** A short statement about an element; the words for it are in `words.ts`. */
export interface Fact {
  readonly key: FactKey;
  readonly value: string;
}

export type FactKey =
  | 'address'
  | 'aliases'
  | 'closed-to-each-other'
  | 'count'
  | 'encrypted'
  | 'engine'
  | 'image'
  | 'internal'
  | 'listens'
  | 'mesh'
  | 'no-network'
  | 'node-stack'
  | 'replica'
  | 'shares'
  | 'spans'
  | 'subnet'
  | 'virtual-address'
  // What differs on the running lab.
  | 'absent-on'
  | 'address-differs'
  | 'cut'
  | 'mode-differs'
  | 'not-examined'
  | 'not-in-swarm'
  | 'not-running'
  | 'option-differs'
  | 'other-network-on'
  | 'port-extra'
  | 'port-missing';

export interface Item {
  readonly id: string;
  readonly kind: ItemKind;
  readonly name: string;
  /** Name of the node that it is on; none for what is between the nodes. */
  readonly host?: string;
  /** Names of the nodes that an overlay is on. */
  readonly spans?: readonly string[];
  readonly facts: readonly Fact[];
  readonly mark: Mark;
  readonly differences: readonly Fact[];
  /** The endpoints that it stands for: none for a network, several for a group. */
  readonly endpoints: readonly EndpointId[];
  readonly chapter?: string;
}

export interface GraphLink {
  readonly id: string;
  readonly kind: LinkKind;
  /** Id of an item, like `to`. */
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly mark: Mark;
  readonly chapter?: string;
}

/** A node: the frame around what is on it. */
export interface Host {
  readonly name: string;
  readonly facts: readonly Fact[];
  readonly mark: Mark;
  readonly differences: readonly Fact[];
}

/** The lab as a picture, before anything has a place in it. */
export interface Graph {
  readonly name: string;
  readonly title: string;
  readonly hosts: readonly Host[];
  readonly items: readonly Item[];
  readonly links: readonly GraphLink[];
}

/** Marks of what is as declared. */
export const SAME = { mark: 'same', differences: [] } as const;

export const fact = (key: FactKey, value = ''): Fact => ({ key, value });

/** Ids of items; containers and bridges are unique on a node only, overlays in the lab. */
export const itemId = {
  outside: 'outside',
  lan: (subnet: string): string => `lan ${subnet}`,
  stack: (node: string): string => `stack ${node}`,
  bridge: (node: string, network: string): string => `bridge ${node}/${network}`,
  overlay: (network: string): string => `overlay ${network}`,
  container: (node: string, name: string): string => `container ${node}/${name}`,
  namespace: (node: string, name: string): string => `namespace ${node}/${name}`,
} as const;

/** Id of a link: one of a kind between two items. */
export const linkId = (kind: LinkKind, from: string, to: string): string =>
  `${kind} ${from} > ${to}`;
