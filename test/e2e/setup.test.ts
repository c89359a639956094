import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ended } from './support/lab';
import { cleanSuite, inClean } from './support/rootfs';

/** What must be there afterwards; each line fails the script where it is not. */
const PROOF = `
set -e
for command in git vim gcc telnet brctl ip iptables ping docker dockerd sshd perl; do
  PATH=$PATH:/usr/sbin command -v "$command" >/dev/null || { echo "no $command"; exit 1; }
done
printf '#include <stdio.h>\\nint main(void) { puts("static"); return 0; }\\n' >/tmp/a.c
gcc -static -o /tmp/a /tmp/a.c
[ "$(/tmp/a)" = static ]
id -nG vagrant | grep -qw docker
docker --version`;

/** Packages with versions, and accounts: all that the script changes. */
const STATE = `dpkg-query -W; cat /etc/passwd /etc/group /etc/shadow /etc/gshadow`;

describe('setup.sh in a clean root file system', () => {
  it.each(['bookworm', 'trixie'] as const)(
    'provisions Debian %s, and a second run changes nothing',
    async (suite) => {
      const script = `
        useradd vagrant && /setup.sh && { ${STATE}; } >/tmp/first && ( ${PROOF} ) &&
        echo --- && /setup.sh && { ${STATE}; } >/tmp/second && cmp /tmp/first /tmp/second`;
      const { code, stdout, stderr } = await inClean({ image: await cleanSuite(suite), script });
      expect(stdout + stderr).toMatch(/setup: done: Docker version/);
      expect(code).toBe(0);
      const [first = '', second = ''] = stdout.split('---\n');
      expect(first).toContain('adding vagrant to the group docker');
      expect(second).not.toContain('adding vagrant');
      expect(stdout).toContain('no systemd here: the service is not started');
    },
  );

  it('installs neither compiler nor editor for a node', async () => {
    const image = await cleanSuite('trixie');
    const script = 'LAB_SETUP=node /setup.sh && ! command -v gcc vim git && docker --version';
    expect((await inClean({ image, script })).code).toBe(0);
  });
});

/** Stands for everything that an EL system has and a Debian one has not, and writes down how it was called. */
const STUB = '#!/bin/sh\necho "$(basename "$0") $*" >>/tmp/calls\n[ "$(basename "$0")" != rpm ]\n';
const STUBS = ['apt-get', 'dnf', 'yum', 'yum-config-manager', 'rpm', 'docker'];

describe('setup.sh on another system', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lab-setup-'));
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What it does where /etc/os-release has these lines, with package managers that only write down. */
  async function onSystem(release: string, script = '/setup.sh; echo "code $?"'): Promise<Ended> {
    const stub = file('stub', STUB);
    chmodSync(stub, 0o755);
    return inClean({
      image: await cleanSuite('trixie'),
      script: `${script}; cat /tmp/calls 2>/dev/null; cat /etc/yum.repos.d/*.repo 2>/dev/null; true`,
      files: {
        '/etc/os-release': file('os-release', release),
        ...Object.fromEntries(STUBS.map((name) => [`/usr/local/bin/${name}`, stub])),
      },
    });
  }

  it.each([
    ['almalinux', 'ID="almalinux"\nID_LIKE="rhel centos fedora"\nVERSION_ID="9.5"\n', 'centos'],
    ['rhel', 'ID="rhel"\nID_LIKE="fedora"\nVERSION_ID="9.4"\n', 'rhel'],
  ])("takes EL 9's packages from Docker's repository: %s", async (_name, release, docker) => {
    const { stdout } = await onSystem(release);
    expect(stdout).toContain('code 0');
    expect(stdout).toContain(
      `dnf config-manager --add-repo https://download.docker.com/linux/${docker}/docker-ce.repo`,
    );
    expect(stdout).toMatch(
      /^dnf .*bridge-utils telnet .*perl-interpreter git vim gcc glibc-static/m,
    );
    expect(stdout).toMatch(/^dnf .*docker-ce docker-ce-cli containerd.io$/m);
  });

  it('takes the packages of CentOS 7 from the vault', async () => {
    const repo = [
      '[base]',
      'mirrorlist=http://mirrorlist.centos.org/?release=$releasever',
      '#baseurl=http://mirror.centos.org/centos/$releasever/os/$basearch/',
    ].join('\n');
    const { stdout } = await onSystem(
      'ID="centos"\nID_LIKE="rhel fedora"\nVERSION_ID="7"\n',
      `mkdir /etc/yum.repos.d; echo '${repo}' >/etc/yum.repos.d/CentOS-Base.repo; /setup.sh; echo "code $?"`,
    );
    expect(stdout).toContain('code 0');
    expect(stdout).toContain('\n#mirrorlist=http://mirrorlist.centos.org');
    expect(stdout).toContain('\nbaseurl=http://vault.centos.org/centos/$releasever/os');
    expect(stdout).toMatch(/^yum .*git vim gcc glibc-static$/m);
  });

  it('takes Ubuntu for a Debian', async () => {
    const { stdout } = await onSystem('ID=ubuntu\nID_LIKE=debian\nVERSION_ID="24.04"\n');
    expect(stdout).toContain('code 0');
    expect(stdout).toMatch(/^apt-get .*install -y .*bridge-utils .*docker\.io/m);
  });

  it.each([
    [
      'an EL release that it does not know',
      'ID="rocky"\nID_LIKE="rhel centos fedora"\nVERSION_ID="8.9"\n',
    ],
    ['another system', 'ID=alpine\nVERSION_ID=3.20\nPRETTY_NAME="Alpine Linux v3.20"\n'],
  ])('says on %s which ones it knows, and changes nothing', async (_name, release) => {
    const { stdout, stderr } = await onSystem(release);
    expect(stdout.trim()).toBe('code 2');
    expect(stderr).toContain('use EL 7, EL 9, Debian or Ubuntu');
  });

  it.each([
    ['LAB_SETUP=all /setup.sh', 'set it to full or node'],
    ['setpriv --reuid 65534 /setup.sh', 'sudo'],
  ])('refuses %s', async (call, next) => {
    const script = `${call}; echo "code $?"`;
    const { stdout, stderr } = await inClean({ image: await cleanSuite('trixie'), script });
    expect(stdout.trim()).toBe('code 2');
    expect(stderr).toContain(next);
  });
});
