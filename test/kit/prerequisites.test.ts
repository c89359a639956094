import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refuseEngine } from '../../kit/engine';
import { controlGroups, subnetFree } from '../../kit/machine-checks';
import { nodeState } from '../../kit/prerequisites';
import { LabError } from '../../system/errors';
import { configOf, contextOf, failed, fakeRun, ok, scratch } from './support';

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
    refuseEngine(problem, machine);
  } catch (error) {
    said = error instanceof LabError ? error.details.next : error;
  }
  expect(said).toMatch(next);
});
