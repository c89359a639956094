import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { closeOwnFiles } from '../../src/cli/own-files';
import { runDir } from '../../src/nodes/containers/names';
import { labPaths } from '../../src/platform/config';

const root = mkdtempSync(join(tmpdir(), 'lab-own-files-'));
const lab = { name: 'own-files-test' };
const cacheDir = join(root, 'cache');
const paths = labPaths(root, lab.name);
const sockets = runDir(lab, root);
afterAll(() => {
  rmSync(root, { recursive: true });
  rmSync(sockets, { recursive: true, force: true });
});

const FILES = [
  ...['inventory', 'state', 'lastCheck', 'applied'].map(
    (name) => paths[name as 'inventory' | 'state' | 'lastCheck' | 'applied'],
  ),
  ...['report.html', 'ssh/node1.conf', 'terraform.tfstate.backup', 'run-1.json'].map((name) =>
    join(paths.lab, name),
  ),
  ...['.lab/known_hosts', '.lab/npm-ci.log'].map((name) => join(root, name)),
  ...['cdk.tf.json', 'leftovers.json', '.terraform/initialised-for'].map((name) =>
    join(paths.stack, name),
  ),
  join(sockets, 'node1', 'docker.sock'),
];

test('whatever an earlier version left is closed to others, and nothing else is', () => {
  const outside = join(root, 'topologies');
  for (const folder of [outside, cacheDir]) mkdirSync(folder);
  for (const file of FILES) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '');
    chmodSync(file, 0o664);
    chmodSync(dirname(file), 0o755);
  }
  for (const folder of [root, outside, cacheDir, sockets]) chmodSync(folder, 0o755);
  closeOwnFiles({ root, cacheDir }, lab, paths);
  const open = (path: string): boolean => (statSync(path).mode & 0o077) !== 0;
  const all = [...FILES, ...FILES.map((file) => dirname(file)), sockets, cacheDir, paths.outdir];
  expect(all.filter(open).map((path) => relative(root, path))).toEqual([]);
  expect([root, outside].map(open)).toEqual([true, true]);
});

test('the folder of the sockets is the user’s own', () => {
  expect(statSync(dirname(sockets)).uid).toBe(process.getuid!());
  expect(statSync(dirname(sockets)).mode & 0o777).toBe(0o700);
});
