import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { JsonResult, JsonVerdict } from '../../src/report/json';
import { command, ROOT, type Ended } from './support/lab';
import {
  onServer,
  SERVER,
  SERVER_ADDRESS,
  SERVER_LAB,
  startServer,
  stopServer,
  USER,
  type Server,
} from './support/server';
import { commandLines, leftovers } from './support/leftovers';
import { describeWith } from './support/tool';

const NAME = 'vms-remote';
const OUTSIDE = `outside -> cloud[${SERVER_ADDRESS}]:80/tcp`;

let server: Server;
let hosts: string;

const env = (): Record<string, string> => ({
  LAB_TOPOLOGY: 'test/e2e/topologies/remote.ts',
  LAB_HOSTS: hosts,
});
const lab = (...args: string[]): Promise<Ended> => command([join(ROOT, 'lab'), ...args], env());

function nameHosts(cloud: object): void {
  writeFileSync(hosts, JSON.stringify({ nodes: { cloud } }));
}

async function check(): Promise<{ code: number; result: JsonResult; failing: JsonVerdict[] }> {
  const { code, stdout, stderr } = await lab('check', '--format', 'json');
  if (!stdout.startsWith('{')) throw new Error(stdout + stderr);
  const result = JSON.parse(stdout) as JsonResult;
  const failing = result.verdicts.filter(({ status }) => status === 'fail' || status === 'error');
  return { code, result, failing };
}

/** A rule that the server's own firewall tables do not show, as a security group's would not be there. */
const closed = (how: 'add' | 'del'): Promise<string> =>
  onServer(`ip rule ${how} iif eth0 ipproto tcp dport 80 blackhole`);

const masters = (): string[] =>
  commandLines().filter((line) => line.startsWith('ssh ') && line.includes(`.lab/${NAME}/ssh/`));

/** ssh says that it has asked its master to end before that has ended. */
async function mastersEnd(): Promise<void> {
  for (let tries = 50; tries > 0 && masters().length > 0; tries -= 1) await setTimeout(100);
  expect(masters()).toEqual([]);
}

