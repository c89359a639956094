import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { takeLock } from '../../platform/lock';
import type { Run } from '../../platform/run';
import { ENGINE_SOCKET } from './config';
import { failureOf, type SshFailure } from './failure';
import { phrase, verbatim } from '../../text/text';

/** What is needed to open or use a connection; the inventory remembers it. */
export interface Connection {
  /** Absolute path of the configuration. */
  readonly config: string;
  /** What ssh is called with. */
  readonly host: string;
  /** Absolute path of the local end of the engine's socket. */
  readonly socket: string;
}

/** Milliseconds for all of opening: longer than the configuration's own bounds. */
const OPENING = 45_000;

export const sshWords = ({ config }: Pick<Connection, 'config'>): string[] => ['ssh', '-F', config];

/** Whether the shared connection is open. */
export async function isOpen(connection: Connection, run: Run): Promise<boolean> {
  const argv = [...sshWords(connection), '-O', 'check', connection.host];
  return (await run(argv, { timeout: 5_000 })).failure === undefined;
}

/**
 * Opens the shared connection of a host where it is not open: one for all commands, with the engine's socket at its
 * local end. It stays when this process ends.
 * @param patience milliseconds for all of it
 * @returns why it could not be opened; undefined where it is open
 */
export async function open(
  connection: Connection,
  run: Run,
  patience = OPENING,
): Promise<SshFailure | undefined> {
  if (!existsSync(connection.config)) {
    return {
      kind: 'other',
      what: phrase('is not set up for ssh'),
      next: verbatim('./lab nodes up'),
    };
  }
  const end = Date.now() + patience;
  // Two at once would be two connections.
  const release = await takeLock(connection.config, {
    stale: OPENING + 10_000,
    patience: Math.min(patience, LONGEST_WAIT),
  });
  if (release === undefined) return BEING_OPENED;
  const bounded: Run = (argv, options) =>
    run(argv, {
      ...options,
      timeout: Math.max(1, Math.min(options?.timeout ?? OPENING, end - Date.now())),
    });
  try {
    if ((await isOpen(connection, bounded)) && existsSync(connection.socket)) return undefined;
    return await start(connection, bounded);
  } finally {
    await release();
  }
}

/** Milliseconds for another command to open it. */
const LONGEST_WAIT = 30_000;

const BEING_OPENED: SshFailure = {
  kind: 'other',
  what: phrase('is being connected by another command'),
  next: phrase('run this command again'),
};

async function start(connection: Connection, run: Run): Promise<SshFailure | undefined> {
  const { host, socket } = connection;
  await close(connection, run);
  const folder = mkdtempSync(join(tmpdir(), 'lab-ssh-'));
  const log = join(folder, 'log');
  try {
    const result = await run(
      [
        // The connection outlives this command and must not keep its output open.
        ...['sh', '-c', 'exec "$@" >"$0" 2>&1', log],
        ...sshWords(connection),
        ...['-o', 'ControlMaster=yes', '-f', '-N', '-L', `${socket}:${ENGINE_SOCKET}`, host],
      ],
      { timeout: OPENING },
    );
    if (result.failure === undefined) return undefined;
    const said = existsSync(log) ? readFileSync(log, 'utf8') : '';
    return failureOf({ stderr: said, failure: result.failure }, host);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Ends the shared connection; does nothing where there is none. */
export async function close(connection: Connection, run: Run): Promise<void> {
  const { host, socket } = connection;
  await run([...sshWords(connection), '-O', 'exit', host], { timeout: 5_000 });
  rmSync(socket, { force: true });
}

/** Ends it and removes what was written for it. */
export async function forget(connection: Connection, run: Run): Promise<void> {
  await close(connection, run);
  rmSync(connection.config, { force: true });
  rmSync(dirname(connection.socket), { recursive: true, force: true });
}
