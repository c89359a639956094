import type { RunResult } from '../../platform/run';
import { english } from '../../text/tell';
import { type Text, phrase } from '../../text/text';
/** Why ssh did not get through. */
export interface SshFailure {
  readonly kind:
    | 'down'
    | 'refused'
    | 'unknown-name'
    | 'no-login'
    | 'unknown-host-key'
    | 'changed-host-key'
    | 'closed'
    | 'other';
  /** In one line, after the host's name: `does not answer (Connection timed out)`. */
  readonly what: Text;
  readonly next: Text;
}

const last = (text: string): string => text.trim().split('\n').at(-1)?.trim() ?? '';

const SILENT =
  /.*(?:timed out|No route to host|Network is unreachable|Host is down|did not end within).*/i;

/** What ssh said on standard error, in words that say what to do. */
export function sshFailure(stderr: string, host: string): SshFailure {
  const text = stderr.replaceAll('\r', '');
  const login = `ssh ${host} true`;
  if (/REMOTE HOST IDENTIFICATION HAS CHANGED|host key for \S+ has changed/i.test(text)) {
    const file = /Offending \S+ key in (.+):(\d+)/.exec(text);
    const remove = /^\s*(ssh-keygen -f .+)$/m.exec(text)?.[1] ?? `ssh-keygen -R ${host}`;
    return {
      kind: 'changed-host-key',
      what:
        file === null
          ? phrase(
              'has another host key than before: either it was installed anew, or somebody else answers',
            )
          : phrase(
              'has another host key than before ({file}, line {line}): either it was installed anew, or somebody else answers',
              { file: file[1] ?? '', line: file[2] ?? '' },
            ),
      next: phrase(
        'find out which; only where it was installed anew: {command}, then ./lab nodes up',
        { command: remove },
      ),
    };
  }
  if (/host key is known for/i.test(text)) {
    return {
      kind: 'unknown-host-key',
      what: phrase('has a host key that is not known here'),
      next: phrase(
        './lab nodes up shows its fingerprint and asks; or give it as hostKey in nodes.json',
      ),
    };
  }
  if (/exec: ssh: not found|spawn ssh ENOENT/.test(text)) {
    return {
      kind: 'other',
      what: phrase('cannot be reached: this machine has no ssh'),
      next: phrase('apt-get install openssh-client, or what has it elsewhere'),
    };
  }
  const denied = /Permission denied \(([^)]*)\)/.exec(text);
  if (denied !== null) {
    const asks = /password|keyboard-interactive/.test(denied[1] ?? '');
    return {
      kind: 'no-login',
      what: asks
        ? phrase('asks for a password, which the lab never types')
        : phrase('takes none of your keys ({kinds})', { kinds: denied[1] ?? '' }),
      next: asks
        ? phrase('ssh-copy-id {host}, or name an identityFile', { host })
        : phrase('name an identityFile that it knows; try: {command}', { command: login }),
    };
  }
  if (/Too many authentication failures/.test(text)) {
    return {
      kind: 'no-login',
      what: phrase('was offered too many keys'),
      next: phrase('name the right identityFile, or take keys out of the agent: ssh-add -D'),
    };
  }
  const unknown = /Could not resolve hostname (\S+):/.exec(text);
  if (unknown !== null) {
    return {
      kind: 'unknown-name',
      what: phrase('has a name that nobody knows: {name}', { name: unknown[1] ?? '' }),
      next: phrase('correct it in nodes.json or the topology, or add it to ~/.ssh/config'),
    };
  }
  const refused = /connect to host \S+ port (\d+): Connection refused/.exec(text);
  if (refused !== null) {
    return {
      kind: 'refused',
      what: phrase('refuses ssh on port {port}', { port: refused[1] ?? '' }),
      next: phrase('start sshd there, or give the right port'),
    };
  }
  const silent = SILENT.exec(text);
  if (silent !== null) {
    const why = silent[0].replace(/^ssh: |\r/g, '').trim();
    return {
      kind: 'down',
      what: phrase('does not answer ({why})', { why }),
      next: phrase(
        'is it switched on, is the address right, does a firewall let ssh through: {command}',
        { command: login },
      ),
    };
  }
  if (/kex_exchange_identification|Connection (?:closed|reset) by/.test(text)) {
    return {
      kind: 'closed',
      what: phrase('closes the connection at once ({why})', { why: last(text) }),
      next: phrase("look at sshd's log there (MaxStartups, AllowUsers, a ban); try: {command}", {
        command: login,
      }),
    };
  }
  return {
    kind: 'other',
    what: phrase('cannot be reached by ssh: {why}', { why: last(text) }),
    next: phrase('try: {command}', { command: login }),
  };
}

/** The same of a command that failed: by what it wrote, else by how it ended. */
export const failureOf = (
  { stderr, failure }: Pick<RunResult, 'stderr' | 'failure'>,
  host: string,
) => sshFailure(stderr.trim() !== '' || failure === undefined ? stderr : english(failure), host);
