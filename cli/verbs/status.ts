import Table from 'cli-table3';
import type { Command } from 'commander';
import { readInventory } from '../../nodes/inventory-file';
import { backendContext, createContext, type Context } from '../context';

interface Row {
  readonly what: 'node' | 'container';
  readonly name: string;
  readonly node: string;
  readonly state: string;
  readonly detail: string;
}

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
      const table = new Table({
        head: ['', 'name', 'node', 'state', ''],
        style: { head: [], border: [] },
        chars: PLAIN,
      });
      table.push(...rows.map((row) => [row.what, row.name, row.node, row.state, row.detail]));
      context.io.print(table.toString());
    });
}

const PLAIN = Object.fromEntries(
  ['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right']
    .concat(['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle'])
    .map((name) => [name, name === 'middle' ? '  ' : '']),
);

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
      .map(([name = '', state = '', status = '', networks = '']) => [
        name,
        { state, detail: `${status}; ${networks}` },
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
