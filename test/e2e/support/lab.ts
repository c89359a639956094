import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { JsonResult, JsonVerdict } from '../../../src/report/json';
import { readInventory } from '../../../src/nodes/inventory-file';
import { labPaths } from '../../../src/platform/config';

export const ROOT = resolve(__dirname, '../../..');
const TOPOLOGY = 'test/e2e/topologies/article.ts';
export const NAME = 'e2e-article';
export const NODE1 = 'e2e-node1';
export const NODE2 = 'e2e-node2';

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end; a failure is a value, not an exception. */
export function command(
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const [file = '', ...args] = argv;
  return new Promise((done) => {
    const settings = {
      cwd: ROOT,
      env: { ...process.env, LAB_TOPOLOGY: TOPOLOGY, CHECKPOINT_DISABLE: '1', ...env },
      maxBuffer: 64 * 1024 * 1024,
    };
    const child = execFile(file, args, settings, (_error, stdout, stderr) =>
      done({ code: child.exitCode ?? 1, stdout, stderr }),
    );
    child.stdin?.end();
  });
}

/** A command as a person pastes it. */
export const commandLine = (line: string): Promise<Ended> => command(['sh', '-c', line]);

export const labWith = (env: Readonly<Record<string, string>>, ...args: string[]): Promise<Ended> =>
  command([join(ROOT, 'lab'), ...args], env);

export const lab = (...args: string[]): Promise<Ended> => labWith({}, ...args);

/** Bare cdktf, with an output folder of the tests' own. */
export const cdktf = (verb: string, ...args: string[]): Promise<Ended> =>
  command(['npx', '--no-install', 'cdktf', verb, '--output', 'cdktf.out.e2e', ...args]);

/** Runs a command on a node and gives its output. @throws where it fails */
export async function onNode(node: string, ...argv: string[]): Promise<string> {
  const ended = await command(['docker', 'exec', '-i', node, ...argv]);
  if (ended.code !== 0) throw new Error(`${argv.join(' ')}: ${ended.stderr}`);
  return ended.stdout;
}

export interface Checked extends Ended {
  readonly result: JsonResult;
  readonly failing: readonly JsonVerdict[];
  /** Subjects of failing edges, sorted. */
  readonly edges: readonly string[];
  /** Subjects of failing structure lines, sorted. */
  readonly structure: readonly string[];
}

/** `lab check`, read. */
export async function check(env: Readonly<Record<string, string>> = {}): Promise<Checked> {
  const ended = await labWith(env, 'check', '--format', 'json');
  if (!ended.stdout.startsWith('{')) throw new Error(`no result: ${ended.stdout}${ended.stderr}`);
  const result = JSON.parse(ended.stdout) as JsonResult;
  const failing = result.verdicts.filter(({ status }) => status === 'fail' || status === 'error');
  const subjects = (kind: JsonVerdict['kind']): string[] =>
    failing
      .filter((verdict) => verdict.kind === kind)
      .map(({ subject }) => subject)
      .sort();
  return { ...ended, result, failing, edges: subjects('edge'), structure: subjects('structure') };
}

export const inventory = () => {
  const found = readInventory(labPaths(ROOT, NAME).inventory);
  if (found === undefined) throw new Error('no inventory');
  return found;
};

/** `docker` on a node's engine, from this machine. */
export async function docker(node: string, ...args: string[]): Promise<string> {
  const host = inventory().nodes.find(({ name }) => name === node)?.dockerHost ?? '';
  const ended = await command(['docker', '--host', host, ...args]);
  if (ended.code !== 0) throw new Error(`docker ${args.join(' ')}: ${ended.stderr}`);
  return ended.stdout;
}
