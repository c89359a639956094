import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handOver, RUN, takeResult } from '../../src/cli/run-result';
import type { CheckResult } from '../../src/verdict/result';
import { labPaths } from '../../src/platform/config';

const root = mkdtempSync(join(tmpdir(), 'lab-run-'));
const context = { paths: labPaths(root, 'x') };
const result = (lab: string) => ({ lab, verdicts: [] }) as unknown as CheckResult;
beforeEach(() => mkdirSync(context.paths.lab, { recursive: true }));
afterEach(() => {
  delete process.env[RUN];
  rmSync(root, { recursive: true, force: true });
});

function checkOf(run: string | undefined, lab = 'x'): void {
  if (run === undefined) delete process.env[RUN];
  else process.env[RUN] = run;
  handOver(context, result(lab));
}

describe('the result of an apply', () => {
  it('is that of the check which was its own last step', () => {
    checkOf('mine', 'of mine');
    checkOf('theirs', 'of theirs');
    expect(takeResult(context, 'mine')).toMatchObject({ lab: 'of mine' });
  });

  it('is none of any other check, however new', () => {
    checkOf(undefined);
    checkOf('theirs');
    writeFileSync(context.paths.lastCheck, JSON.stringify(result('newer')));
    expect(takeResult(context, 'mine')).toBeUndefined();
  });

  it('is taken once, with those that killed applies left', () => {
    checkOf('killed');
    checkOf('mine');
    expect(takeResult(context, 'mine')).toBeDefined();
    expect(takeResult(context, 'mine')).toBeUndefined();
    expect(readdirSync(context.paths.lab)).toEqual([]);
  });

  it('is nobody’s where the variable is no name of a run', () => {
    checkOf('../../evil');
    expect(readdirSync(root)).toEqual(['.lab']);
    expect(readdirSync(context.paths.lab)).toEqual([]);
  });
});
