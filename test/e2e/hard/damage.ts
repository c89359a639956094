import { cpSync, existsSync, lstatSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { readConfig } from '../../../src/platform/config';
import { expectClosed } from './closed';
import { commandOf, LAB, type Ended, type Ground } from './ground';
import { HARMS, undo, type Harm } from './harms';
import { secondPlan, succeed } from './heal';
import type { Bench, Part, Seen, Trial } from './part';
import { shuffled } from './random';
import { TARGETS, type Target } from './targets';

/** Verbs that only look: they say what they can, or one error. */
const LOOKS = ['check', 'status', 'diff', 'explain web linked', 'report', 'matrix', 'doctor'];

const up = (ground: Ground): Promise<Ended> => ground.lab('a', 'up');

export const damage: Part = {
  name: 'damage',
  description:
    'files that are damaged; `./lab up` makes them anew, or names the command that does, in one error',
  usual: 12,
  async begin({ ground }) {
    ownCache(ground);
    succeed('up', await up(ground));
  },
  end: (ground) => rmSync(cacheOf(ground), { recursive: true, force: true }),
  trials({ random }) {
    const cases = TARGETS.flatMap((target) =>
      HARMS.filter(({ fits }) => fits?.(target) ?? true).map((harm): Trial => ({
        name: `${target.name}, ${harm.name}`,
        run: (bench) => suffer(target, harm, bench),
      })),
    );
    return shuffled(cases, random);
  },
};

const cacheOf = ({ paths }: Ground): string => `${paths.lab}.cache`;

/** What is damaged is nobody else's: the cache is a copy, only Go keeps its own. */
function ownCache(ground: Ground): void {
  const folder = cacheOf(ground);
  process.env['GOCACHE'] ??= join(homedir(), '.cache', 'go-build');
  const { cacheDir } = readConfig();
  rmSync(folder, { recursive: true, force: true });
  cpSync(cacheDir, join(folder, 'docker-network-lab'), {
    recursive: true,
    // Only what this lab needs is saved again.
    filter: (path) => !basename(path).startsWith('image-'),
  });
  process.env['XDG_CACHE_HOME'] = folder;
}

async function suffer(target: Target, harm: Harm, { ground, random }: Bench): Promise<Seen> {
  const path = target.path(ground);
  const look = shuffled(LOOKS, random)[0]!;
  if (path === undefined || !existsSync(path)) return { text: 'not there', counts: false };
  if (target.isFolder !== true && lstatSync(path).isDirectory()) throw new Error(`${path}?`);
  if (target.fresh === true) succeed('down', await ground.lab('a', 'down', '--force'));
  try {
    if (!harm.inflict(path, target, random)) return { text: 'not possible', counts: false };
    const seen = await ground.start('a', [LAB, ...look.split(' ')]).ended;
    expectInWords(look, seen);
    const ended = await up(ground);
    expectInWords('up', ended);
    const mended = ended.code === 0 ? 'by up' : await byWhatItSays(ground, ended);
    undo(path);
    expectClosed(ground);
    await secondPlan(ground, 'a');
    return { text: `mended ${mended}; ${look} ended with ${seen.code}`, counts: true };
  } catch (error) {
    await startOver(ground, path);
    throw error;
  }
}

/** The commands that an error names are run as they are, then the command that failed. */
async function byWhatItSays(ground: Ground, { output }: Ended): Promise<string> {
  const next = /^ +next: +(.*)$/m.exec(output)?.[1] ?? '';
  const commands = next.match(COMMANDS) ?? [];
  if (commands.length === 0) throw new Error(`no command is named\n${output}`);
  for (const command of commands) {
    const words = command.replace(/^sudo /, '').split(' ');
    const { ended } =
      words[0] === './lab' ? ground.start('a', [LAB, ...words.slice(1)]) : commandOf(words);
    succeed(command, await ended);
  }
  succeed(`up after ${next}`, await up(ground));
  return `by ${commands.join(', then ')}`;
}

const COMMANDS =
  /\.\/lab (nodes )?[a-z]+( --[a-z]+)*|(sudo |\b)(chown|chattr|chmod|rm|mv) [^;,]*[^;, ]/g;

/** @throws Error for a stack trace, and for a failure that is not told as one error */
function expectInWords(what: string, { code, signal, output }: Ended): void {
  // A review goes on without Terraform's plan.
  const isTold = code === 0 || code === 1 || /^(Error: |Plan: failed, )/m.test(output);
  if (isTold && code !== undefined && !/^\s+at .*:\d+:\d+\)?$/m.test(output)) return;
  throw new Error(`${what} ended with ${code ?? signal}\n${output}`);
}

async function startOver(ground: Ground, path: string): Promise<void> {
  undo(path);
  await ground.lab('a', 'down', '--force');
  if (existsSync(path) && !path.includes('.cache')) rmSync(path, { recursive: true });
  succeed('up', await up(ground));
}
