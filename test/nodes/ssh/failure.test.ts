import { sshFailure } from '../../../src/nodes/ssh/failure';

/** What OpenSSH 9.2 and 10.0 print, with LogLevel ERROR and BatchMode. */
const SAID: readonly (readonly [kind: string, text: string, words: RegExp, next: RegExp])[] = [
  [
    'down',
    'ssh: connect to host 192.0.2.1 port 22: Connection timed out',
    /does not answer/,
    /switched on/,
  ],
  [
    'down',
    'ssh: connect to host 192.0.2.1 port 22: No route to host',
    /No route to host/,
    /switched on/,
  ],
  [
    'down',
    'Connection timed out during banner exchange\nConnection to 192.0.2.1 port 22 timed out',
    /does not answer/,
    /switched on/,
  ],
  ['down', 'sh did not end within 25 s', /did not end within 25 s/, /switched on/],
  [
    'refused',
    'ssh: connect to host 192.0.2.1 port 2222: Connection refused',
    /refuses ssh on port 2222/,
    /start sshd/,
  ],
  [
    'unknown-name',
    'ssh: Could not resolve hostname nowhere: Name or service not known',
    /nobody knows: nowhere/,
    /nodes\.json/,
  ],
  [
    'no-login',
    'me@192.0.2.1: Permission denied (publickey,password).',
    /asks for a password/,
    /ssh-copy-id/,
  ],
  [
    'no-login',
    'me@192.0.2.1: Permission denied (publickey).',
    /takes none of your keys/,
    /identityFile/,
  ],
  [
    'no-login',
    'Received disconnect from 192.0.2.1 port 22:2: Too many authentication failures',
    /too many keys/,
    /ssh-add -D/,
  ],
  [
    'unknown-host-key',
    'No ED25519 host key is known for 192.0.2.1 and you have requested strict checking.\r\nHost key verification failed.',
    /not known here/,
    /hostKey/,
  ],
  [
    'changed-host-key',
    '@@@\r\n@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\r\nOffending ED25519 key in /home/me/.ssh/known_hosts:7\r\n  remove with:\r\n  ssh-keygen -f "/home/me/.ssh/known_hosts" -R "host"\r\nHost key verification failed.\r\n',
    /another host key than before \(\/home\/me\/.ssh\/known_hosts, line 7\)/,
    /anew: ssh-keygen -f "\/home\/me\/.ssh\/known_hosts" -R "host", then/,
  ],
  [
    'closed',
    'kex_exchange_identification: read: Connection reset by peer',
    /closes the connection at once/,
    /MaxStartups/,
  ],
  ['other', 'sh: 1: exec: ssh: not found', /this machine has no ssh/, /openssh-client/],
  ['other', 'Bad owner or permissions on /home/me/.ssh/config', /Bad owner/, /try: ssh host true/],
];

describe('what ssh says where it does not get through', () => {
  it.each(SAID)('is %s: %s', (kind, text, words, next) => {
    const failure = sshFailure(text, 'host');
    expect(failure.kind).toBe(kind);
    expect(failure.what).toMatch(words);
    expect(failure.what).not.toContain('\n');
    expect(failure.next).toMatch(next);
  });
});
