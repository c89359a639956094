import type { NodeBackend } from '../topology/topology';

/**
 * The running nodes, as the backend that brought them up wrote them down.
 * Stacks and checks know nodes from here only.
 */
export interface Inventory {
  /** Name of the topology. */
  readonly lab: string;
  readonly backend: BackendName;
  /** True where images and provider came from the offline kit. */
  readonly offline: boolean;
  readonly nodes: readonly InventoryNode[];
}

export type BackendName = NodeBackend;

export interface InventoryNode {
  readonly name: string;
  /** Bare IPv4 address on the nodes' network. */
  readonly address: string;
  /** Docker host, such as `unix:///run/x/docker.sock` or `ssh://vagrant@192.168.205.10`. */
  readonly dockerHost: string;
  /** Options for ssh, each an argument; empty for a socket. */
  readonly sshOptions: readonly string[];
  /** The words before a command that is to run on the node as root, its input passed on. */
  readonly exec: readonly string[];
  /** Full engine version, such as `26.1.5+dfsg1`. */
  readonly engine: string;
  /** True where the node has a default route, so that packets for unknown addresses leave the lab. */
  readonly defaultRoute: boolean;
  /** What brought it up, where it is not what brought up the others. */
  readonly backend?: BackendName;
  /** The shared connection of a host that is reached by ssh; `dockerHost` is its local end of the engine's socket. */
  readonly ssh?: {
    /** Absolute path of a configuration for `ssh -F`. */
    readonly config: string;
    /** What ssh is called with. */
    readonly host: string;
  };
  /** The lab's swarm as the node is in it, by which its engine is known as a member of the lab's own. No secret. */
  readonly swarm?: { readonly id: string };
}

/** What brought a node up. */
export const backendOf = (inventory: Inventory, node: InventoryNode): BackendName =>
  node.backend ?? inventory.backend;
