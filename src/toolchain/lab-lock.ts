import { rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { LabError } from '../platform/errors';
import { throwIfInterrupted } from '../platform/interrupt';
import { heldError, takeLock } from '../platform/lock';
import { readWhole, writeWhole } from '../platform/whole-file';
import { readProcess } from './process-record';
import { endLostProviders, endOrphan, terraformIn } from './processes';
import { phrase } from '../text/text';

/** Who changes a lab. A process is known by its pid and its start, so that one that was killed holds nothing. */
const schema = z.object({
  verb: z.string(),
  pid: z.int().positive(),
  started: z.string(),
  /** Commands that outlive it where it is killed. */
  commands: z.array(z.object({ pid: z.int().positive(), started: z.string() })),
});
export type Holder = z.infer<typeof schema>;

export interface LockOptions {
  /** The lab's folder. */
  readonly folder: string;
  /** The folder in which its Terraform works. */
  readonly stack: string;
  /** Told whom is waited for, once each. */
  readonly onWait: (whom: string) => void;
  /** Milliseconds. */
  readonly patience?: number;
}

export interface Held {
  /** Writes down a command that is to be ended where this process is killed. */
  readonly onStart: (pid: number) => void;
  readonly onEnd: (pid: number) => void;
  readonly release: () => void;
}

const PATIENCE = 10 * 60_000;
const BETWEEN_LOOKS = 200;
/** Milliseconds after which the lock of the lock's own file, held for an instant, is that of a killed process. */
const STALE = 5_000;

export const LOCK_FILE = 'lock.json';

/**
 * Takes the lab for one command that changes it. Waits for another one, and for a Terraform that somebody else started;
 * ends what a killed command left running.
 * @throws LabError where it is still held when `patience` is over
 */
export async function takeLab(verb: string, options: LockOptions): Promise<Held> {
  const file = join(options.folder, LOCK_FILE);
  const me = { pid: process.pid, started: readProcess(process.pid)?.started ?? '' };
  let mine: Holder = { verb, ...me, commands: [] };
  await waitFor(options, async () => {
    const other = await take(file, mine);
    return other === undefined ? undefined : describe(other);
  });
  const write = (commands: Holder['commands']): void => {
    mine = { ...mine, commands };
    writeWhole(file, JSON.stringify(mine));
  };
  const release = (): void => {
    rmSync(file, { force: true });
    removeEmpty(options.folder);
  };
  try {
    endLostProviders(options.stack);
    await waitFor(options, () => Promise.resolve(terraformAtWork(options.stack)));
  } catch (error) {
    release();
    throw error;
  }
  return {
    onStart: (pid) => write([...mine.commands, { pid, started: readProcess(pid)?.started ?? '' }]),
    onEnd: (pid) => write(mine.commands.filter((one) => one.pid !== pid)),
    release,
  };
}

async function waitFor(
  { onWait, patience = PATIENCE }: LockOptions,
  look: () => Promise<string | undefined>,
): Promise<void> {
  const end = Date.now() + patience;
  let told = '';
  for (;;) {
    throwIfInterrupted();
    const whom = await look();
    if (whom === undefined) return;
    if (Date.now() > end) {
      throw new LabError(
        phrase('another command changes this lab'),
        {
          where: whom,
          why: phrase('it still runs after {seconds} s', { seconds: Math.round(patience / 1000) }),
          next: phrase('wait for it or end it, then this command again'),
        },
        3,
      );
    }
    if (whom !== told) onWait(whom);
    told = whom;
    await pause(BETWEEN_LOOKS);
  }
}

/** Takes the lock where nobody holds it; otherwise gives who does. */
async function take(file: string, mine: Holder): Promise<Holder | undefined> {
  const release = await takeLock(file, { stale: STALE, patience: PATIENCE });
  if (release === undefined) throw heldError(file, PATIENCE);
  try {
    const holder = holderOf(file);
    if (holder !== undefined && lives(holder)) return holder;
    for (const command of holder?.commands ?? []) await endOrphan(command, pause);
    writeWhole(file, JSON.stringify(mine));
    return undefined;
  } finally {
    await release();
  }
}

function holderOf(file: string): Holder | undefined {
  const found = readWhole(file, schema);
  return found.kind === 'whole' ? found.value : undefined;
}

const lives = ({ pid, started }: Holder): boolean => readProcess(pid)?.started === started;

const describe = ({ verb, pid }: Holder): string => `./lab ${verb} (process ${pid})`;

function terraformAtWork(stack: string): string | undefined {
  const [first] = terraformIn(stack);
  return first === undefined ? undefined : `${first.program} (process ${first.pid}) in ${stack}`;
}

/** What `down` left of the lab's folder is the lock alone. */
function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It holds something.
  }
}
