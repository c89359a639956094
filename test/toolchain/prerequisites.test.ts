import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refuseEngine } from '../../src/toolchain/engine';
import { controlGroups, echoes, subnetFree } from '../../src/toolchain/machine-checks';
import { nodeState } from '../../src/toolchain/prerequisites';
import { ROOT } from '../../src/platform/config';
import { LabError } from '../../src/platform/errors';
import { configOf, contextOf, failed, fakeRun, ok, scratch } from './support';
import { verbatim } from '../../src/text/text';
import { english } from '../../src/text/tell';

test.each([
  ['20.11.1', false],
  ['20.12.0', true],
  ['22.0.0', true],
])('Node.js %s: %s', (version, good) => expect(nodeState(version).ok).toBe(good));

test('control groups of version 2 with their controllers', () => {
  const root = scratch();
  writeFileSync(join(root, 'cgroup.controllers'), 'cpu io pids\n');
  expect(controlGroups(root)).toMatchObject({
    ok: true,
    found: 'version 2, without memory: nodes run without that limit',
  });
});

test('control groups of version 1, and none at all', () => {
  const root = scratch();
  expect(controlGroups(root).ok).toBe(false);
  for (const name of ['devices', 'cpu', 'memory']) mkdirSync(join(root, name));
  expect(controlGroups(root).ok).toBe(true);
});

const SUBNET = '192.168.205.0/24';

test.each([
  ['free', '', '', true],
  ["the lab's own", 'abc\n', `${SUBNET} dev br-abc proto kernel`, true],
  ['in use', 'abc\n', `${SUBNET} dev vboxnet0 proto kernel`, false],
])('the subnet is %s', async (_name, networks, routes, good) => {
  const { run } = fakeRun(([command]) => ok(command === 'ip' ? routes : networks));
  expect((await subnetFree(contextOf(run), SUBNET)).ok).toBe(good);
});

test.each([
  ['demo', ROOT, true, `${SUBNET} is the lab's own`],
  ['other', ROOT, false, `${SUBNET} is that of the lab other of ${ROOT}`],
  ['demo', '/elsewhere', false, `${SUBNET} is that of the lab demo of /elsewhere`],
])(
  'the network of lab %s of %s is told from that of this lab',
  async (lab, checkout, good, found) => {
    const { run } = fakeRun(([command]) =>
      ok(command === 'ip' ? `${SUBNET} dev br-abc proto kernel` : `abc\t${lab}\t${checkout}\n`),
    );
    expect(await subnetFree(contextOf(run), SUBNET, 'demo')).toMatchObject({ ok: good, found });
  },
);

test.each([
  ['1\t0', false, [0, 1000], false],
  ['1\t0', true, [0], true],
  ['0\t2147483647', false, [1000], true],
  ['100\t200', false, [1000, 150], true],
  ['100\t200', false, [1000, 99], false],
])(
  'with a ping_group_range of %j, root %s and the groups %j echoes: %s',
  (range, root, groups, good) => {
    const proc = scratch();
    mkdirSync(join(proc, 'sys/net/ipv4'), { recursive: true });
    writeFileSync(join(proc, 'sys/net/ipv4/ping_group_range'), `${range}\n`);
    expect(echoes(proc, { root, groups }).ok).toBe(good);
  },
);

test('a machine that has no such range is not held against its user', () => {
  expect(echoes(scratch(), { root: false, groups: [1000] }).ok).toBe(true);
});

test('a machine without ip is not held against the subnet', async () => {
  const { run } = fakeRun(([command]) => (command === 'ip' ? failed('not found') : ok('')));
  expect((await subnetFree({ run, config: configOf() }, SUBNET)).ok).toBe(true);
});

test.each([
  ['permission denied while trying to connect', /usermod/],
  ['Cannot connect to the Docker daemon', /sudo|install/],
])('an ordinary user is told what to do: %s', (problem, next) => {
  const machine = { root: false, debian: true, systemd: true };
  let said: unknown;
  try {
    refuseEngine(verbatim(problem), machine);
  } catch (error) {
    said = error instanceof LabError ? english(error.details.next ?? '') : error;
  }
  expect(said).toMatch(next);
});
