import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rememberApplied } from '../../src/cli/applied';
import { ROOT, labPaths } from '../../src/platform/config';
import { loadTopology } from '../../src/sources/own/load';

const name = `diff-test-${process.pid}`;
const folder = mkdtempSync(join(tmpdir(), 'lab-diff-'));
const file = join(folder, 'topology.ts');
const paths = labPaths(ROOT, name);
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(paths.lab, { recursive: true, force: true });
});

function declare(networks: readonly string[]): void {
  const topology = {
    name,
    outside: { address: '10.0.0.1' },
    chapters: [{ id: 'all', title: 'all' }],
    nodes: [{ name: 'n1', address: '10.0.0.2/24' }],
    networks: [{ name: 'net', node: 'n1' }],
    containers: [
      { name: 'aa', node: 'n1', image: 'busybox', networks },
      { name: 'bb', node: 'n1', image: 'busybox' },
    ],
  };
  writeFileSync(file, `export default ${JSON.stringify(topology)};`);
}

function diff(...args: string[]) {
  const argv = ['src/tool/start.cjs', 'lab', 'diff', ...args];
  const env = { ...process.env, LAB_TOPOLOGY: file, LAB_NODES: 'containers' };
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, {
    cwd: ROOT,
    encoding: 'utf8',
    env,
  });
  return { status, lines: stdout.trim().split('\n'), stderr: stderr.trim() };
}

test('without nodes: before anything is applied, after, and through the gates', async () => {
  declare(['net']);
  expect(diff().lines.slice(0, 2)).toEqual([
    'Plan: left out, nothing was deployed from this checkout',
    expect.stringMatching(/against an empty lab: nothing was applied yet: \+\d+ edges$/),
  ]);

  rememberApplied({ lab: await loadTopology(file), paths });
  expect(diff('--fail-on', 'new-edge', '--fail-on', 'lost-edge')).toMatchObject({
    status: 0,
    stderr: '',
    lines: [
      expect.anything(),
      'Who can reach whom, against what was last applied: no edge changes',
    ],
  });

  declare(['net', 'bridge']);
  const opened = diff('--fail-on', 'lost-edge', '--fail-on', 'new-edge');
  expect(opened.lines[2]).toMatch(
    /^ {2}aa joins the default bridge: \+3 edges.*\(aa <-> bb; aa <- n1\)$/,
  );
  expect(opened.stderr).toBe('--fail-on new-edge: there are 3');
  expect(opened.status).toBe(1);
  expect(diff('--fail-on', 'lost-edge').status).toBe(0);
}, 60_000);

test('bad input is exit code 2 and one error', () => {
  declare(['net']);
  expect(diff('--against', 'no-such-revision')).toMatchObject({
    status: 2,
    lines: [''],
    stderr: expect.stringMatching(/^Error: unknown revision "no-such-revision"\n/) as string,
  });
  expect(diff('--fail-on', 'edge').status).toBe(2);
}, 60_000);
