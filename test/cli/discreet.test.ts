import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readApplied, rememberApplied } from '../../src/cli/applied';
import { hasChanged, readLastCheck, remember } from '../../src/cli/check-run';
import { discreet } from '../../src/cli/discreet';
import type { Lab } from '../../src/topology/lab';
import { writeWhole } from '../../src/platform/whole-file';
import { labPaths } from '../../src/platform/config';
import { articleLab } from '../support/article';
import { labWith, problemsOf, baseTopology } from '../support/base-topology';
import { sampleCheck } from '../support/measured';

const root = mkdtempSync(join(tmpdir(), 'lab-discreet-'));
afterAll(() => rmSync(root, { recursive: true }));

const SECRET = 'sentinel-3b9f';
const withPassword = (value: string): Lab =>
  labWith(({ containers }) => {
    containers[0]!.environment = { PASSWORD: value };
  });
const lab = withPassword(SECRET);
const paths = labPaths(root, lab.name);

test('what was applied and what was measured are remembered without values of environments', async () => {
  const { result, states } = await sampleCheck();
  rememberApplied({ lab, paths });
  remember({ lab, paths }, result, states);
  for (const file of [paths.applied, paths.lastCheck]) {
    expect(readFileSync(file, 'utf8')).toContain('PASSWORD');
    expect(readFileSync(file, 'utf8')).not.toContain(SECRET);
  }
});

test('another value is seen, and the same is not', async () => {
  const { result, states } = await sampleCheck();
  remember({ lab, paths }, result, states);
  const last = readLastCheck({ paths })!;
  expect(hasChanged(last, lab)).toBe(false);
  expect(hasChanged(last, withPassword('another'))).toBe(true);
  expect(discreet(lab)).not.toEqual(discreet(withPassword('another')));
  expect(discreet(discreet(lab))).toEqual(discreet(lab));
});

test('what an earlier version wrote with values is compared as if it had none', () => {
  writeWhole(paths.applied, JSON.stringify(lab));
  expect(readApplied({ paths })).toEqual(JSON.parse(JSON.stringify(discreet(lab))));
});

test('a lab without values stays as it is', () => {
  expect(discreet(articleLab)).toEqual(articleLab);
});

test.each([`${SECRET}\0`, SECRET.repeat(20_000)])('no message about a value has it', (value) => {
  const draft = baseTopology();
  draft.containers[0]!.environment = { PASSWORD: value };
  const told = JSON.stringify(problemsOf(draft));
  expect(told).toContain('PASSWORD');
  expect(told).not.toContain(SECRET);
});
