/** How Terraform reaches a node; the inventory's nodes have this shape. */
export interface NodeAccess {
  readonly name: string;
  /** Undefined where the node is not up: a plan then says so instead of failing to connect. */
  readonly dockerHost: string | undefined;
  readonly sshOptions: readonly string[];
  /** Another one after each start of the node, which loses its network namespaces. */
  readonly incarnation?: string;
  /** The words before a command that is to run on the node as root. */
  readonly exec: readonly string[];
}
