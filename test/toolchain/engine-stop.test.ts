import { spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stopEngine } from '../../src/toolchain/engine';
import { readProcess, recordFile, writeRecord } from '../../src/toolchain/process-record';
import { configOf, fakeRun, ok, scratch } from './support';

const linux = process.platform === 'linux' ? test : test.skip;
const idle = () => fakeRun(() => ok('')).run;
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** A living process under the given name. */
async function start(name: string): Promise<number> {
  const file = join(scratch(), name);
  copyFileSync('/bin/sleep', file);
  const child = spawn(file, ['60'], { stdio: 'ignore' });
  children.push(child);
  await new Promise((done) => child.once('spawn', done));
  return child.pid ?? 0;
}

const lives = (pid: number): boolean => readProcess(pid) !== undefined;

linux('the engine that was started is stopped, and is gone', async () => {
  const config = configOf();
  const pid = await start('dockerd');
  writeRecord(config.cacheDir, { by: 'lab', pid, started: readProcess(pid)?.started ?? '' });
  expect(await stopEngine(config, { run: idle() })).toBe(true);
  expect(lives(pid)).toBe(false);
  expect(existsSync(recordFile(config.cacheDir))).toBe(false);
});

linux('the containerd of another engine is left alone', async () => {
  const config = configOf();
  const [pid, containerd] = [await start('dockerd'), await start('containerd')];
  const pidFile = join(scratch(), 'containerd.pid');
  writeFileSync(pidFile, String(containerd));
  writeRecord(config.cacheDir, { by: 'lab', pid, started: readProcess(pid)?.started ?? '' });
  expect(await stopEngine(config, { run: idle(), pidFile })).toBe(true);
  expect(lives(containerd)).toBe(true);
});

linux('the containerd that the engine started is stopped with it', async () => {
  const config = configOf();
  const [proc, pidFile] = [scratch(), join(scratch(), 'containerd.pid')];
  const put = (pid: number, name: string, parent: number): void => {
    mkdirSync(join(proc, String(pid)));
    const fields = ['S', parent, ...Array<number>(17).fill(0), 'start'];
    writeFileSync(join(proc, String(pid), 'stat'), `${pid} (${name}) ${fields.join(' ')}`);
  };
  put(11, 'dockerd', 1);
  put(12, 'containerd', 11);
  writeFileSync(pidFile, '12');
  writeRecord(config.cacheDir, { by: 'lab', pid: 11, started: 'start' });
  const killed: number[] = [];
  const kill = (pid: number): void => {
    killed.push(pid);
    rmSync(join(proc, String(pid)), { recursive: true });
  };
  expect(await stopEngine(config, { run: idle(), pidFile, proc, kill })).toBe(true);
  expect(killed).toEqual([11, 12]);
});

linux('a pid that is another program by now is left alone', async () => {
  const config = configOf();
  const pid = await start('editor');
  writeRecord(config.cacheDir, { by: 'lab', pid, started: readProcess(pid)?.started ?? '' });
  expect(await stopEngine(config, { run: idle() })).toBe(false);
  expect(lives(pid)).toBe(true);
});

linux('a dockerd that somebody else started under the same pid is left alone', async () => {
  const config = configOf();
  const pid = await start('dockerd');
  writeRecord(config.cacheDir, { by: 'lab', pid, started: '1' });
  expect(await stopEngine(config, { run: idle() })).toBe(false);
  expect(lives(pid)).toBe(true);
});

linux('an engine that still runs containers is left alone, with their names', async () => {
  const config = configOf();
  const pid = await start('dockerd');
  writeRecord(config.cacheDir, { by: 'lab', pid, started: readProcess(pid)?.started ?? '' });
  const busy = fakeRun(() => ok('database\n')).run;
  await expect(stopEngine(config, { run: busy })).rejects.toMatchObject({
    details: { where: 'database' },
  });
  expect(lives(pid)).toBe(true);
});

test('nothing is stopped where nothing was started', async () => {
  const { run, calls } = fakeRun(() => ok(''));
  expect(await stopEngine(configOf(), { run })).toBe(false);
  expect(calls).toEqual([]);
});

test('what systemd started, systemd stops', async () => {
  const config = configOf();
  writeRecord(config.cacheDir, { by: 'systemd', units: ['docker.service', 'docker.socket'] });
  const { run, calls } = fakeRun(() => ok(''));
  expect(await stopEngine(config, { run })).toBe(true);
  expect(calls.at(-1)).toBe('systemctl stop docker.service docker.socket');
});
