import { refuseKernels } from '../../../nodes/swarm/kernel';
import type { LabError } from '../../../system/errors';
import { failing, fakeRun } from '../../support/fake-run';
import { inventoryOf, labOf } from './fake-swarm';

const overlay = { name: 'plain', driver: 'overlay' };
const encrypted = { name: 'secret', driver: 'overlay', encrypted: true };

async function examined(
  networks: readonly object[],
  second: string,
  swarm: readonly string[] = ['node1', 'node2'],
) {
  const fake = fakeRun([
    [/^on node1/, { stdout: 'vxlan\nesp\nend\n' }],
    [/^on node2/, second === '' ? failing('unshare: not found') : { stdout: second }],
  ]);
  const nodes = inventoryOf().nodes.filter(({ name }) => swarm.includes(name));
  const error: unknown = await refuseKernels(labOf(swarm, networks), nodes, fake.run).catch(
    (caught: unknown) => caught,
  );
  return { error: error as LabError | undefined, commands: fake.commands };
}

it('refuses an encrypted overlay on a kernel that would drop it, and names it with its way out', async () => {
  const { error } = await examined([overlay, encrypted], 'vxlan\nend\n');
  expect(error?.what).toBe('the kernel of node2 cannot encrypt the overlay network secret');
  expect(error?.details.next).toContain('leave encrypted out of secret');
  expect(error?.exitCode).toBe(2);
});

it('lets an overlay that is not encrypted be where there is no ESP', async () => {
  expect((await examined([overlay], 'vxlan\nend\n')).error).toBeUndefined();
});

it('lets an encrypted one be where there is ESP, or one node only', async () => {
  expect((await examined([encrypted], 'vxlan\nesp\nend\n')).error).toBeUndefined();
  expect((await examined([encrypted], 'vxlan\nend\n', ['node2'])).error).toBeUndefined();
});

it('refuses any overlay where there is no VXLAN', async () => {
  expect((await examined([overlay], 'esp\nend\n')).error?.what).toBe(
    'the kernel of node2 has no VXLAN',
  );
});

it('does not take what could not be tried for missing', async () => {
  const { error } = await examined([overlay], '');
  expect(error?.exitCode).toBe(3);
  expect(error?.details.why).toBe('unshare: not found');
});

it('tries it in a network namespace of its own, and only for overlays', async () => {
  const { commands } = await examined([overlay], 'vxlan\nend\n');
  expect(commands.every((line) => /^on node\d unshare --net sh -c /.test(line))).toBe(true);
  expect((await examined([], '')).commands).toEqual([]);
});
