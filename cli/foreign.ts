import { readInventory } from '../nodes/inventory-file';
import { LAB_LABEL } from '../stacks/access';
import type { Context } from './context';

/** Containers on the lab's nodes that the lab did not make, as `node/name`. */
export async function foreignContainers({ paths, run }: Context): Promise<string[]> {
  const nodes = readInventory(paths.inventory)?.nodes ?? [];
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
