import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readConfig, ROOT } from '../../../src/platform/config';
import { CDKTF, LAB, type Ended, type Ground } from './ground';
import type { Part, Seen, Trial } from './part';
import { processes } from './processes';
import { SECRET, type Variant } from './topology';

const lab = (...words: string[]): readonly string[] => [LAB, ...words];

/** Whatever writes or prints, in an order in which each finds what it needs; `b` changes what stands. */
const COMMANDS: readonly (readonly [readonly string[], Variant])[] = [
  [lab('up'), 'a'],
  ...['table', 'json', 'junit'].map((form) => [lab('check', '--format', form), 'a'] as const),
  ...['table', 'markdown', 'csv'].map((form) => [lab('matrix', '--format', form), 'a'] as const),
  ...['svg', 'dot', 'mermaid'].map((form) => [lab('graph', '--format', form), 'a'] as const),
  [lab('graph', '--live'), 'a'],
  [lab('status', '--json'), 'a'],
  [lab('explain', 'web', 'linked', '--live'), 'a'],
  [lab('report', '--check'), 'a'],
  [lab('doctor', '--json'), 'a'],
  [lab('diff', '--edges', '--format', 'json'), 'b'],
  [lab('up', '--format', 'json'), 'b'],
  [[...CDKTF, 'synth'], 'b'],
  [[...CDKTF, 'deploy', '--auto-approve'], 'a'],
  [lab('repair', '--yes'), 'a'],
  [lab('nodes', 'up'), 'a'],
];

export const secrets: Part = {
  name: 'secrets',
  description:
    'the value of a variable is in the state and the stack, and in nothing else that is written, printed or run',
  trials: () =>
    COMMANDS.map(([argv, variant]): Trial => ({
      name: argv.slice(argv[0] === LAB ? 1 : -2).join(' '),
      run: ({ ground }) => watch(ground, argv, variant),
    })),
};

async function watch(ground: Ground, argv: readonly string[], variant: Variant): Promise<Seen> {
  const { ended } = ground.start(variant, argv);
  const [said, seen] = await Promise.all([ended, argumentsUntil(ended)]);
  const found = [
    ...(said.output.includes(SECRET) ? [`output of ${argv.join(' ')}`] : []),
    ...seen.map((line) => `arguments: ${line}`),
    ...[ground.paths.lab, ground.paths.outdir, join(ROOT, 'dist'), readConfig().cacheDir].flatMap(
      filesWithSecret,
    ),
  ].filter((place) => !isTerraforms(ground, place));
  if (found.length > 0) throw new Error(`the value is in\n${found.join('\n')}`);
  if (said.code !== 0) throw new Error(`it ended with ${said.code}\n${said.output}`);
  return { text: 'nowhere else', counts: true };
}

/** What Terraform must have, closed to others. */
const isTerraforms = ({ paths }: Ground, place: string): boolean =>
  [paths.state, `${paths.state}.backup`, join(paths.stack, 'cdk.tf.json')].includes(place) &&
  (statSync(place).mode & 0o077) === 0;

/** Command lines with the secret, as long as a command runs. */
async function argumentsUntil(ended: Promise<Ended>): Promise<string[]> {
  const found = new Set<string>();
  let over = false;
  void ended.then(() => (over = true));
  while (!over) {
    for (const { line } of processes()) if (line.includes(SECRET)) found.add(line);
    await pause(20);
  }
  return [...found];
}

const MEGABYTE = 2 ** 20;

const filesWithSecret = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => statSync(file).size < 50 * MEGABYTE && readFileSync(file).includes(SECRET));
