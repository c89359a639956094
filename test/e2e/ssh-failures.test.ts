import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NamedHost } from '../../src/topology/hosts';
import { validate } from '../../src/topology/validate';
import type { BackendContext } from '../../src/nodes/backend';
import { remote } from '../../src/nodes/remote';
import { targetOf } from '../../src/nodes/remote/target';
import { bringUp, connectionOf } from '../../src/nodes/ssh/bring-up';
import { forget } from '../../src/nodes/ssh/connection';
import { LabError } from '../../src/platform/errors';
import { run } from '../../src/platform/run';
import topology from './topologies/remote';
import { command } from './support/lab';
import {
  addUser,
  onServer,
  SERVER,
  SERVER_ADDRESS,
  startServer,
  stopServer,
  USER,
  type Server,
} from './support/server';
import { describeWith } from './support/tool';
import type { Text } from '../../src/text/text';
import { english } from '../../src/text/tell';

/** Milliseconds in which any host, however broken, is said to be so. */
const BOUND = 60_000;

/** An engine of a series that nobody has any more, as far as `docker version` asks. */
const OLD_ENGINE = `
use IO::Socket::UNIX;
unlink "/tmp/old.sock";
my $server = IO::Socket::UNIX->new(Local => "/tmp/old.sock", Listen => 5) or die;
chmod 0666, "/tmp/old.sock";
while (my $client = $server->accept) {
  my $line = <$client>;
  my $body = $line =~ /_ping/ ? "OK" : q({"Version":"19.03.15","ApiVersion":"1.40","MinAPIVersion":"1.12","Os":"linux","Arch":"amd64"});
  print $client "HTTP/1.1 200 OK\r\nApi-Version: 1.40\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: ", length $body, "\r\n\r\n$body";
  close $client;
}`;

/** An sshd of its own whose logins see the server as the script leaves it. */
const sshd = async (port: number, script: string, ...options: string[]): Promise<void> => {
  // Of an option that is given twice, sshd takes the first.
  const all = [...options, 'PerSourcePenalties=no', 'PidFile=none'];
  await onServer(
    `unshare --mount sh -ec '${script}
     exec /usr/sbin/sshd -p ${port} ${all.map((option) => `-o ${option}`).join(' ')}'`,
  );
};

const hidden = (file: string): string => `mount --bind /etc/hostname ${file}`;
const PROGRAMS = [hidden('/usr/bin/docker'), hidden('/usr/sbin/dockerd')].join('; ');
const SOCKET = hidden('/run/docker.sock');

let server: Server;

const context = (host: NamedHost): BackendContext => ({
  lab: pick(host),
  root: server.folder,
  run,
  confirm: () => Promise.resolve(false),
  inventory: undefined,
  progress: () => undefined,
});

/** The lab with the cloud server alone. */
function pick(host: NamedHost) {
  const cloud = { host: SERVER_ADDRESS, address: SERVER_ADDRESS, user: USER, ...host };
  const lab = validate(topology, 'remote', { file: 'nodes.json', nodes: { cloud } });
  return { ...lab, nodes: lab.nodes.filter(({ name }) => name === 'cloud') };
}

/** What doctor says of a host, and what a deploy is refused with, each within the bound. */
async function said(host: NamedHost): Promise<{ doctor: string; deploy: string }> {
  const options = { nodeImage: () => '', offline: false };
  const began = Date.now();
  const refusal = await remote.up(context(host), options).catch((error: unknown) => error);
  const between = Date.now();
  const checks = (await remote.examine?.(context(host))) ?? [];
  expect(between - began).toBeLessThan(BOUND);
  expect(Date.now() - between).toBeLessThan(BOUND);
  if (!(refusal instanceof LabError)) throw new Error(`it was let through: ${String(refusal)}`);
  expect(checks.filter(({ ok, remedy }) => !ok && remedy !== undefined)).toHaveLength(
    checks.length,
  );
  const { why = '' } = refusal.details;
  return {
    doctor: checks.map(({ found }) => english(found)).join('; '),
    deploy: `${english(refusal.what)} ${english(why)}`,
  };
}

