import { backendOf } from '../nodes/inventory';
import { readInventory } from '../nodes/inventory-file';
import { LAB_LABEL } from '../stacks/access';
import type { Context } from './context';

/** Containers that the lab did not make and that go with their nodes, as `node/name`. */
export async function foreignContainers({ paths, run }: Context): Promise<string[]> {
  const inventory = readInventory(paths.inventory);
  if (inventory === undefined) return [];
  const nodes = inventory.nodes.filter((node) => backendOf(inventory, node) !== 'remote');
  const found = await Promise.all(
    nodes.map(async ({ name, dockerHost }) => {
      const format = `{{.Names}}\t{{.Label "${LAB_LABEL}"}}`;
      const argv = ['docker', '--host', dockerHost, 'ps', '--all', '--format', format];
      const { stdout } = await run(argv, { timeout: 10_000 });
      return stdout
        .split('\n')
        .map((line) => line.split('\t'))
        .filter(([container, label]) => container !== '' && label === '')
        .map(([container]) => `${name}/${container}`);
    }),
  );
  return found.flat();
}
