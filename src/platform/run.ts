import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { LabError } from './errors';
import { withCode } from './file-error';
import { interruption, killGroup, throwIfInterrupted, track } from './interrupt';
import { type Text, type Told, asText, phrase, verbatim } from '../text/text';

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Milliseconds after which the command is ended; default 120 000. */
  readonly timeout?: number;
  /** Ends the command. */
  readonly signal?: AbortSignal;
  /** What it writes is for this user alone. */
  readonly closed?: boolean;
  /**
   * The command ends by itself when this process is asked to, and is waited for: it gets a process group of its own, so
   * that a terminal does not ask it a second time. Whatever it leaves behind in the group is ended.
   */
  readonly ownGroup?: {
    /** Told of its pid as soon as it has one. */
    readonly onStart: (pid: number) => void;
    readonly onEnd: (pid: number) => void;
  };
  /** Called with each line of output as it comes. */
  readonly onLine?: (line: string) => void;
}

export interface RunResult {
  /** Undefined where the command did not start or was ended by a signal. */
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  /** One line for a person where it failed. */
  readonly failure: Told | undefined;
  /** There is no such command. */
  readonly absent?: true;
}

/** Runs external commands; unit tests pass their own. */
export type Run = (argv: readonly string[], options?: RunOptions) => Promise<RunResult>;

/**
 * Runs a command given as an argument array, without a shell. Never throws for a command that fails.
 * @throws Interrupted once this process was asked to end, see `interruptible`
 */
export const run: Run = (argv, options = {}) =>
  new Promise((resolve, reject) => {
    const [file, ...args] = argv;
    throwIfInterrupted();
    if (file === undefined) throw new Error('run: empty command');
    const { timeout = 120_000, ownGroup } = options;
    // Inherited as the command starts, which it does before `spawn` returns.
    const mask = options.closed === true ? process.umask(0o077) : undefined;
    const child = spawn(file, args, {
      cwd: options.cwd,
      env: { ...process.env, CHECKPOINT_DISABLE: '1', LC_ALL: 'C', ...options.env },
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      detached: ownGroup !== undefined,
    });
    if (mask !== undefined) process.umask(mask);
    track(child, ownGroup !== undefined);
    if (child.pid !== undefined) ownGroup?.onStart(child.pid);
    const output = { stdout: '', stderr: '' };
    collect(child.stdout, (text) => (output.stdout += text), options.onLine);
    collect(child.stderr, (text) => (output.stderr += text), options.onLine);
    // A command that ends before it has read its input is judged by its exit code.
    child.stdin?.on('error', () => undefined).end(options.input);
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      if (ownGroup !== undefined) killGroup(child.pid);
      else child.kill('SIGKILL');
    }, timeout);
    const end = (exitCode: number | undefined, why: Text, absent = false): void => {
      clearTimeout(timer);
      if (ownGroup !== undefined && child.pid !== undefined) {
        killGroup(child.pid);
        ownGroup.onEnd(child.pid);
      }
      const failed = exitCode !== 0;
      const lastLine = output.stderr.trim().split('\n').at(-1);
      // One that was waited for may have more to say than that it was asked to end.
      const interrupted = ownGroup === undefined ? interruption() : undefined;
      if (interrupted !== undefined) return reject(interrupted);
      resolve({
        exitCode,
        ...output,
        failure: failed ? lastLine || why : undefined,
        ...(absent ? { absent } : {}),
      });
    };
    child.once('error', (error) =>
      end(undefined, verbatim(error.message), withCode(error, 'ENOENT')),
    );
    child.once('close', (code, signal) =>
      end(
        code ?? undefined,
        late
          ? phrase('{command} did not end within {seconds} s', {
              command: file,
              seconds: timeout / 1000,
            })
          : phrase('{command} ended with {how}', {
              command: file,
              how: code === null ? String(signal) : phrase('exit code {code}', { code }),
            }),
      ),
    );
  });

function collect(
  stream: Readable | null,
  keep: (text: string) => void,
  onLine: RunOptions['onLine'],
): void {
  if (stream === null) return;
  stream.setEncoding('utf8');
  stream.on('data', keep);
  if (onLine !== undefined) createInterface({ input: stream }).on('line', onLine);
}

/** What a command that failed said of it, or how it ended. */
export const whyOf = ({ stderr, failure }: Pick<RunResult, 'stderr' | 'failure'>): Text =>
  asText(stderr.trim() || (failure ?? phrase('it says nothing')));

/** Runs a command that must succeed and gives its standard output. @throws LabError */
export async function mustRun(
  argv: readonly string[],
  options: RunOptions & { readonly what: Text; readonly next?: Text; readonly run?: Run },
): Promise<string> {
  const result = await (options.run ?? run)(argv, options);
  if (result.failure === undefined) return result.stdout;
  throw new LabError(
    options.what,
    {
      where: argv.join(' '),
      why: whyOf(result),
      ...(options.next === undefined ? {} : { next: options.next }),
    },
    3,
  );
}

/** Runs a command on this process's own terminal and gives its exit code. @throws LabError where it cannot start */
export function runAttached(argv: readonly string[]): Promise<number> {
  const [file = '', ...args] = argv;
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: 'inherit' });
    child.once('error', (error) =>
      reject(
        new LabError(phrase('{command} cannot be started', { command: file }), {
          why: verbatim(error.message),
        }),
      ),
    );
    child.once('close', (code) => resolve(code ?? 1));
  });
}
