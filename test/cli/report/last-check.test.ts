import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasChanged, readLastCheck, remember } from '../../../src/cli/check-run';
import { labPaths } from '../../../src/platform/config';
import { articleLab } from '../../support/article';
import { sampleCheck } from '../../support/measured';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lab-last-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const context = () => ({ lab: articleLab, paths: labPaths(root, articleLab.name) });

describe('the last check', () => {
  it('is of the topology as it is, until that changes', async () => {
    const { result, states } = await sampleCheck();
    remember(context(), result, states);
    const last = readLastCheck(context())!;
    expect(hasChanged(last, articleLab)).toBe(false);
    const [first, ...others] = articleLab.containers;
    const changed = [{ ...first!, image: 'another:1' }, ...others];
    expect(hasChanged(last, { ...articleLab, containers: changed })).toBe(true);
  });

  it('is none where another version of the lab wrote it', async () => {
    const { result } = await sampleCheck();
    remember(context(), result, new Map());
    expect(readLastCheck(context())).toMatchObject({ lab: articleLab.name });
    writeFileSync(context().paths.lastCheck, JSON.stringify(result));
    expect(readLastCheck(context())).toBeUndefined();
  });
});
