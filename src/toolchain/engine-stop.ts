import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '../platform/config';
import { LabError } from '../platform/errors';
import { mustRun, run as ordinaryRun, type Run } from '../platform/run';
import { withLock } from './cache';
import { readKernel } from './machine';
import { isRecorded, readProcess, readRecord, removeRecord } from './process-record';
import { phrase } from '../text/text';

const PATIENCE = 30_000;
const CONTAINERD = '/var/run/docker/containerd/containerd.pid';

interface StopDependencies {
  readonly run: Run;
  readonly kill: (pid: number, signal: NodeJS.Signals) => void;
  readonly proc: string;
  /** Where the engine's containerd writes its pid. */
  readonly pidFile: string;
}

/**
 * Stops the engine that `startEngine` started and waits until it, and the containerd that it started, are gone.
 * @returns false where the kit started none, or where its pid is another process by now
 * @throws LabError where containers still run on it
 */
export async function stopEngine(
  config: Config,
  {
    run = ordinaryRun,
    kill = (pid, signal) => void process.kill(pid, signal),
    proc = '/proc',
    pidFile = CONTAINERD,
  }: Partial<StopDependencies> = {},
): Promise<boolean> {
  if (!existsSync(config.cacheDir)) return false;
  return withLock(config.cacheDir, 'engine', async () => {
    const record = readRecord(config.cacheDir);
    if (record === undefined) return false;
    if (record.by === 'lab' && !isRecorded(record, proc)) {
      removeRecord(config.cacheDir);
      return false;
    }
    await refuseInUse(run);
    if (record.by === 'systemd') {
      await mustRun(['systemctl', 'stop', ...record.units], {
        what: phrase('systemd cannot stop docker'),
        run,
      });
    } else {
      // Before dockerd takes its pid file away, and while it is its parent.
      const containerd = containerdOf(pidFile, record.pid, proc);
      await end(record.pid, 'dockerd', kill, proc);
      if (containerd !== undefined) await end(containerd, 'containerd', kill, proc);
    }
    removeRecord(config.cacheDir);
    return true;
  });
}

/** The containerd that a dockerd started; another's is left alone. */
function containerdOf(pidFile: string, dockerd: number, proc: string): number | undefined {
  const pid = Number(readKernel(pidFile));
  return pid > 0 && readProcess(pid, proc)?.parent === dockerd ? pid : undefined;
}

async function refuseInUse(run: Run): Promise<void> {
  const { stdout } = await run(['docker', 'ps', '--format', '{{.Names}}'], { timeout: 10_000 });
  const names = stdout.split('\n').filter((name) => name !== '');
  if (names.length === 0) return;
  throw new LabError(phrase('the Docker engine still runs containers'), {
    where: names.join(', '),
    why: phrase('they would be stopped with it'),
    next: phrase('stop them first, or leave the engine running'),
  });
}

async function end(
  pid: number,
  name: string,
  kill: StopDependencies['kill'],
  proc: string,
): Promise<void> {
  const lives = (): boolean => readProcess(pid, proc)?.name === name;
  if (!lives()) return;
  kill(pid, 'SIGTERM');
  const late = Date.now() + PATIENCE;
  while (lives() && Date.now() < late) await pause(50);
  if (lives()) kill(pid, 'SIGKILL');
}
