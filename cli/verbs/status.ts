import type { Command } from 'commander';
import { readInventory } from '../../nodes/inventory-file';
import { status, type StatusRow as Row } from '../../reports/status';
import { backendContext, createContext, type Context } from '../context';

/** `lab status`: nodes and containers, as they are now. */
export function registerStatus(program: Command): void {
  program
    .command('status')
    .description('show nodes and containers as they are now')
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
  const rows = await Promise.all(
    nodes.map(async ({ name, state, detail }): Promise<Row[]> => [
      { what: 'node', name, node: name, state, detail },
      ...(state === 'up' ? await containersOf(context, name) : []),
    ]),
  );
  return rows.flat();
}

async function containersOf({ lab, paths, run }: Context, node: string): Promise<Row[]> {
  const host = readInventory(paths.inventory)?.nodes.find(({ name }) => name === node)?.dockerHost;
  if (host === undefined) return [];
  const format = '{{.Names}}\t{{.State}}\t{{.Status}}\t{{.Networks}}';
  const { stdout } = await run(['docker', '--host', host, 'ps', '--all', '--format', format]);
  const found = new Map(
    stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split('\t'))
      .map(([name = '', state = '', since = '', networks = '']) => [
        name,
        { state, detail: `${since}; ${networks.replaceAll(',', ', ')}` },
      ]),
  );
  const declared = lab.containers.filter((container) => container.node === node);
  const absent = { state: 'absent', detail: 'not deployed' };
  const names = declared.map(({ name }) => name);
  const foreign = [...found.keys()].filter((name) => !names.includes(name));
  return [
    ...names.map((name): Row => ({
      what: 'container',
      name,
      node,
      ...(found.get(name) ?? absent),
    })),
    ...foreign.map((name): Row => ({
      what: 'container',
      name,
      node,
      state: found.get(name)?.state ?? '',
      detail: 'not declared in the topology',
    })),
  ];
}
