import type { Command } from 'commander';
import { readInventory } from '../../nodes/inventory-file';
import { status, type StatusRow as Row } from '../../reports/status';
import { containerRows, LISTING, parseListing, type Listed } from '../container-rows';
import { backendContext, createContext, type Context } from '../context';

/** `lab status`: nodes and containers, as they are now. */
export function register(command: Command): void {
  command
    .option('--json', 'as JSON', false)
    .addHelpText('after', '\nExamples:\n  ./lab status\n  ./lab status --json')
    .action(async ({ json }: { json: boolean }) => {
      const context = await createContext();
      const rows = await collect(context);
      if (json) return context.io.print(JSON.stringify(rows, null, 2));
      context.io.print(status(rows, context.io.width));
    });
}

async function collect(context: Context): Promise<Row[]> {
  const nodes = await context.backend.status(backendContext(context));
  const found = await Promise.all(
    nodes.map(async ({ name, state }) =>
      state === 'up' ? await containersOn(context, name) : undefined,
    ),
  );
  const containers = containerRows(
    context.lab,
    new Map(nodes.flatMap(({ name }, index) => (found[index] ? [[name, found[index]]] : []))),
  );
  return nodes.flatMap(({ name, state, detail }): Row[] => [
    { what: 'node', name, node: name, state, detail },
    ...containers.filter(({ node }) => node === name),
  ]);
}

/** Undefined where the inventory does not tell how to ask. */
async function containersOn(
  { paths, run }: Context,
  node: string,
): Promise<readonly Listed[] | undefined> {
  const host = readInventory(paths.inventory)?.nodes.find(({ name }) => name === node)?.dockerHost;
  if (host === undefined) return undefined;
  const argv = ['docker', '--host', host, 'ps', '--all', '--format', LISTING];
  return parseListing((await run(argv)).stdout);
}
