import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import article from '../../topologies/docker-networking';
import { command, type Ended } from './support/lab';
import { describeWith } from './support/tool';

const folder = mkdtempSync(join(tmpdir(), 'lab-vagrant-'));

/** Vagrant without anything of the user's: its machines and boxes are in a folder of the test's own. */
const vagrant = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  command(['vagrant', ...args], {
    VAGRANT_HOME: join(folder, 'home'),
    VAGRANT_DOTFILE_PATH: join(folder, 'machines'),
    VAGRANT_CHECKPOINT_DISABLE: '1',
    ...env,
  });

/** `vagrant up` with a VirtualBox that can say its version and nothing else. */
function upOnVirtualBox(vms: readonly object[] = []): Promise<Ended> {
  const fake = join(folder, 'VBoxManage');
  writeFileSync(fake, '#!/bin/sh\n[ "$1" != --version ] || echo 7.0.20r163906\n');
  chmodSync(fake, 0o755);
  return vagrant(['up', '--provider', 'virtualbox'], {
    PATH: `${folder}:${process.env['PATH'] ?? ''}`,
    LAB_BOX_URL: `file://${folder}/absent.box`,
    ...(vms.length === 0 ? {} : { LAB_VMS: JSON.stringify(vms) }),
  });
}

describeWith('vagrant', ['vagrant', 'vagrant-libvirt'], 'the Vagrantfile', () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is valid, also with another box', async () => {
    for (const env of [{}, { LAB_BOX: 'centos/7' }, { LAB_BOX: 'x/y', LAB_BOX_VERSION: '1.2.3' }]) {
      const { code, stdout, stderr } = await vagrant(['validate'], env);
      expect(stdout + stderr).toContain('validated successfully');
      expect(code).toBe(0);
    }
  });

  it('is refused by vagrant validate where a setting has no such name', async () => {
    const vms = JSON.stringify([{ name: 'not a host name', address: '192.168.205.10' }]);
    expect((await vagrant(['validate'], { LAB_VMS: vms })).code).not.toBe(0);
  });

  it("has the nodes of the article's lab", async () => {
    const { code, stdout } = await vagrant(['status', '--machine-readable']);
    expect(code).toBe(0);
    const states = stdout.split('\n').filter((line) => /,state,/.test(line));
    expect(states.map((line) => line.split(',').slice(1))).toEqual(
      article.nodes.map(({ name }) => [name, 'state', 'not_created']),
    );
  });

  it('has the machines of another lab where they are handed over', async () => {
    const vms = [{ name: 'other', address: '192.168.56.10', memory: 512, cpus: 1 }];
    const { stdout } = await vagrant(['status'], { LAB_VMS: JSON.stringify(vms) });
    expect(stdout).toMatch(/^other +not created/m);
    expect(stdout).not.toContain('docker-node1');
  });

  it("says what to write into which file where VirtualBox' host-only range has not the address", async () => {
    const { code, stdout, stderr } = await upOnVirtualBox();
    expect(code).not.toBe(0);
    expect(stderr).toContain('/etc/vbox/networks.conf');
    expect(stderr).toContain('echo "* 192.168.205.0/24"');
    // That was all: nothing was fetched or made, and there is no stack trace.
    expect(stdout + stderr).not.toMatch(/absent\.box|\.rb:\d+/);
  });

  it('goes on where the range has the address', async () => {
    const vm = { name: 'other', address: '192.168.56.10', memory: 512, cpus: 1 };
    const { stdout, stderr } = await upOnVirtualBox([vm]);
    expect(stdout + stderr).not.toContain('networks.conf');
    expect(stdout + stderr).toContain('absent.box');
  });
});
