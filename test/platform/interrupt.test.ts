import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type * as Interrupt from '../../src/platform/interrupt';
import type * as Running from '../../src/platform/run';

/** A process that nobody asked to end yet. */
function fresh() {
  jest.resetModules();
  return {
    ...jest.requireActual<typeof Interrupt>('../../src/platform/interrupt'),
    ...jest.requireActual<typeof Running>('../../src/platform/run'),
  };
}
const ask = (signal: Interrupt.StopSignal): boolean => process.emit(signal, signal);
const node = (script: string): string[] => [process.execPath, '-e', script];
/** Ends by itself when it is asked to, and says how often it was. */
const GENTLE = node(
  `let n = 0; process.on('SIGINT', () => { n += 1; setTimeout(() => { console.log('asked', n); process.exit(0); }, 100); });
   console.log('ready'); setInterval(() => {}, 1000)`,
);
const ALONE = { onStart: () => undefined, onEnd: () => undefined };

describe('a command that is asked to end', () => {
  it('asks what has a group of its own once, waits for it, and ends as a shell has it', async () => {
    const { interruptible, run } = fresh();
    const told: string[] = [];
    const output: string[] = [];
    const work = async (): Promise<void> => {
      const onLine = (line: string): void => {
        output.push(line);
        if (line === 'ready') ask('SIGTERM');
      };
      await run(GENTLE, { ownGroup: ALONE, onLine });
    };
    await expect(
      interruptible(work, (...words) => void told.push(words.join(' '))),
    ).rejects.toMatchObject({ name: 'Interrupted', exitCode: 143 });
    expect(output).toEqual(['ready', 'asked 1']);
    expect(told).toEqual(['SIGTERM 1 true']);
  });

  it('is not kept from it by a command that listens to nobody, once it is asked the third time', async () => {
    const { interruptible, run } = fresh();
    const deaf = node(
      `process.on('SIGINT', () => {}); console.log('ready'); setInterval(() => {}, 1000)`,
    );
    const onLine = (): void => {
      for (let times = 0; times < 3; times += 1) ask('SIGINT');
    };
    await expect(
      interruptible(
        async () => void (await run(deaf, { ownGroup: ALONE, onLine })),
        () => undefined,
      ),
    ).rejects.toMatchObject({ exitCode: 130 });
  });

  it('ends its other commands at once, and starts none any more', async () => {
    const { interruptible, run } = fresh();
    const started: string[] = [];
    const work = async (): Promise<void> => {
      const sleep = run(node('console.log(1); setInterval(() => {}, 1000)'), {
        onLine: () => ask('SIGINT'),
      });
      await sleep.catch(() => undefined);
      await run(node('')).then(() => started.push('another'));
    };
    await expect(interruptible(work, () => undefined)).rejects.toMatchObject({ exitCode: 130 });
    expect(started).toEqual([]);
  });

  it('ends also while it waits for something else', async () => {
    const { interruptible } = fresh();
    const never = new Promise<void>(() => undefined);
    const ended = interruptible(
      () => never,
      () => undefined,
    );
    ask('SIGHUP');
    await expect(ended).rejects.toMatchObject({ exitCode: 129 });
  });

  it('leaves signals alone afterwards', async () => {
    const { interruptible } = fresh();
    const before = process.listenerCount('SIGINT');
    expect(
      await interruptible(
        () => Promise.resolve(7),
        () => undefined,
      ),
    ).toBe(7);
    expect(process.listenerCount('SIGINT')).toBe(before);
  });
});

describe('a command with a group of its own', () => {
  it('leaves nothing of the group behind', async () => {
    const { run } = fresh();
    const script = `const { spawn } = require('node:child_process');
      const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
      console.log(child.pid); child.unref();`;
    const { stdout } = await run(node(script), { ownGroup: ALONE });
    const pid = Number(stdout.trim());
    expect(pid).toBeGreaterThan(1);
    const isLeft = (): boolean => {
      try {
        // One that has ended and that nobody waits for is there, too.
        return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
      } catch {
        return false;
      }
    };
    while (isLeft()) await pause(10);
  });
});
