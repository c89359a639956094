import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { ROOT } from '../../platform/config';
import { UNFINISHED, WAY, type Said } from './inside';
import { type Text, phrase, verbatim } from '../../text/text';

/** What a process that ran a topology left behind. */
interface Answer {
  /** Undefined where it ended, or was ended, without a word. */
  readonly said: Said | undefined;
  /** Why it said nothing. */
  readonly ended: Text;
  /** What the topology printed, as far as it is kept. */
  readonly printed: string;
}

export interface Limits {
  /** Milliseconds that a topology may take. */
  readonly time: number;
  /** Bytes of its answer. */
  readonly answer: number;
}

export const LIMITS: Limits = { time: 20_000, answer: 64 * 1024 * 1024 };

/** Milliseconds in which a signal to the group reaches the lab, too. */
const OWN_TURN = 200;
/** Characters kept of what a topology prints. */
const PRINTED = 20_000;
/** Megabytes that it may take. */
const MEMORY = 1024;
/** Seconds of CPU after which the kernel ends it, even where nobody is left to do so. */
const CPU = 60;

export interface TopologyProcess {
  /** Gives it the text of a module to run. */
  readonly run: (text: string) => Promise<Answer>;
  readonly kill: () => void;
}

/**
 * Starts the process that a topology runs in: a Node.js with three pipes and a way back, in which nothing of the lab
 * is. It is ended with the lab, by INT and TERM, and when its time is over.
 */
export function startProcess(limits: Limits = LIMITS): TopologyProcess {
  const node = [process.execPath, `--max-old-space-size=${MEMORY}`, '--input-type=module', '-'];
  const child = spawn(
    '/bin/sh',
    ['-c', 'ulimit -t "$1"; shift; exec "$@"', 'sh', `${CPU}`, ...node],
    {
      cwd: ROOT,
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    },
  );
  const kill = (): void => void child.kill('SIGKILL');
  const answer = answerOf(child, limits, kill);
  return {
    kill,
    run: (text) => {
      child.stdin?.on('error', () => undefined).end(text);
      return answer;
    },
  };
}

function answerOf(child: ChildProcess, limits: Limits, kill: () => void): Promise<Answer> {
  const lab = process;
  let ended: Text | undefined;
  let printed = '';
  let answer = '';
  const end = (why: Text): void => {
    ended ??= why;
    kill();
  };
  const stop = (signal: NodeJS.Signals): void => {
    kill();
    lab.off('SIGINT', stop).off('SIGTERM', stop);
    lab.kill(lab.pid, signal);
  };
  lab.on('SIGINT', stop).on('SIGTERM', stop);
  const timer = setTimeout(
    () => end(phrase('it is not done after {seconds} s', { seconds: limits.time / 1000 })),
    limits.time,
  );
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed = (printed + text).slice(0, PRINTED);
    });
  }
  const way = child.stdio[WAY] as Readable;
  way.setEncoding('utf8').on('data', (text: string) => {
    answer += text;
    if (answer.length > limits.answer)
      end(phrase('it is larger than {bytes} bytes', { bytes: limits.answer }));
    // Whatever it would still do, it has answered.
    else if (text.endsWith('\n')) kill();
  });
  way.on('error', () => undefined);
  return new Promise((resolve) => {
    const done = (why: Text): void => {
      clearTimeout(timer);
      lab.off('SIGINT', stop).off('SIGTERM', stop);
      resolve({
        said: ended === undefined ? parsed(answer) : undefined,
        ended: ended ?? why,
        printed,
      });
    };
    child.once('error', (error) => done(verbatim(error.message)));
    child.once('close', (code, signal) => {
      const why = wayItEnded(code, signal);
      // A terminal asks the whole group: the lab's own turn may come after its topology's.
      if (signal === 'SIGINT' || signal === 'SIGTERM') setTimeout(() => done(why), OWN_TURN);
      else done(why);
    });
  });
}

function wayItEnded(code: number | null, signal: NodeJS.Signals | null): Text {
  if (signal === 'SIGABRT' || code === 134)
    return phrase('it needs more than {megabytes} MB', { megabytes: MEMORY });
  if (signal !== null) return phrase('it was ended by {signal}', { signal });
  if (code === UNFINISHED) return phrase('it waits for something that never comes');
  return phrase('it ended its process with exit code {code}', { code: code ?? '' });
}

function parsed(answer: string): Said | undefined {
  if (!answer.endsWith('\n')) return undefined;
  try {
    return JSON.parse(answer) as Said;
  } catch {
    return undefined;
  }
}
