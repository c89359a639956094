import { rootOfEngine } from '../../../src/nodes/running/access';
import { failing, fakeRun } from '../../support/fake-run';

const docker = ['docker', '--host', 'unix:///x.sock'];
const MISSING = failing('invalid mount config: bind source path does not exist: /lib64');

test('a container of the machine’s own programs is root, and its image goes with it', async () => {
  const { run, commands } = fakeRun([
    [/image inspect/, failing('No such image')],
    [/source=\/lib64.* true$/, MISSING],
  ]);
  const access = await rootOfEngine({ docker, isHere: false, run });
  expect(access.exec.join(' ')).toMatch(/--rm .*source=\/usr,.*nsenter --target 1/);
  expect(access.exec.join(' ')).not.toContain('/lib64');
  expect(access.exec).not.toContain('--volume');
  await access.close();
  expect(commands.at(-1)).toMatch(/image rm docker-network-lab\/root:1$/);
});

test('an image that was there stays', async () => {
  const { run, commands } = fakeRun();
  const access = await rootOfEngine({ docker, isHere: false, run });
  await access.close();
  expect(commands.join('\n')).not.toMatch(/image rm|import/);
});

test('ssh as root, or with sudo, needs no container', async () => {
  const ssh = ['ssh', '-T', '--', 'you@server'];
  const { run } = fakeRun([
    [/exec id -u/, { stdout: '1000\n' }],
    [/sudo -n -- id -u/, { stdout: '0\n' }],
  ]);
  const access = await rootOfEngine({ docker, ssh, isHere: false, run });
  expect(access.exec).toEqual([...ssh, 'exec', 'sudo', '-n', '--']);
});

test('a machine without perl is refused, and nothing of it stays', async () => {
  const { run, commands } = fakeRun([
    [/image inspect/, failing('No such image')],
    [/ perl -$/, failing('nsenter: failed to execute perl: No such file or directory')],
  ]);
  await expect(rootOfEngine({ docker, isHere: false, run })).rejects.toMatchObject({
    what: 'what runs there cannot be measured',
    exitCode: 3,
  });
  expect(commands.at(-1)).toMatch(/image rm/);
});

test('an image that is named has the perl, and is not pulled', async () => {
  const { run } = fakeRun();
  const { exec } = await rootOfEngine({ docker, isHere: true, image: 'debian:stable-slim', run });
  expect(exec.join(' ')).toMatch(/--pull never .*--entrypoint \/usr\/bin\/env debian:stable-slim$/);
});
