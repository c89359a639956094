import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LabError } from '../platform/errors';
import { ensureFolder } from '../platform/folder';
import { mustRun, type Run } from '../platform/run';
import { withLock } from './cache';
import type { KitContext } from './context';
import { onPath, readKernel, readMachine, type Machine } from './machine';
import { readProcess, writeRecord } from './process-record';
import { english } from '../text/tell';
import { type Text, asText, phrase, verbatim } from '../text/text';

export { stopEngine } from './engine-stop';

const STARTUP = 60_000;
const BETWEEN_QUESTIONS = 100;

/** Version of the engine that the docker command finds; why it finds none otherwise. */
export async function askEngine(
  run: Run,
): Promise<{ readonly version: string } | { readonly problem: Text }> {
  const argv = ['docker', 'version', '--format', '{{.Server.Version}}'];
  const result = await run(argv, { timeout: 10_000 });
  return result.failure === undefined
    ? { version: result.stdout.trim() }
    : { problem: asText(result.failure) };
}

/** Packages to install before an engine can be started; `docker` may be there without `dockerd`. */
export function enginePackages(): string[] {
  return onPath('dockerd') === undefined ? ['docker.io'] : [];
}

/**
 * Says how to get an engine where the kit cannot start one itself.
 * @throws LabError unless root on Linux with dockerd, or with apt-get to install it
 */
export function refuseEngine(problem: Text, machine: Machine = readMachine()): void {
  const host = process.env['DOCKER_HOST'];
  const fail = (next: Text): never => {
    throw new LabError(phrase('no Docker engine answers'), { why: problem, next });
  };
  if (host)
    fail(phrase('DOCKER_HOST is {host}: start that engine, or unset DOCKER_HOST', { host }));
  if (process.platform !== 'linux') {
    fail(phrase('node containers need a Linux Docker engine; or use LAB_NODES=vagrant or remote'));
  }
  if (/permission denied/i.test(english(problem))) {
    fail(phrase('sudo usermod -aG docker "$USER", log in again; or run this command as root'));
  }
  const start = machine.systemd ? 'systemctl start docker' : 'dockerd &';
  if (!machine.root) {
    fail(
      onPath('dockerd') === undefined
        ? phrase(
            'install Docker Engine (https://docs.docker.com/engine/install/), or run this command as root on Debian or Ubuntu',
          )
        : verbatim(`sudo ${start}`),
    );
  }
  if (onPath('dockerd') === undefined && !machine.debian) {
    fail(phrase('install Docker Engine: https://docs.docker.com/engine/install/'));
  }
}

/** Starts the engine, by systemd where there is one, and remembers that. @throws LabError */
export async function startEngine(
  { config, run }: Pick<KitContext, 'config' | 'run'>,
  progress: (text: Text) => void,
): Promise<string> {
  return withLock(config.cacheDir, 'engine', async () => {
    const now = await askEngine(run);
    if ('version' in now) return now.version;
    progress(phrase('starting dockerd'));
    if (readMachine().systemd) {
      await mustRun(['systemctl', 'start', 'docker'], {
        what: phrase('systemd cannot start docker'),
        next: verbatim('journalctl -u docker'),
        run,
      });
      writeRecord(config.cacheDir, { by: 'systemd', units: ['docker.service', 'docker.socket'] });
      return waitForAnswer(run, () => true, 'journalctl -u docker');
    }
    const log = join(config.cacheDir, 'run', 'dockerd.log');
    const pid = spawnEngine(log);
    writeRecord(config.cacheDir, { by: 'lab', pid, started: readProcess(pid)?.started ?? '' });
    return waitForAnswer(run, () => readProcess(pid) !== undefined, log);
  });
}

function spawnEngine(log: string): number {
  ensureFolder(dirname(log));
  const output = openSync(log, 'w', 0o600);
  const child = spawn(onPath('dockerd') ?? 'dockerd', [], {
    detached: true,
    stdio: ['ignore', output, output],
  });
  child.unref();
  if (child.pid !== undefined) return child.pid;
  throw new LabError(phrase('dockerd cannot be started'), {
    where: log,
    next: verbatim('dockerd'),
  });
}

async function waitForAnswer(run: Run, alive: () => boolean, log: string): Promise<string> {
  const end = Date.now() + STARTUP;
  for (;;) {
    const answer = await askEngine(run);
    if ('version' in answer) return answer.version;
    if (!alive() || Date.now() > end) {
      const lines = readKernel(log).split('\n').slice(-5).join('\n');
      throw new LabError(phrase('dockerd does not answer'), {
        where: log,
        why: lines === '' ? answer.problem : verbatim(lines),
        next: phrase(
          'mend what it says, or start a Docker engine yourself, then run this command again',
        ),
      });
    }
    await pause(BETWEEN_QUESTIONS);
  }
}
