import { statSync } from 'node:fs';
import { expectations } from '../../src/edges/expectations';
import { validate } from '../../src/topology/validate';
import { choose, command, destroy, down, lastCheck, reportFile, terraform } from './lab';
import { table } from './table';
import { scaled } from './topology';

const HEAD = [
  ...['nodes', 'containers', 'edges', 'predict s', 'synth s', 'apply s', 'check s', 'plan s'],
  ...['report s', 'report MB', 'destroy s', 'up MB', 'check MB'],
];

/** The stack, the plan, the check and the report, from few containers to many. */
export async function growth(
  sizes: readonly number[],
  nodeCounts: readonly number[],
): Promise<void> {
  const rows: string[][] = [];
  for (const nodes of nodeCounts) {
    for (const size of sizes) {
      rows.push((await one(size, nodes)).map(String));
      console.log(`${HEAD.join(' | ')}\n${rows.at(-1)?.join(' | ')}`);
    }
    await down();
  }
  console.log();
  table(HEAD, rows);
}

async function one(size: number, nodes: number): Promise<(string | number)[]> {
  const topology = scaled(size, nodes);
  choose(topology);
  const lab = validate(topology, 'scale');
  const began = process.cpuUsage();
  expectations(lab);
  const predicted = process.cpuUsage(began).user / 1e6;
  await command(['./lab', 'nodes', 'up']);
  const synth = await command(['node', 'src/tool/start.cjs', 'app']);
  const up = await command(['./lab', 'up', '--format', 'junit']);
  const applied = up.seconds - lastCheck().durationMs / 1000;
  const check = await command(['./lab', 'check', '--format', 'junit']);
  const edges = lastCheck().verdicts.filter(({ kind }) => kind === 'edge').length;
  const plan = await terraform('plan', '-detailed-exitcode');
  const report = await command(['./lab', 'report']);
  const megabytes = statSync(reportFile()).size / 1e6;
  const removed = await destroy();
  const round = (value: number): string => value.toFixed(1);
  return [
    ...[nodes, size, edges, round(predicted), round(synth.seconds), round(applied)],
    ...[check, plan, report].map(({ seconds }) => round(seconds)),
    ...[round(megabytes), round(removed.seconds)],
    ...[up, check].map(({ usage }) => usage.peak.toFixed(0)),
  ];
}
