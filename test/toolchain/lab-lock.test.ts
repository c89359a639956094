import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOCK_FILE, takeLab, type Holder } from '../../src/toolchain/lab-lock';
import { readProcess } from '../../src/toolchain/process-record';

const root = mkdtempSync(join(tmpdir(), 'lab-lock-'));
const folder = join(root, 'lab');
const file = join(folder, LOCK_FILE);
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const waited: string[] = [];
beforeEach(() => waited.splice(0));
const options = (patience?: number) => ({
  ...{ folder, stack: join(root, 'stack'), onWait: (whom: string) => void waited.push(whom) },
  ...(patience === undefined ? {} : { patience }),
});
const holder = (): Holder => JSON.parse(readFileSync(file, 'utf8')) as Holder;

/** A process that lives, and one that has ended. */
async function other(script = 'setInterval(() => {}, 1000); console.log(1)') {
  const child = spawn(process.execPath, ['-e', script], { detached: true });
  await once(child.stdout, 'data');
  const pid = child.pid ?? 0;
  const started = readProcess(pid)?.started ?? '';
  const ended = once(child, 'exit');
  return { pid, started, ended, kill: () => child.kill('SIGKILL') };
}

describe('a lab that is changed', () => {
  it('is changed by one command at a time; the next one is told by whom', async () => {
    const first = await takeLab('up', options());
    let second = false;
    const next = takeLab('down', options()).then((held) => {
      second = true;
      return held;
    });
    while (waited.length === 0) await new Promise(setImmediate);
    expect(waited).toEqual([`./lab up (process ${process.pid})`]);
    expect(second).toBe(false);
    first.release();
    (await next).release();
    expect(existsSync(folder)).toBe(false);
  });

  it('is not waited for without end', async () => {
    const held = await takeLab('up', options());
    await expect(takeLab('down', options(0))).rejects.toMatchObject({
      what: 'another command changes this lab',
      details: { where: `./lab up (process ${process.pid})` },
      exitCode: 3,
    });
    held.release();
  });

  it('is nobody’s any more where its holder was killed, or its pid has another process now', async () => {
    const killed = await other();
    killed.kill();
    await killed.ended;
    for (const { pid, started } of [killed, { pid: process.pid, started: '1' }]) {
      (await takeLab('up', options())).release();
      const left: Holder = { verb: 'up', pid, started, commands: [] };
      (await takeLab('up', options())).release();
      writeLock(left);
      const held = await takeLab('repair', options());
      expect(holder()).toMatchObject({ verb: 'repair', pid: process.pid });
      expect(waited).toEqual([]);
      held.release();
    }
  });

  it('is taken with what a killed command left running: that is ended first', async () => {
    const [lab, terraform] = [await other(), await other()];
    lab.kill();
    await lab.ended;
    writeLock({ verb: 'up', pid: lab.pid, started: lab.started, commands: [terraform] });
    const held = await takeLab('up', options());
    await terraform.ended;
    held.release();
  });

  it('is taken where the lock is damaged', async () => {
    (await takeLab('up', options())).release();
    writeLock('{"verb": "u');
    (await takeLab('up', options())).release();
  });

  it('remembers the commands that are to be ended with it', async () => {
    const held = await takeLab('up', options());
    const command = await other();
    held.onStart(command.pid);
    expect(holder().commands).toEqual([{ pid: command.pid, started: command.started }]);
    held.onEnd(command.pid);
    expect(holder().commands).toEqual([]);
    command.kill();
    held.release();
  });
});

function writeLock(content: Holder | string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
}
