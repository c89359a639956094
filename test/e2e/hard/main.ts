import { Command, InvalidArgumentError } from 'commander';
import { groundAt, type Ground } from './ground';
import { damage } from './damage';
import { inputs } from './inputs';
import { kills } from './kills';
import { left } from './left';
import type { Bench, Part, Trial } from './part';
import { places } from './places';
import { randomOf } from './random';
import { reports } from './reports';
import { secrets } from './secrets';
import { table, type Row } from './table';
import { tens } from './tens';

/** Each is a kind of trials; a new one is a line here. */
const PARTS: readonly Part[] = [kills, damage, inputs, places, reports, secrets, tens];

interface Options {
  readonly count?: number;
  readonly kills?: number;
  readonly seed: number;
  readonly only?: string;
  readonly lab: string;
  readonly net: string;
  readonly swarm: boolean;
  readonly small: boolean;
  readonly keep: boolean;
}

const whole = (text: string): number => {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is no whole number.');
};

const program = new Command('e2e:hard').description(
  'A lab that is struck, damaged and given bad input: it heals, says what is wrong, and leaves nothing behind.',
);

for (const part of PARTS) {
  program
    .command(part.name)
    .description(part.description)
    .option('--count <n>', 'trials', whole)
    .option('--kills <n>', 'the same', whole)
    .option('--seed <n>', 'decides order and moments', whole, Date.now() % 1_000_000)
    .option('--only <pattern>', 'regular expression for the names of trials')
    .option('--lab <name>', 'name of the lab, so that two runs stand side by side', 'hard')
    .option('--net <numbers>', "first three numbers of its nodes' subnet", '192.168.215')
    .option('--swarm', 'with a swarm, an overlay and a service', false)
    .option('--small', 'one node and what is on it', false)
    .option('--keep', 'leave the lab as it is at the end', false)
    .action((options: Options) => runPart(part, options));
}

async function runPart(part: Part, options: Options): Promise<void> {
  const { lab, net, swarm, small, seed, keep } = options;
  const ground = groundAt({ lab, net, swarm, small: small && !swarm });
  const bench: Bench = { ground, random: randomOf(seed) };
  console.log(`e2e:hard ${part.name} --seed ${seed} --lab ${lab}`);
  await part.begin?.(bench);
  const rows: Row[] = [];
  const list = chosen(part, bench, options);
  for (const [index, trial] of list.entries()) {
    const row = await runTrial(trial, bench);
    rows.push(row);
    console.log(
      `${index + 1}/${list.length} ${row.good ? 'good' : 'BAD '} ${trial.name}: ${row.text}`,
    );
  }
  console.log(table(rows));
  const bad = keep ? [] : await takeDown(ground, part);
  for (const line of bad) console.log(`left behind: ${line}`);
  if (bad.length > 0 || rows.some(({ good }) => !good)) process.exitCode = 1;
}

function chosen(part: Part, bench: Bench, { only = '', count, kills }: Options): Trial[] {
  const all = part.trials(bench).filter(({ name }) => new RegExp(only).test(name));
  const wanted = kills ?? count ?? part.usual ?? all.length;
  return Array.from(
    { length: all.length === 0 ? 0 : wanted },
    (_, index) => all[index % all.length]!,
  );
}

async function runTrial(trial: Trial, bench: Bench): Promise<Row> {
  try {
    const { text, counts } = await trial.run(bench);
    return { name: trial.name, good: true, counts, text };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { name: trial.name, good: false, counts: true, text };
  }
}

async function takeDown(ground: Ground, part: Part): Promise<string[]> {
  if (part.isAlone === true) {
    part.end?.(ground);
    return [];
  }
  const { code, output } = await ground.lab('a', 'down', '--force');
  part.end?.(ground);
  return [
    ...(code === 0 ? [] : [`./lab down ended with ${code}\n${output}`]),
    ...(await left(ground)),
  ];
}

program.parseAsync().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 3;
});
