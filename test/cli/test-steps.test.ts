import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { machinesStep } from '../../src/cli/test-steps';
import type { Run } from '../../src/platform/run';

const MINUTES = 60_000;

describe('the lab on virtual machines, as a step of the tests', () => {
  const root = mkdtempSync(join(tmpdir(), 'lab-steps-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  /** An emulator that can be had or not, and jest with this many failures; undefined: it writes no report. */
  const step = async (minutes: number, emulator: string | undefined, failures?: number) => {
    const commands: string[] = [];
    const run: Run = (argv) => {
      const line = argv.join(' ').replace(root, '');
      commands.push(line);
      const failure = /emulate.sh$/.test(line) ? emulator : undefined;
      if (line.includes('--selectProjects vagrant') && failures !== undefined) {
        const counts = { numPassedTests: 5, numFailedTests: failures, numPendingTests: 0 };
        const report = { ...counts, numRuntimeErrorTestSuites: 0 };
        writeFileSync(join(root, '.lab', 'jest-vagrant.json'), JSON.stringify(report));
      }
      return Promise.resolve({ exitCode: 0, stdout: '', stderr: failure ?? '', failure });
    };
    const began = Date.now() - minutes * MINUTES;
    const result = await machinesStep(run, root, began, () => undefined);
    return { ...result, commands };
  };

  it('counts what jest reports', async () => {
    expect(await step(20, undefined, 0)).toMatchObject({ passed: 5, failed: 0, skipped: 0 });
    expect(await step(20, undefined, 2)).toMatchObject({ passed: 5, failed: 2 });
  });

  it('fails without a report, also where an earlier run left one', async () => {
    await step(20, undefined, 0);
    expect(await step(20, undefined)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('is skipped, with the reason, where the emulator cannot be had; what was started is stopped', async () => {
    const { commands, ...result } = await step(20, 'emulate: x\nE: no network');
    expect(result).toMatchObject({ passed: 0, failed: 0, skipped: 1 });
    expect(result.output).toBe('no virtual machines here: E: no network');
    expect(commands).toEqual(['/test/e2e/vagrant/emulate.sh', '/test/e2e/vagrant/emulate.sh stop']);
  });

  it('is skipped where too little time is left, and nothing is started', async () => {
    const { commands, ...result } = await step(50, undefined, 0);
    expect(result).toMatchObject({
      skipped: 1,
      output: 'too late: 50 minutes of the run are over',
    });
    expect(commands).toEqual([]);
  });
});
