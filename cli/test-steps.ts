import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from '../system/run';

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
  project: 'unit' | 'browser' | 'e2e',
  onLine: (line: string) => void,
): Promise<StepResult> {
  mkdirSync(join(root, '.lab'), { recursive: true });
  const report = join(root, '.lab', `jest-${project}.json`);
  const result = await run(
    [
      ...['npx', '--no-install', 'jest', '--selectProjects', project, '--no-color'],
      ...['--json', `--outputFile=${report}`, ...(project === 'e2e' ? ['--runInBand'] : [])],
    ],
    { cwd: root, timeout: 80 * MINUTES, onLine },
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

function readReport(file: string): JestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as JestReport;
  } catch {
    return undefined;
  }
}
