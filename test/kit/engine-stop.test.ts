import { spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { stopEngine } from '../../kit/engine';
import { readProcess, recordFile, writeRecord } from '../../kit/process-record';
import { configOf, fakeRun, ok, scratch } from './support';

const linux = process.platform === 'linux' ? test : test.skip;
const idle = () => fakeRun(() => ok('')).run;
let child: ChildProcess | undefined;

afterEach(() => child?.kill('SIGKILL'));

/** A living process under the given name. */
async function start(name: string): Promise<number> {
  const file = join(scratch(), name);
  copyFileSync('/bin/sleep', file);
  child = spawn(file, ['60'], { stdio: 'ignore' });
  await new Promise((done) => child?.once('spawn', done));
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
