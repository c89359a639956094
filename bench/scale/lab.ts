import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CheckResult } from '../../src/verdict/result';
import type { Topology } from '../../src/topology/topology';
import type { Inventory } from '../../src/nodes/inventory';
import { watchTree, type Usage } from './processes';

export const ROOT = resolve(__dirname, '..', '..');
export const folder = mkdtempSync(join(tmpdir(), 'lab-scale-'));
const file = join(folder, 'topology.ts');
const stack = join('cdktf.out', 'stacks', 'scale');

export interface Finished {
  readonly seconds: number;
  readonly stdout: string;
  readonly usage: Usage;
}

/** Runs a command to its end. @throws where it fails */
export function command(
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  const [program = '', ...args] = argv;
  const started = process.hrtime.bigint();
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, LAB_TOPOLOGY: file, CHECKPOINT_DISABLE: '1', LC_ALL: 'C', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const stop = watchTree(child.pid ?? 0);
    const output = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
    child.stdout.on('data', (text: Buffer) => output.stdout.push(text));
    child.stderr.on('data', (text: Buffer) => output.stderr.push(text));
    child.once('error', fail);
    child.once('close', (code) => {
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      const usage = stop();
      const stdout = Buffer.concat(output.stdout).toString();
      if (code === 0) return done({ seconds, stdout, usage });
      const said = `${stdout.slice(-2000)}${Buffer.concat(output.stderr).toString().slice(-2000)}`;
      fail(new Error(`${argv.join(' ')} ended with ${code}: ${said}`));
    });
  });
}

/** What the verbs work on from now on. */
export const choose = (topology: Topology): void =>
  writeFileSync(file, `export default ${JSON.stringify(topology)};\n`);

export const terraform = (...args: string[]): Promise<Finished> =>
  command(['terraform', `-chdir=${stack}`, ...args]);

export const destroy = (): Promise<Finished> => terraform('destroy', '-auto-approve');

const own = (name: string): string => join(ROOT, '.lab', 'scale', name);
const json = (name: string): unknown => JSON.parse(readFileSync(own(name), 'utf8'));
export const lastCheck = (): CheckResult => json('last-check.json') as CheckResult;
export const inventory = (): Inventory => json('inventory.json') as Inventory;
export const reportFile = (): string => own('report.html');

/** Removes the nodes with all that is on them. */
export const down = (): Promise<unknown> =>
  command(['./lab', 'down', '--force']).catch((error: unknown) => console.error(error));

export const forget = (): void => rmSync(folder, { recursive: true, force: true });
