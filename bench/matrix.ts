import { bind, type Ground } from '../src/probe/bind';
import { runCheck } from '../src/verdict/check';
import { repeatArguments } from '../src/probe/command';
import { readPlaced } from '../src/observe/facts';
import { containerOf } from '../src/observe/state';
import { toFacts } from '../src/observe/to-facts';
import { endpointCommand } from '../src/cli/endpoint-command';
import { expectations } from '../src/edges/expectations';
import { readInventory } from '../src/nodes/inventory-file';
import { labPaths, readConfig } from '../src/platform/config';
import { run } from '../src/platform/run';
import { loadTopology } from '../src/sources/own/load';
import { verbatim } from '../src/text/text';

/**
 * Every edge of the running lab, measured by a check, against one `docker exec` a probe in a row. Of those
 * SAMPLE are made, evenly spread over the edges, and the whole is what they took times the edges.
 * Usage: LAB_TOPOLOGY=bench/fifty.ts npm run bench:matrix -- [ROUNDS] [SAMPLE]; the lab must be up.
 */
const rounds = Number(process.argv[2] ?? 3);
const sample = Number(process.argv[3] ?? 60);

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const started = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - started) / 1e9;
};

async function main(): Promise<void> {
  const config = readConfig();
  const declared = await loadTopology(config.topologyFile);
  const inventory = readInventory(labPaths(config.root, declared.name).inventory);
  if (inventory === undefined) throw new Error('the lab is not up: ./lab up');
  const placed = await readPlaced(declared, inventory, run);
  const { lab, states } = placed;
  const facts = toFacts(placed);
  const ground: Ground = { lab, states, facts, outsidePort: 0, outsideProblem: verbatim('') };
  // `docker exec` itself, not through the lab.
  const byHand = (argv: readonly string[]): readonly string[] => {
    const [lead, , endpoint = '', , ...command] = argv;
    if (lead !== './lab') return argv;
    const called = [...states.values()].map((state) => containerOf(state, endpoint)?.fullName);
    return endpointCommand({
      ...{ lab, inventory, endpoint, command, terminal: false },
      called: called.find((name) => name !== undefined) ?? endpoint,
    });
  };
  const commands = expectations(lab, facts).flatMap((expectation) => {
    const bound = bind(expectation, ground);
    return bound.kind === 'probe' && expectation.edge.target.kind !== 'outside'
      ? [byHand(repeatArguments(bound.source, bound.probe, lab, inventory))]
      : [];
  });
  const count = Math.min(sample, commands.length);
  const chosen = Array.from(
    { length: count },
    (_, index) => commands[Math.floor((index * commands.length) / count)]!,
  );
  for (let round = 1; round <= rounds; round += 1) {
    let edges = 0;
    const ours = await seconds(async () => {
      const result = await runCheck({ lab, inventory });
      edges = result.verdicts.filter(({ kind }) => kind === 'edge').length;
      if (result.counts.fail + result.counts.error > 0) throw new Error('the lab is not green');
    });
    const each: number[] = [];
    for (const argv of chosen) each.push(await seconds(() => run(argv, { cwd: config.root })));
    const inARow = (each.reduce((sum, one) => sum + one, 0) / each.length) * edges;
    console.log(
      [
        `round ${round}: ${edges} edges in ${ours.toFixed(2)} s`,
        `one by one ${inARow.toFixed(0)} s (${each.length} made)`,
        `${(inARow / ours).toFixed(0)} times as fast`,
        `slowest single ${Math.max(...each).toFixed(2)} s`,
      ].join(', '),
    );
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
