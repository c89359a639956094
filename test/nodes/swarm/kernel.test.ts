import { refuseKernels } from '../../../src/nodes/swarm/kernel';
import type { LabError } from '../../../src/platform/errors';
import { failing, fakeRun } from '../../support/fake-run';
import { inventoryOf, labOf } from './fake-swarm';

const overlay = { name: 'plain', driver: 'overlay' };
const encrypted = { name: 'secret', driver: 'overlay', encrypted: true };

async function examined(
  networks: readonly object[],
  second: string,
  swarm: readonly string[] = ['node1', 'node2'],
  services: readonly object[] = [],
) {
  const fake = fakeRun([
    [/^on node1/, { stdout: 'vxlan\nesp\nipvs\nend\n' }],
    [/^on node2/, second === '' ? failing('unshare: not found') : { stdout: second }],
  ]);
  const nodes = inventoryOf().nodes.filter(({ name }) => swarm.includes(name));
  const error: unknown = await refuseKernels(
    labOf(swarm, networks, services),
    nodes,
    fake.run,
  ).catch((caught: unknown) => caught);
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

describe('a kernel without IP_VS', () => {
  const service = { name: 'web', image: 'nginx:1.26', networks: ['plain'] };
  const without = (services: readonly object[], features = 'vxlan\nesp\nend\n') =>
    examined([overlay], features, undefined, services);

  it('is refused for a service with a virtual address, which is named with its ways out', async () => {
    const { error } = await without([{ ...service, name: 'db', endpointMode: 'dnsrr' }, service]);
    expect(error?.what).toBe('the kernel of node2 has no IP_VS, which the service web needs');
    expect(error?.details.where).toBe('node node2');
    expect(error?.details.why).toContain('nothing would answer at its name');
    expect(error?.details.next).toBe(
      'modprobe ip_vs on the machine whose kernel it is, or write endpointMode: "dnsrr" for web',
    );
    expect(error?.exitCode).toBe(2);
  });

  it('is refused for one with ports first, which could not have them then', async () => {
    const published = { ...service, name: 'front', ports: ['8080:80'] };
    const { error } = await without([service, published]);
    expect(error?.what).toContain('which the service front needs');
    expect(error?.details.why).toContain('nothing would answer at its ports');
    expect(error?.details.next).toContain('"dnsrr" and no ports for front');
  });

  it('is refused on a single node, too', async () => {
    const { error } = await examined([overlay], 'vxlan\nend\n', ['node2'], [service]);
    expect(error?.what).toContain('the kernel of node2 has no IP_VS');
  });

  it('may be where no service has a virtual address, or there is none', async () => {
    expect((await without([{ ...service, endpointMode: 'dnsrr' }])).error).toBeUndefined();
    expect((await without([])).error).toBeUndefined();
  });

  it('is none that has it', async () => {
    expect((await without([service], 'vxlan\nipvs\nend\n')).error).toBeUndefined();
  });

  it('is not named before one without VXLAN', async () => {
    expect((await without([service], 'end\n')).error?.what).toContain('no VXLAN');
  });
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