describeWith('ssh', ['openssh-client'], 'a host over ssh that cannot be a node', () => {
  beforeAll(async () => {
    server = await startServer();
    await addUser('plain', 'users', server.key);
    await sshd(2222, 'true', 'PasswordAuthentication=yes');
    await sshd(2223, 'true', 'PidFile=/tmp/2223.pid');
    await sshd(2224, `${PROGRAMS}; ${SOCKET}`);
    await sshd(2225, SOCKET);
    await onServer(`cat >/tmp/old.pl <<'END'\n${OLD_ENGINE}\nEND\nchmod 644 /tmp/old.pl`);
    await command(['docker', 'exec', '--detach', SERVER, 'perl', '/tmp/old.pl']);
    await onServer('until [ -S /tmp/old.sock ]; do sleep 0.1; done');
    await sshd(2226, 'mount --bind /tmp/old.sock /run/docker.sock');
    await sshd(2227, 'mount -t tmpfs -o size=100m none /var/lib/docker');
    await onServer("printf '#!/bin/sh\\necho 1500000000\\n' >/tmp/date; chmod 755 /tmp/date");
    await sshd(2228, 'mount --bind /tmp/date /usr/bin/date');
    await sshd(2229, 'true', 'AllowStreamLocalForwarding=no');
    const silent =
      'use IO::Socket::INET; my $s = IO::Socket::INET->new(LocalPort => 2230, Listen => 50); sleep 9999';
    await command(['docker', 'exec', '--detach', SERVER, 'perl', '-e', silent]);
  });
  afterAll(() => stopServer(server));

  it.each<readonly [string, () => NamedHost, RegExp]>([
    ['is down', () => ({ host: '192.168.209.99' }), /does not answer \(.*No route to host/],
    ['says nothing', () => ({ port: 2230 }), /does not answer \(.*timed out/],
    ['refuses', () => ({ port: 2 }), /refuses ssh on port 2/],
    [
      'asks for a password',
      () => ({ port: 2222, identityFile: server.otherKey }),
      /asks for a password, which the lab never types/,
    ],
    ['takes no key', () => ({ identityFile: server.otherKey }), /takes none of your keys/],
    ['has no docker', () => ({ port: 2224 }), /has no Docker/],
    ['has an engine that is stopped', () => ({ port: 2225 }), /its engine does not run/],
    ['has an engine too old', () => ({ port: 2226 }), /Docker Engine 19\.03\.15, which is too old/],
    [
      'has a user outside the docker group',
      () => ({ user: 'plain' }),
      /does not let plain use its engine: not in the group docker/,
    ],
    ['has a full disk', () => ({ port: 2227 }), /MiB left for images: its disk is full/],
    ['has a clock far off', () => ({ port: 2228 }), /a clock that is \d+ days behind/],
    ['does not forward', () => ({ port: 2229 }), /does not let ssh forward the socket/],
  ])('is said to be so, in time, by doctor and before a deploy: %s', async (_name, host, words) => {
    const { hostKey, key: identityFile } = server;
    const { doctor, deploy } = await said({ hostKey, identityFile, ...host() });
    expect(deploy).toMatch(words);
    expect(deploy.split('\n')).toHaveLength(1);
    expect(doctor).toMatch(words);
  });

  it('is refused where its host key has changed, and the key is not taken', async () => {
    const host = { hostKey: server.hostKey, identityFile: server.key, port: 2223 };
    // For another port ssh takes the key of port 22, too, where that is known.
    rmSync(join(server.folder, '.lab', '_host-keys'), { recursive: true, force: true });
    await remote.up(context(host), { nodeImage: () => '', offline: false });
    await command([
      'ssh',
      '-F',
      join(server.folder, '.lab/vms-remote/ssh/cloud.conf'),
      '-O',
      'exit',
      SERVER_ADDRESS,
    ]);
    await onServer(
      `kill $(cat /tmp/2223.pid); ssh-keygen -q -t ed25519 -N '' -f /tmp/other-host-key`,
    );
    await onServer(
      '/usr/sbin/sshd -p 2223 -o PerSourcePenalties=no -o PidFile=none -h /tmp/other-host-key -f /dev/null -o UsePAM=no',
    );
    const { doctor, deploy } = await said(host);
    expect(deploy).toMatch(/has another host key than before/);
    expect(doctor).toMatch(/has another host key than before/);
  });

  it('is reached through a jump host, whose key is asked for as well', async () => {
    const questions: string[] = [];
    const asking = {
      ...context({
        ...{ host: 'localhost', identityFile: server.key },
        jump: `${USER}@${SERVER_ADDRESS}`,
      }),
      root: join(server.folder, 'jump'),
      confirm: (question: Text) => Promise.resolve(questions.push(english(question)) > 0),
    };
    const up = await remote.up(asking, { nodeImage: () => '', offline: false });
    expect(up.nodes).toMatchObject([{ name: 'cloud', ssh: { host: 'localhost' } }]);
    expect(questions).toHaveLength(2);
    expect(questions[0]).toContain(`${USER}@${SERVER_ADDRESS} (node cloud)`);
    expect(questions.join()).toContain(server.hostKey);
    await remote.down({ ...asking, inventory: up }, true);
  });

  it('is reached by a name that only the user’s own ssh configuration knows', async () => {
    const own = join(server.folder, 'config');
    writeFileSync(
      own,
      `Host my-alias\n  HostName ${SERVER_ADDRESS}\n  User ${USER}\n  IdentityFile ${server.key}\n`,
    );
    const { lab } = context({});
    const node = { ...lab.nodes[0]!, ssh: { host: 'my-alias', hostKey: server.hostKey } };
    const target = { ...targetOf(lab, node, join(server.folder, 'alias')), includes: [own] };
    const up = await bringUp(target, {
      ...{ run, confirm: () => Promise.resolve(false), progress: () => undefined },
      ...{ now: Date.now, backend: 'remote', address: SERVER_ADDRESS },
    });
    expect(up).toMatchObject({ ssh: { host: 'my-alias' } });
    await forget(connectionOf(target), run);
  });
});
