import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { ensureFolder } from '../../platform/folder';
import { closeToOthers } from '../../platform/private';
import { writeWhole } from '../../platform/whole-file';

/** A host as ssh is to reach it, and where its sockets are. */
export interface SshTarget {
  /** The node's name, for messages. */
  readonly node: string;
  /** What ssh is called with: a name of the user's own configuration keeps its meaning. */
  readonly host: string;
  readonly user?: string;
  readonly port?: number;
  readonly identityFiles: readonly string[];
  readonly jump?: string;
  /** Fingerprint that the host's key must have. */
  readonly hostKey?: string;
  /** File of the checkout with known host keys; new ones go there. */
  readonly knownHosts: string;
  /** File with no key but this host's, once it was seen; where `hostKey` is given or the machine was made here. */
  readonly pinned?: string;
  /** The first key is taken without asking: only for a machine that was made here and just now. */
  readonly made?: true;
  /** Seconds until a host must have answered; default 10. */
  readonly connectTimeout?: number;
  /** The user's own configuration, for what is not said here. */
  readonly includes: readonly string[];
  /** Absolute path of the configuration that is written for it. */
  readonly config: string;
  /** Absolute path of the socket by which connections are shared. */
  readonly control: string;
  /** Absolute path of the local end of the engine's socket. */
  readonly socket: string;
}

/** Socket of an engine on its own host. */
export const ENGINE_SOCKET = '/var/run/docker.sock';

/** Seconds without any use after which a shared connection ends by itself. */
const IDLE = 1800;

/**
 * The configuration for `ssh -F`: nothing is asked on a terminal, nothing waits for ever, and no unknown host key is
 * taken. It names files of keys, never their content.
 */
export function sshConfig(target: SshTarget, home: string = homedir()): string {
  const { host, user, port, jump, identityFiles, knownHosts, pinned, includes, control } = target;
  const { made = false, connectTimeout = 10 } = target;
  const given = (name: string, value: string | number | undefined): string[] =>
    value === undefined ? [] : [`  ${name} ${value}`];
  return [
    '# Written by docker-network-lab for ssh -F.',
    `Host ${host}`,
    ...given('User', user),
    ...given('Port', port),
    ...given('ProxyJump', jump),
    ...identityFiles.map((file) => `  IdentityFile "${file}"`),
    ...(identityFiles.length === 0 ? [] : ['  IdentitiesOnly yes']),
    ...(made ? ['  StrictHostKeyChecking accept-new'] : []),
    ...(pinned === undefined
      ? []
      : [`  UserKnownHostsFile "${pinned}"`, '  GlobalKnownHostsFile /dev/null']),
    // The one connection is opened on purpose; whoever comes uses it.
    '  ControlMaster no',
    `  ControlPath "${control}"`,
    `  ControlPersist ${IDLE}`,
    // What a user may have configured for this host, and what would get into the way here.
    '  RemoteCommand none',
    '  RequestTTY auto',
    '  ForwardAgent no',
    '  ForwardX11 no',
    '  PermitLocalCommand no',
    'Host *',
    // Also for hosts on the way, which have no block of their own.
    ...(jump === undefined ? [] : identityFiles.map((file) => `  IdentityFile "${file}"`)),
    '  BatchMode yes',
    '  StrictHostKeyChecking yes',
    `  UserKnownHostsFile "${knownHosts}" "${join(home, '.ssh', 'known_hosts')}"`,
    '  UpdateHostKeys no',
    `  ConnectTimeout ${connectTimeout}`,
    '  ConnectionAttempts 1',
    '  ServerAliveInterval 5',
    '  ServerAliveCountMax 3',
    '  ExitOnForwardFailure yes',
    '  StreamLocalBindUnlink yes',
    '  LogLevel ERROR',
    ...includes.map((file) => `Include "${file}"`),
    '',
  ].join('\n');
}

/**
 * Writes the configuration and makes the folders of its sockets, for this user alone.
 * @returns whether it is another one than before
 */
export function writeSshConfig(target: SshTarget): boolean {
  const { config, control, socket, knownHosts, pinned = knownHosts } = target;
  for (const folder of [config, control, socket, knownHosts, pinned].map(dirname)) {
    ensureFolder(folder);
    closeToOthers(folder, 0);
  }
  const text = sshConfig(target);
  const before = existsSync(config) ? readFileSync(config, 'utf8') : undefined;
  // ssh refuses a configuration that others may write.
  writeWhole(config, text);
  return before !== text;
}

/** A path as the user wrote it: from the home folder, from the checkout, or from the root. */
export const keyFile = (path: string, root: string): string =>
  path.startsWith('~') || path.startsWith('%') || isAbsolute(path) ? path : join(root, path);
