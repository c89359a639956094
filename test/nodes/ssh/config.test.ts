import { keyFile, sshConfig, type SshTarget } from '../../../src/nodes/ssh/config';

const target: SshTarget = {
  node: 'cloud',
  host: 'my-server',
  user: 'me',
  port: 2222,
  jump: 'me@bastion:22',
  identityFiles: ['~/.ssh/lab key'],
  knownHosts: '/here/.lab/known_hosts',
  includes: ['/home/me/.ssh/config'],
  config: '/here/.lab/x/ssh/cloud.conf',
  control: '/run/x/cloud/ssh',
  socket: '/run/x/cloud/docker.sock',
};
const lines = sshConfig(target, '/home/me')
  .split('\n')
  .map((line) => line.trim());

describe('the configuration for ssh', () => {
  it('says what the user said about the host, and only about that host', () => {
    const host = lines.slice(lines.indexOf('Host my-server'), lines.indexOf('Host *'));
    expect(host).toEqual(
      expect.arrayContaining([
        'User me',
        'Port 2222',
        'ProxyJump me@bastion:22',
        'IdentityFile "~/.ssh/lab key"',
        'ControlPath "/run/x/cloud/ssh"',
      ]),
    );
  });

  it('lets no unknown key pass, asks nothing and waits for nobody, on jump hosts too', () => {
    const every = lines.slice(lines.indexOf('Host *'));
    expect(every).toEqual(
      expect.arrayContaining([
        'StrictHostKeyChecking yes',
        'BatchMode yes',
        'ConnectTimeout 10',
        'ServerAliveInterval 5',
        'UserKnownHostsFile "/here/.lab/known_hosts" "/home/me/.ssh/known_hosts"',
      ]),
    );
  });

  it('takes no key but the one that was given, where one was', () => {
    const text = sshConfig({ ...target, hostKey: 'SHA256:x', pinned: '/here/key' }, '/home/me');
    expect(text.indexOf('UserKnownHostsFile "/here/key"')).toBeGreaterThan(0);
    expect(text.indexOf('UserKnownHostsFile "/here/key"')).toBeLessThan(text.indexOf('Host *'));
  });

  it('leaves everything else to the user’s own configuration, after itself', () => {
    expect(lines.at(-2)).toBe('Include "/home/me/.ssh/config"');
  });

  it('finds keys from the home folder, the root or the checkout', () => {
    expect(['~/.ssh/k', '/k', 'keys/k'].map((path) => keyFile(path, '/here'))).toEqual([
      '~/.ssh/k',
      '/k',
      '/here/keys/k',
    ]);
  });
});
