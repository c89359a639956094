import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Context } from '../cli/context';
import { terminalIo } from '../cli/io';
import { bringNodesUp } from '../cli/nodes-up';
import { prepare } from '../cli/prepare';
import { createProgress } from '../cli/progress';
import { removeNodes } from '../cli/verbs/down';
import { DEFAULT_SERIES, SERIES } from '../topology/engines';
import { validate } from '../topology/validate';
import { containers } from '../nodes/containers';
import type { Inventory } from '../nodes/inventory';
import { labPaths, readConfig } from '../platform/config';
import { describeError, LabError } from '../platform/errors';
import { mustRun, run } from '../platform/run';
import { exitCode, totalLine } from './lines';
import { nodesOf } from './place';
import { planAgain } from './second-plan';
import type { Nodes } from './place';
import { series } from './series';
import { FIXED_SEEDS } from './seeds';
import { verbatim } from '../text/text';

interface Options {
  readonly engine: Nodes['engine'];
  readonly swarm?: '2' | '3';
  readonly runs: number;
  readonly seed?: number;
  readonly fixed: boolean;
  readonly plans: boolean;
  readonly shrink: boolean;
  readonly keep: boolean;
  readonly foreign: boolean;
}

const HIGHEST_SEED = 2 ** 31;

const whole = (text: string): number => {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is no whole number.');
};

const program = new Command('fuzz:engines')
  .description(
    'Random topologies on real engines: all edges measured, and compared with the prediction.',
  )
  .addOption(
    new Option('--engine <series>', 'engine of the nodes').choices(SERIES).default(DEFAULT_SERIES),
  )
  .addOption(
    new Option('--swarm <n>', 'three nodes, of which so many are a swarm').choices(['2', '3']),
  )
  .option('--runs <n>', 'topologies', whole, 10)
  .option(
    '--seed <n>',
    'seed of the first topology, the next ones count up; default: by the clock',
    whole,
  )
  .option('--fixed', 'the stored seeds instead', false)
  .option('--plans', 'deploy each by Terraform, too, and ask for a second plan', false)
  .option('--shrink', 'look for a smaller topology that fails too', false)
  .option('--keep', 'leave the nodes up for the next run', false)
  .option('--foreign', 'read each engine as one that the lab did not make', false)
  .exitOverride()
  .addHelpText(
    'after',
    `
Exit codes: 0 all edges as predicted, second plans empty; 1 not so; 2 bad input or a missing prerequisite;
            3 the nodes could not be examined.`,
  );

function contextOf(nodes: Nodes): Context {
  const io = terminalIo();
  const config = readConfig();
  const lab = validate(nodesOf(nodes), 'src/fuzz/place.ts');
  const paths = labPaths(config.root, lab.name);
  const progress = createProgress(io);
  return {
    config,
    lab,
    source: undefined,
    paths,
    backend: containers,
    chosenBackend: 'containers',
    run,
    io,
    progress,
  };
}

/**
 * An engine of the machine up to 24 gives nodes on their internal network a default route. Without one more edges
 * are the lab's own to predict, and the rules are the same on every machine.
 */
async function removeDefaultRoutes({ nodes }: Inventory): Promise<void> {
  const script = 'ip route delete default 2>/dev/null; ! ip route | grep ^default';
  const what = verbatim('the default route of a node cannot be removed');
  await Promise.all(nodes.map(({ exec }) => mustRun([...exec, 'sh', '-c', script], { what })));
}

async function main(): Promise<void> {
  await program.parseAsync();
  const {
    engine,
    swarm = '0',
    runs,
    seed,
    fixed,
    plans,
    shrink,
    keep,
    foreign,
  } = program.opts<Options>();
  const nodes: Nodes = { engine, swarm: ({ 0: 0, 2: 2, 3: 3 } as const)[swarm] };
  const first = seed ?? Date.now() % HIGHEST_SEED;
  const seeds = fixed
    ? FIXED_SEEDS[nodes.swarm === 0 ? 'plain' : 'swarm']
    : Array.from({ length: runs }, (_, index) => first + index);
  const context = contextOf(nodes);
  const { io, progress } = context;
  // The topology that is being tried is ended first, so that nothing of it stays behind.
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => interrupted.abort());
  }
  const inventory = await bringNodesUp(context, await prepare(context));
  await removeDefaultRoutes(inventory);
  const ground = { inventory, run, foreign };
  try {
    const totals = await series(seeds, {
      nodes,
      ground,
      shrink,
      ...(plans ? { planAgain: (topology) => planAgain(topology, context, ground) } : {}),
      print: io.print,
      stop: interrupted.signal,
    });
    io.print(totalLine(totals));
    process.exitCode = interrupted.signal.aborted ? 3 : exitCode(totals);
  } finally {
    progress.stop();
    if (!keep) await removeNodes(context, true);
  }
}

main().catch((error: unknown) => {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof LabError) {
    console.error(describeError(error));
    process.exitCode = error.exitCode;
  } else {
    console.error(error);
    process.exitCode = 3;
  }
});
