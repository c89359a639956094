import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Topology } from '../../../src/topology/topology';
import { labPaths, ROOT } from '../../../src/platform/config';
import { hardTopology, type Place, type Variant } from './topology';

export interface Ended {
  /** Undefined where a signal ended it. */
  readonly code: number | undefined;
  readonly signal: NodeJS.Signals | undefined;
  /** Standard output and error, in the order in which they came. */
  readonly output: string;
}

export interface Started {
  readonly pid: number;
  readonly ended: Promise<Ended>;
}

/** The lab that is hit, in this checkout and with names and addresses of its own. */
export interface Ground {
  readonly place: Place;
  readonly paths: ReturnType<typeof labPaths>;
  /** Starts a command in a process group of its own. */
  start(variant: Variant, argv: readonly string[]): Started;
  lab(variant: Variant, ...words: string[]): Promise<Ended>;
  cdktf(variant: Variant, verb: string, ...words: string[]): Promise<Ended>;
  docker(node: string, ...words: string[]): Promise<Ended>;
}

export const LAB = join(ROOT, 'lab');
export const CDKTF = ['npx', '--no-install', 'cdktf'] as const;

/** @param topologyOf what stands there; default: the one that is hit */
export function groundAt(
  place: Place,
  topologyOf: (variant: Variant) => Topology = (variant) => hardTopology(place, variant),
): Ground {
  const paths = labPaths(ROOT, place.lab);
  const folder = join(ROOT, '.lab', `hard-${place.lab}`);
  mkdirSync(folder, { recursive: true });
  const fileOf = (variant: Variant): string => {
    const file = join(folder, `${variant}.mjs`);
    const topology = JSON.stringify(topologyOf(variant), null, 2);
    writeFileSync(file, `export default ${topology};\n`);
    return file;
  };
  const start = (variant: Variant, argv: readonly string[]): Started =>
    commandOf(argv, {
      LAB_TOPOLOGY: fileOf(variant),
      LAB_LANG: 'en',
    });
  return {
    place,
    paths,
    start,
    lab: (variant, ...words) => start(variant, [LAB, ...words]).ended,
    cdktf: (variant, verb, ...words) => start(variant, [...CDKTF, verb, ...words]).ended,
    docker: (node, ...words) => commandOf(['docker', 'exec', node, 'docker', ...words]).ended,
  };
}

/** Starts a command in a process group of its own. */
export function commandOf(
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd = ROOT,
): Started {
  const [file = '', ...args] = argv;
  const child: ChildProcess = spawn(file, args, {
    cwd,
    env: { ...process.env, CHECKPOINT_DISABLE: '1', ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (text: Buffer): void => void (output += text.toString());
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    // Not "close": what outlives the command may hold its output open.
    child.once('exit', (code, signal) =>
      setImmediate(() => resolve({ code: code ?? undefined, signal: signal ?? undefined, output })),
    );
  });
  return { pid: child.pid ?? 0, ended };
}