describeWith('ssh', ['openssh-client'], 'a cloud server over ssh, beside a node of the lab', () => {
  beforeAll(async () => {
    server = await startServer();
    hosts = join(server.folder, 'nodes.json');
  });
  afterAll(async () => {
    await lab('down', '--force');
    await stopServer(server);
  });

  it('is left out, with the reason, while nobody names it', async () => {
    writeFileSync(hosts, '{ "nodes": {} }');
    const up = await lab('up');
    expect(up.stdout).toMatch(
      /cloud, web-testt, far: left out of the lab:\s+.*names no host cloud/,
    );
    expect(up.code).toBe(0);
  });

  it('is refused while its host key is unknown and nobody can be asked, and the key is shown', async () => {
    nameHosts({
      ...{ host: SERVER_ADDRESS, user: USER, identityFile: server.key, address: SERVER_ADDRESS },
    });
    const known = join(ROOT, '.lab', 'known_hosts');
    if (existsSync(known)) await command(['ssh-keygen', '-R', SERVER_ADDRESS, '-f', known]);
    const up = await lab('nodes', 'up');
    expect(up.code).toBe(2);
    expect(up.stderr).toContain(server.hostKey);
    expect(existsSync(known) ? readFileSync(known, 'utf8') : '').not.toContain(SERVER_ADDRESS);
  });

  it('is refused with another key than the one that the user gave', async () => {
    const hostKey = `SHA256:${'A'.repeat(43)}`;
    nameHosts({ host: SERVER_ADDRESS, user: USER, address: SERVER_ADDRESS, hostKey });
    const up = await lab('nodes', 'up');
    expect(up.code).toBe(2);
    expect(up.stderr).toContain('has not the host key that was given for it');
  });

  it('comes up, and every line of it holds', async () => {
    const { hostKey, key } = server;
    nameHosts({
      ...{ host: SERVER_ADDRESS, user: USER, identityFile: key, address: SERVER_ADDRESS, hostKey },
    });
    const up = await lab('up');
    expect(up.stdout + up.stderr).toMatch(/, 0 failed, 0 not examined, 0 skipped/);
    expect(up.code).toBe(0);
    const { result } = await check();
    const of = (subject: string) => result.verdicts.find((one) => one.subject === subject);
    expect(of(OUTSIDE)).toMatchObject({ status: 'pass', address: `${SERVER_ADDRESS}:80` });
    expect(of('cloud -> cloud[127.0.0.1]:80/tcp')).toMatchObject({ status: 'pass' });
    expect(of('netns:far1 -> netns:far2')).toMatchObject({ status: 'pass' });
    expect(of('far -> web-testt@bridge:80/tcp')).toMatchObject({ status: 'pass' });
  });

  it('is reached over one connection', () => {
    expect(masters()).toHaveLength(1);
  });

  it('has an empty second plan', async () => {
    const stack = join('cdktf.out', 'stacks', NAME);
    const argv = ['terraform', `-chdir=${stack}`, 'plan', '-detailed-exitcode'];
    expect(await command(argv, env())).toMatchObject({ code: 0 });
  });

  it('is sent no image twice', async () => {
    const up = await lab('nodes', 'up');
    expect(up.stderr).toMatch(/Images \([\d.]+ s\): the nodes have them/);
  });

  it('runs commands, explains and shows its status as any node', async () => {
    expect((await lab('exec', 'cloud', '--', 'id', '-u')).stdout.trim()).toBe('0');
    expect((await lab('exec', 'cloud', '--', 'hostname')).stdout.trim()).toBe(SERVER);
    const words = ['printf', '%s|', "it's", 'a  b', '$HOME', 'two\nlines'];
    expect((await lab('exec', 'cloud', '--', ...words)).stdout).toBe("it's|a  b|$HOME|two\nlines|");
    expect((await lab('exec', 'netns:far1', '--', 'ip', 'link')).stdout).toContain('veth-far1');
    expect((await lab('exec', 'far', '--', 'sh', '-c', 'exit 7')).code).toBe(7);
    const live = await lab('explain', 'outside', 'cloud:80', '--live');
    expect(live.stdout).toContain('over networks that are no part of the lab');
    expect(live.code).toBe(0);
    expect((await lab('status')).stdout).toMatch(/^cloud +up .*\n +web-testt +running/m);
  });

  it('is called closed by a security group or firewall where only the inside answers', async () => {
    await closed('add');
    const { code, failing } = await check();
    await closed('del');
    expect(code).toBe(1);
    expect(failing.map(({ subject }) => subject)).toEqual([OUTSIDE]);
    expect(failing[0]?.hint).toMatch(/^security group or firewall: .*Open TCP 80 inbound/);
    expect(await check()).toMatchObject({ code: 0, failing: [] });
  });

  it('is not called so where nothing answers inside, either', async () => {
    await onServer('docker stop --time 0 web-testt');
    const { failing } = await check();
    expect(failing.map(({ subject }) => subject)).toContain(OUTSIDE);
    for (const { hint } of failing) expect(hint ?? '').not.toContain('security group');
    expect((await lab('up')).code).toBe(0);
  });

  it('has faults found and repaired', async () => {
    await onServer('docker network disconnect test-bridge far');
    const { failing } = await check();
    expect(failing.map(({ subject }) => subject)).toContain('far is attached to test-bridge');
    expect(await lab('repair', '--yes')).toMatchObject({ code: 0 });
  });

  it('comes back by itself for a bare command after its connection broke', async () => {
    await command(['ssh', '-F', `.lab/${NAME}/ssh/cloud.conf`, '-O', 'exit', SERVER_ADDRESS]);
    await mastersEnd();
    const diff = await command(
      ['npx', '--no-install', 'cdktf', 'diff', '--output', 'cdktf.out.e2e'],
      env(),
    );
    expect(diff.stdout).toContain('No changes');
    expect(diff.code).toBe(0);
    expect(masters()).toHaveLength(1);
  });

  it('is whole after one deploy when it was started again', async () => {
    await command(['docker', 'restart', '--time', '20', SERVER]);
    await lab('nodes', 'up');
    expect((await onServer('ip netns')).trim()).toBe('');
    expect((await lab('up')).code).toBe(0);
  });

  it('leaves no key, and no line of one, in anything that the lab writes', () => {
    const secret = readFileSync(server.key, 'utf8').split('\n')[2] ?? '';
    expect(secret.length).toBeGreaterThan(40);
    const texts = [join(ROOT, '.lab', NAME), join(ROOT, 'cdktf.out', 'stacks', NAME)].flatMap(
      files,
    );
    expect(texts.length).toBeGreaterThan(4);
    for (const text of texts) expect(text).not.toContain(secret);
  });

  it('keeps what is not the lab’s, and loses all that is', async () => {
    await onServer(
      'docker run --detach --name foreign busybox:1.36 sleep infinity; ip netns add foreign',
    );
    expect(await lab('down')).toMatchObject({ code: 0 });
    await mastersEnd();
    expect((await onServer("docker ps --all --format '{{.Names}}'")).trim()).toBe('foreign');
    expect((await onServer('ip netns')).trim()).toBe('foreign');
    const networks = await onServer("docker network ls --format '{{.Name}}'");
    expect(networks.trim().split('\n').sort()).toEqual(['bridge', 'host', 'none']);
    // The image that somebody else uses stays.
    const images = await onServer("docker images --format '{{.Repository}}'");
    expect(images.trim().split('\n')).toEqual(['busybox']);
    expect(existsSync(join(ROOT, '.lab', NAME))).toBe(false);
  });

  it('leaves nothing on this machine', async () => {
    expect(await leftovers(NAME, 'vms-node')).toEqual([]);
    await stopServer(server);
    expect(await leftovers(SERVER_LAB, 'vms-server')).toEqual([]);
  });
});

/** The texts of all files below a folder. */
function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true)
    .filter((file) => !file.includes('terraform-provider'))
    .map((file) => readFileSync(file, 'utf8'));
}
