import { spawn, spawnSync } from 'node:child_process';
import { openSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/platform/config';

const TOOL = join(ROOT, 'src/tool/start.cjs');
/** More than a pipe holds. */
const LONG = ['lab', 'matrix', '--predicted', '--format', 'csv'];
const options = { cwd: ROOT, env: { ...process.env, LAB_TOPOLOGY: 'bench/fifty.ts' } };

/** A command whose reader goes away at the first output. */
const cutShort = (argv: readonly string[], stream: 'stdout' | 'stderr') =>
  new Promise<{ readonly code: number | null; readonly rest: string }>((done) => {
    const child = spawn(process.execPath, [TOOL, ...argv], options);
    let rest = '';
    const other = stream === 'stdout' ? child.stderr : child.stdout;
    other.setEncoding('utf8').on('data', (text: string) => (rest += text));
    if (stream === 'stderr') child.stderr.destroy();
    else child.stdout.once('data', () => child.stdout.destroy());
    child.on('close', (code) => done({ code, rest }));
  });

test('a reader that goes away is no error', async () => {
  const { code, rest } = await cutShort(LONG, 'stdout');
  expect(rest).not.toMatch(/EPIPE|at /);
  expect(code).toBe(0);
});

test('results come although nobody reads the remarks', async () => {
  const { code, rest } = await cutShort(['lab', 'matrix', '--predicted'], 'stderr');
  expect(rest).toContain('from');
  expect(code).toBe(0);
});

test('a result that cannot be written is one error', () => {
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, [TOOL, ...LONG], {
    ...options,
    encoding: 'utf8',
    stdio: ['ignore', full, 'pipe'],
  });
  closeSync(full);
  expect(stderr).toContain('Error: the result cannot be written');
  expect(stderr).toContain('there is no room left');
  expect(stderr).not.toMatch(/^ {4}at /m);
  expect(status).toBe(2);
});
