import { LAB_LABEL } from '../topology/lab';
import { backendOf } from '../nodes/inventory';
import { readInventory } from '../nodes/inventory-file';
import type { Context } from './context';

export interface Foreign {
  /** Containers that the lab did not make and that go with their nodes, as `node/name`. */
  readonly containers: readonly string[];
  /** Nodes that could not be asked. */
  readonly silent: readonly string[];
}

/** Milliseconds in which an engine that is up lists its containers. */
const PATIENCE = 8_000;

/** What is on the nodes beside the lab. */
export async function foreignContainers({ paths, run }: Context): Promise<Foreign> {
  const inventory = readInventory(paths.inventory);
  const nodes = inventory?.nodes.filter((node) => backendOf(inventory, node) !== 'remote') ?? [];
  const found = await Promise.all(
    nodes.map(async ({ name, dockerHost }) => {
      const format = `{{.Names}}\t{{.Label "${LAB_LABEL}"}}`;
      const argv = ['docker', '--host', dockerHost, 'ps', '--all', '--format', format];
      const { stdout, failure } = await run(argv, { timeout: PATIENCE });
      if (failure !== undefined) return { containers: [], silent: [name] };
      const containers = stdout
        .split('\n')
        .map((line) => line.split('\t'))
        .filter(([container, label]) => container !== '' && label === '')
        .map(([container]) => `${name}/${container}`);
      return { containers, silent: [] };
    }),
  );
  return {
    containers: found.flatMap(({ containers }) => containers),
    silent: found.flatMap(({ silent }) => silent),
  };
}
