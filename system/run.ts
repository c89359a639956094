import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { LabError } from './errors';

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Milliseconds after which the command is ended; default 120 000. */
  readonly timeout?: number;
  /** Ends the command. */
  readonly signal?: AbortSignal;
  /** Called with each line of output as it comes. */
  readonly onLine?: (line: string) => void;
}

export interface RunResult {
  /** Undefined where the command did not start or was ended by a signal. */
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  /** One line for a person where it failed. */
  readonly failure: string | undefined;
}

/** Runs external commands; unit tests pass their own. */
export type Run = (argv: readonly string[], options?: RunOptions) => Promise<RunResult>;

/** Runs a command given as an argument array, without a shell. Never throws for a command that fails. */
export const run: Run = (argv, options = {}) =>
  new Promise((resolve) => {
    const [file, ...args] = argv;
    if (file === undefined) throw new Error('run: empty command');
    const { timeout = 120_000 } = options;
    const child = spawn(file, args, {
      cwd: options.cwd,
      env: { ...process.env, CHECKPOINT_DISABLE: '1', LC_ALL: 'C', ...options.env },
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    const output = { stdout: '', stderr: '' };
    collect(child.stdout, (text) => (output.stdout += text), options.onLine);
    collect(child.stderr, (text) => (output.stderr += text), options.onLine);
    // A command that ends before it has read its input is judged by its exit code.
    child.stdin?.on('error', () => undefined).end(options.input);
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, timeout);
    const end = (exitCode: number | undefined, why: string): void => {
      clearTimeout(timer);
      const failed = exitCode !== 0;
      const lastLine = output.stderr.trim().split('\n').at(-1);
      resolve({ exitCode, ...output, failure: failed ? lastLine || why : undefined });
    };
    child.once('error', (error) => end(undefined, error.message));
    child.once('close', (code, signal) =>
      end(
        code ?? undefined,
        late
          ? `${file} did not end within ${timeout / 1000} s`
          : `${file} ended with ${code === null ? String(signal) : `exit code ${code}`}`,
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

/** Runs a command that must succeed and gives its standard output. @throws LabError */
export async function mustRun(
  argv: readonly string[],
  options: RunOptions & { readonly what: string; readonly next?: string; readonly run?: Run },
): Promise<string> {
  const result = await (options.run ?? run)(argv, options);
  if (result.failure === undefined) return result.stdout;
  throw new LabError(
    options.what,
    {
      where: argv.join(' '),
      why: result.stderr.trim() || result.failure,
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
      reject(new LabError(`${file} cannot be started`, { why: error.message })),
    );
    child.once('close', (code) => resolve(code ?? 1));
  });
}
