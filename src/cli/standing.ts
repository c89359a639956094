import { readInventory } from '../nodes/inventory-file';
import { readKnown } from '../nodes/leftovers/known';
import { LabError } from '../platform/errors';
import { say } from '../i18n/say';
import type { Context } from './context';

/** What stands of a lab as far as the lab's own files say, in one sentence; asks nobody. */
export function standing({ lab, paths }: Pick<Context, 'lab' | 'paths'>): string {
  const nodes = nodesIn(paths.inventory);
  const { ids, networks } = readKnown(paths.state);
  return say(
    '{up} of {all} nodes were brought up; Terraform knows {networks} networks and {others} containers.',
    {
      up: nodes,
      all: lab.nodes.length,
      networks: networks.size,
      others: ids.size - networks.size,
    },
  );
}

function nodesIn(inventory: string): number {
  try {
    return readInventory(inventory)?.nodes.length ?? 0;
  } catch (error) {
    if (error instanceof LabError) return 0;
    throw error;
  }
}
