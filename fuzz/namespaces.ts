import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NamespacePair } from '../model/lab';
import type { InventoryNode } from '../nodes/inventory';
import { ROOT } from '../system/config';
import { mustRun, type Run } from '../system/run';

/** The script by which the stacks make namespace pairs. */
const SCRIPT = readFileSync(join(ROOT, 'stacks/namespace-pairs.sh'), 'utf8');
/** Removes every namespace that the script remembers to have made. */
const REMOVE_ALL = `cd /run/docker-network-lab/netns 2>/dev/null || exit 0
for name in *; do [ ! -e "$name" ] || { ip netns delete "$name"; rm -f "$name"; }; done`;

/** Makes namespace pairs on a node. @throws LabError */
export async function addPairs(
  { exec, name }: InventoryNode,
  pairs: readonly NamespacePair[],
  run: Run,
): Promise<void> {
  if (pairs.length === 0) return;
  const words = pairs.flatMap(({ ends }) =>
    ends.flatMap((end) => [end.name, end.interface, `${end.address}/${end.prefix}`]),
  );
  await mustRun(
    [...exec, 'bash', '-c', SCRIPT, 'namespace-pairs', 'add', `pairs: ${words.join(' ')}`],
    { what: `namespaces cannot be made on ${name}`, run },
  );
}

export async function removePairs({ exec, name }: InventoryNode, run: Run): Promise<void> {
  await mustRun([...exec, 'sh', '-c', REMOVE_ALL], {
    what: `namespaces cannot be removed on ${name}`,
    run,
  });
}
