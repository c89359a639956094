import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from '../platform/run';

/** What a step of `lab test` found. */
export interface StepResult {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Output for a person, where something failed or was skipped. */
  readonly output: string;
}

const MINUTES = 60_000;

/** A tool that says yes or no. */
export async function toolStep(
  run: Run,
  root: string,
  name: string,
  argv: readonly string[],
): Promise<StepResult> {
  const result = await run(argv, { cwd: root, timeout: 10 * MINUTES });
  const ok = result.failure === undefined;
  return {
    name,
    passed: ok ? 1 : 0,
    failed: ok ? 0 : 1,
    skipped: 0,
    output: ok ? '' : `${result.stdout}${result.stderr}`.trim(),
  };
}

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

/** A jest project; its tests are counted from jest's own report, and no report is a failure. */
export async function jestStep(
  run: Run,
  root: string,
  project: 'unit' | 'browser' | 'e2e' | 'vagrant',
  onLine: (line: string) => void,
  timeout = 80 * MINUTES,
): Promise<StepResult> {
  mkdirSync(join(root, '.lab'), { recursive: true });
  const report = join(root, '.lab', `jest-${project}.json`);
  rmSync(report, { force: true });
  const result = await run(
    [
      ...['npx', '--no-install', 'jest', '--selectProjects', project, '--no-color'],
      ...['--json', `--outputFile=${report}`, ...(project === 'e2e' ? ['--runInBand'] : [])],
    ],
    { cwd: root, timeout, onLine },
  );
  const counts = readReport(report);
  if (counts === undefined) {
    return { name: project, passed: 0, failed: 1, skipped: 0, output: result.stderr.trim() };
  }
  const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites;
  const nothing = counts.numPassedTests + failed === 0;
  return {
    name: project,
    passed: counts.numPassedTests,
    failed: nothing ? 1 : failed,
    skipped: counts.numPendingTests,
    output: failed > 0 || nothing || counts.numPendingTests > 0 ? result.stderr.trim() : '',
  };
}

/** Milliseconds that CI gives a run, and that machines in software emulation may take of it. */
const WHOLE = 85 * MINUTES;
const MACHINES = 40 * MINUTES;

/**
 * The lab on virtual machines. Left out, with the reason, where too little of CI's time is left, or where the
 * emulator's packages cannot be installed.
 *
 * @param began When the run began, in milliseconds since the epoch
 */
export async function machinesStep(
  run: Run,
  root: string,
  began: number,
  onLine: (line: string) => void,
): Promise<StepResult> {
  const skipped = (output: string): StepResult => ({
    ...{ name: 'vagrant', passed: 0, failed: 0, skipped: 1 },
    output,
  });
  const spent = (): number => Date.now() - began;
  if (spent() > WHOLE - MACHINES) {
    return skipped(`too late: ${Math.round(spent() / MINUTES)} minutes of the run are over`);
  }
  const emulator = join(root, 'test', 'e2e', 'vagrant', 'emulate.sh');
  const ready = await run([emulator], { cwd: root, timeout: 15 * MINUTES, onLine });
  if (ready.failure === undefined) {
    return jestStep(run, root, 'vagrant', onLine, WHOLE - spent());
  }
  await run([emulator, 'stop']);
  return skipped(`no virtual machines here: ${ready.stderr.trim().split('\n').at(-1)}`);
}

function readReport(file: string): JestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as JestReport;
  } catch {
    return undefined;
  }
}
