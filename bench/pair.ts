import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { spread } from './spread';

export const ROOT = resolve(__dirname, '..');

/** Runs a command to its end and gives its wall time in seconds. @throws where it fails */
export function timed(argv: readonly string[], cwd = ROOT): Promise<number> {
  const [file = '', ...args] = argv;
  const started = process.hrtime.bigint();
  return new Promise((done, fail) => {
    const child = spawn(file, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
    child.once('error', fail);
    child.once('close', (code) => {
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      if (code === 0) done(seconds);
      else fail(new Error(`${argv.join(' ')} ended with ${code}: ${stderr}`));
    });
  });
}

export interface Side {
  readonly name: string;
  /** Timed; gives seconds. */
  readonly measure: () => Promise<number>;
  /** Not timed: leaves things as they were. */
  readonly reset: () => Promise<unknown>;
}

/** Measures two sides in turn, A B A B …, and prints each and the ratios pair by pair. */
export async function pair(a: Side, b: Side, rounds: number): Promise<void> {
  const ratios: number[] = [];
  const all = { a: [] as number[], b: [] as number[] };
  for (let round = 1; round <= rounds; round += 1) {
    const first = await a.measure();
    await a.reset();
    const second = await b.measure();
    await b.reset();
    all.a.push(first);
    all.b.push(second);
    ratios.push(first / second);
    console.log(
      `round ${round}: ${a.name} ${first.toFixed(2)} s, ${b.name} ${second.toFixed(2)} s`,
    );
  }
  console.log(`${a.name}: ${summary(all.a)} s`);
  console.log(`${b.name}: ${summary(all.b)} s`);
  console.log(`ratio ${a.name} / ${b.name}: ${summary(ratios)}`);
}

const summary = (values: readonly number[]): string => `median ${spread(values)}`;
