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
  readonly what: string;
  readonly next: string;
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
    const where = file === null ? '' : ` (${file[1]}, line ${file[2]})`;
    const remove = /^\s*(ssh-keygen -f .+)$/m.exec(text)?.[1] ?? `ssh-keygen -R ${host}`;
    return {
      kind: 'changed-host-key',
      what: `has another host key than before${where}: either it was installed anew, or somebody else answers`,
      next: `find out which; only where it was installed anew: ${remove}, then ./lab nodes up`,
    };
  }
  if (/host key is known for/i.test(text)) {
    return {
      kind: 'unknown-host-key',
      what: 'has a host key that is not known here',
      next: './lab nodes up shows its fingerprint and asks; or give it as hostKey in nodes.json',
    };
  }
  if (/exec: ssh: not found|spawn ssh ENOENT/.test(text)) {
    return {
      kind: 'other',
      what: 'cannot be reached: this machine has no ssh',
      next: 'apt-get install openssh-client, or what has it elsewhere',
    };
  }
  const denied = /Permission denied \(([^)]*)\)/.exec(text);
  if (denied !== null) {
    const asks = /password|keyboard-interactive/.test(denied[1] ?? '');
    return {
      kind: 'no-login',
      what: asks
        ? 'asks for a password, which the lab never types'
        : `takes none of your keys (${denied[1]})`,
      next: asks
        ? `ssh-copy-id ${host}, or name an identityFile`
        : `name an identityFile that it knows; try: ${login}`,
    };
  }
  if (/Too many authentication failures/.test(text)) {
    return {
      kind: 'no-login',
      what: 'was offered too many keys',
      next: 'name the right identityFile, or take keys out of the agent: ssh-add -D',
    };
  }
  const unknown = /Could not resolve hostname (\S+):/.exec(text);
  if (unknown !== null) {
    return {
      kind: 'unknown-name',
      what: `has a name that nobody knows: ${unknown[1]}`,
      next: 'correct it in nodes.json or the topology, or add it to ~/.ssh/config',
    };
  }
  const refused = /connect to host \S+ port (\d+): Connection refused/.exec(text);
  if (refused !== null) {
    return {
      kind: 'refused',
      what: `refuses ssh on port ${refused[1]}`,
      next: 'start sshd there, or give the right port',
    };
  }
  const silent = SILENT.exec(text);
  if (silent !== null) {
    const why = silent[0].replace(/^ssh: |\r/g, '').trim();
    return {
      kind: 'down',
      what: `does not answer (${why})`,
      next: `is it switched on, is the address right, does a firewall let ssh through: ${login}`,
    };
  }
  if (/kex_exchange_identification|Connection (?:closed|reset) by/.test(text)) {
    return {
      kind: 'closed',
      what: `closes the connection at once (${last(text)})`,
      next: `look at sshd's log there (MaxStartups, AllowUsers, a ban); try: ${login}`,
    };
  }
  return { kind: 'other', what: `cannot be reached by ssh: ${last(text)}`, next: `try: ${login}` };
}
