import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../src/platform/config';

test('options that node does not know are one error that names them', () => {
  const { status, stderr } = spawnSync(join(ROOT, 'lab'), ['status'], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '--no-such-option' },
  });
  expect(status).toBe(2);
  expect(stderr.split('\n')[0]).toBe('Error: node does not start');
  expect(stderr).toMatch(/^ +where: NODE_OPTIONS\n +why: +.*--no-such-option/m);
  expect(stderr).toMatch(/^ +next: +\S/m);
});
