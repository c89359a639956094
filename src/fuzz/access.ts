import { engineApi, type Ask } from '../nodes/engine-api';
import type { Inventory, InventoryNode } from '../nodes/inventory';
import type { Run } from '../platform/run';

/** What is the same for all topologies of a run. */
export interface Ground {
  readonly inventory: Inventory;
  readonly run: Run;
  /** The engines are read as somebody else's, and nothing is known of what was deployed. */
  readonly foreign?: boolean;
}

/** A node, and a way to ask its engine. */
export interface NodeAccess extends InventoryNode {
  readonly ask: Ask;
}

export const accessTo = ({ inventory }: Ground): NodeAccess[] =>
  inventory.nodes.map((node) => ({ ...node, ask: engineApi(node.dockerHost) }));
