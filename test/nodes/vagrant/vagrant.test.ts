import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validate } from '../../../src/topology/validate';
import type { BackendContext } from '../../../src/nodes/backend';
import { vagrant } from '../../../src/nodes/vagrant';
import { parseSshConfig } from '../../../src/nodes/vagrant/ssh-config';
import { LabError } from '../../../src/platform/errors';
import article from '../../../topologies/docker-networking';
import { failing, fakeRun } from '../../support/fake-run';
import { english } from '../../../src/text/tell';

const lab = validate(article, 'article');
const options = { nodeImage: () => '', offline: false };

const status = (state: string) => ({
  stdout: lab.nodes.map(({ name }) => `1,${name},state,${state}\n`).join(''),
});
const SSH_CONFIG = `Host docker-node1
  HostName 127.0.0.1
  User vagrant
  Port 2222
  UserKnownHostsFile /dev/null
  StrictHostKeyChecking no
  IdentityFile "/home/me/my labs/private_key"
  LogLevel FATAL

Host docker-node2
  HostName 127.0.0.1
  User vagrant
  Port 2200
  IdentityFile /home/me/.vagrant.d/insecure_private_key
  IdentityFile /home/me/.vagrant.d/insecure_private_keys/vagrant.key.ed25519
`;
const FINDINGS = [
  ...['user=vagrant', 'uid=1000', 'arch=x86_64', `time=${Math.floor(Date.now() / 1000)}`],
  ...['sudo=yes', 'docker=yes', 'socket=yes', 'access=yes', 'perl=yes', 'route=yes'],
  ...['free=9000000', 'end=yes', ''],
].join('\n');

const root = mkdtempSync(join(tmpdir(), 'lab-vagrant-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function contextOf(fake: ReturnType<typeof fakeRun>, answer = false) {
  const questions: string[] = [];
  const context: BackendContext = {
    ...{ lab, root, run: fake.run, inventory: undefined },
    confirm: (question) => Promise.resolve(questions.push(english(question)) > 0 && answer),
    progress: () => undefined,
  };
  return { context, questions };
}

describe('what vagrant ssh-config prints', () => {
  it('is read machine by machine, with all its keys', () => {
    expect(parseSshConfig(SSH_CONFIG)).toEqual([
      {
        ...{ name: 'docker-node1', host: '127.0.0.1', user: 'vagrant', port: 2222 },
        identityFiles: ['/home/me/my labs/private_key'],
      },
      {
        ...{ name: 'docker-node2', host: '127.0.0.1', user: 'vagrant', port: 2200 },
        identityFiles: [
          '/home/me/.vagrant.d/insecure_private_key',
          '/home/me/.vagrant.d/insecure_private_keys/vagrant.key.ed25519',
        ],
      },
    ]);
  });
});

describe('virtual machines', () => {
  const world = (state: string) =>
    fakeRun([
      [/^vagrant status/, status(state)],
      [/^vagrant ssh-config/, { stdout: SSH_CONFIG }],
      [/-O check/, failing('no socket')],
      [/exec sh -s/, { stdout: FINDINGS }],
      [/docker --host .* version/, { stdout: '26.1.5\n' }],
    ]);

  it('are made and found by what ssh-config says, as root by sudo', async () => {
    const fake = world('not_created');
    const inventory = await vagrant.up(contextOf(fake).context, options);
    expect(fake.commands).toContain('vagrant up docker-node1 docker-node2');
    expect(inventory.nodes[1]).toMatchObject({
      ...{ name: 'docker-node2', address: '192.168.205.11', backend: 'vagrant', engine: '26.1.5' },
      ...{ defaultRoute: true, ssh: { host: '127.0.0.1' } },
    });
    expect(inventory.nodes[1]?.exec.slice(-2)).toEqual(['127.0.0.1', 'sudo']);
    const config = readFileSync(inventory.nodes[1]?.ssh?.config ?? '', 'utf8');
    expect(config).toContain('  Port 2200\n');
    expect(config).toContain('  StrictHostKeyChecking accept-new\n');
  });

  it('are left as they are where they run', async () => {
    const fake = world('running');
    await vagrant.up(contextOf(fake).context, options);
    expect(fake.commands.filter((line) => line.startsWith('vagrant up'))).toEqual([]);
  });

  it('are destroyed only after somebody agreed', async () => {
    const no = world('running');
    const refused = contextOf(no, false);
    await expect(vagrant.down(refused.context, false)).rejects.toThrow(LabError);
    expect(refused.questions).toEqual([expect.stringContaining('docker-node1, docker-node2')]);
    expect(no.commands.join()).not.toContain('destroy');

    const yes = world('running');
    await vagrant.down(contextOf(yes, true).context, false);
    expect(yes.commands.at(-1)).toBe('vagrant destroy --force docker-node1 docker-node2');
  });

  it('are destroyed by force without a question, and not at all where there are none', async () => {
    const forced = contextOf(world('poweroff'));
    await vagrant.down(forced.context, true);
    expect(forced.questions).toEqual([]);

    const none = world('not_created');
    const asked = contextOf(none);
    await vagrant.down(asked.context, false);
    expect(asked.questions).toEqual([]);
    expect(none.commands.join()).not.toContain('destroy');
  });

  it('have the state that Vagrant says', async () => {
    const found = await vagrant.status(contextOf(world('shutoff')).context);
    expect(found.map(({ state }) => state)).toEqual(['down', 'down']);
    expect(english(found[0]?.detail ?? '')).toContain('shutoff');
  });

  it('need Vagrant, and say so in doctor', async () => {
    const missing = { exitCode: undefined, failure: 'spawn vagrant ENOENT', absent: true } as const;
    const checks = await vagrant.examine?.(contextOf(fakeRun([[/^vagrant/, missing]])).context);
    expect(checks).toHaveLength(1);
    expect(checks?.[0]?.ok).toBe(false);
    expect(english(checks?.[0]?.found ?? '')).toContain('not installed');
  });
});
