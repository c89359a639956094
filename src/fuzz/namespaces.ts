import type { NamespacePair } from '../topology/lab';
import { pairWords } from '../topology/pair-words';
import type { InventoryNode } from '../nodes/inventory';
import { pairsCommand } from '../../stacks/pairs-command';
import { mustRun, type Run } from '../platform/run';
import { verbatim } from '../text/text';

/** Removes every namespace that the script remembers to have made. */
const REMOVE_ALL = `rm -rf /run/docker-network-lab/pairs
cd /run/docker-network-lab/netns 2>/dev/null || exit 0
for name in *; do [ ! -e "$name" ] || { ip netns delete "$name"; rm -f "$name"; }; done`;

/** Makes namespace pairs on a node. @throws LabError */
export async function addPairs(
  { exec, name }: InventoryNode,
  pairs: readonly NamespacePair[],
  run: Run,
): Promise<void> {
  if (pairs.length === 0) return;
  await mustRun([...pairsCommand(exec, 'add', 'fuzz'), `pairs: ${pairWords(pairs)}`], {
    what: verbatim(`namespaces cannot be made on ${name}`),
    run,
  });
}

export async function removePairs({ exec, name }: InventoryNode, run: Run): Promise<void> {
  await mustRun([...exec, 'sh', '-c', REMOVE_ALL], {
    what: verbatim(`namespaces cannot be removed on ${name}`),
    run,
  });
}
