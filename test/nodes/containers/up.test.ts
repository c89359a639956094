import { validate } from '../../../src/topology/validate';
import type { BackendContext } from '../../../src/nodes/backend';
import { up } from '../../../src/nodes/containers/up';
import { LabError } from '../../../src/platform/errors';
import type { Run } from '../../../src/platform/run';
import article from '../../../topologies/docker-networking';
import { fakeRun, failing } from '../../support/fake-run';

const lab = validate(article, 'article');
const options = { nodeImage: () => 'node:x', offline: true };
const found = (labels: Record<string, string>) =>
  JSON.stringify([{ Name: '/docker-node1', State: { Running: true }, Config: { Labels: labels } }]);

const contextOf = (run: Run): BackendContext => ({
  lab,
  root: '/here',
  run,
  confirm: () => Promise.resolve(false),
  inventory: undefined,
  progress: () => undefined,
});

async function refusal(labels: Record<string, string>) {
  const fake = fakeRun([
    [/container inspect/, { stdout: found(labels), ...failing('one is missing') }],
  ]);
  const context = contextOf(fake.run);
  const error = await up(context, options).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(LabError);
  return { error: error as LabError, commands: fake.commands };
}

describe('bringing nodes up', () => {
  it('touches nothing where a container of that name is not the lab’s', async () => {
    const { error, commands } = await refusal({});
    expect(error.exitCode).toBe(2);
    expect(error.what).toContain('docker-node1');
    expect(commands).toEqual(['docker container inspect docker-node1 docker-node2']);
  });

  it('touches nothing where the node belongs to another checkout, and names it', async () => {
    const { error, commands } = await refusal({
      'docker-network-lab.lab': 'docker-networking',
      'docker-network-lab.checkout': '/elsewhere',
    });
    expect(error.details.why).toContain('/elsewhere');
    expect(commands).toHaveLength(1);
  });

  it('touches nothing where a node is to have more CPUs than the machine', async () => {
    const fake = fakeRun([
      [/container inspect/, failing('none is there')],
      [/info/, { stdout: '2\n' }],
    ]);
    const nodes = lab.nodes.map((node, index) => ({ ...node, cpus: 2 + index }));
    const context = { ...contextOf(fake.run), lab: { ...lab, nodes } };
    const error = await up(context, options).catch((caught: unknown) => caught);
    expect((error as LabError).what).toBe(
      'node docker-node2 is to have 3 CPUs, and this machine has 2',
    );
    expect(fake.commands.filter((line) => !/inspect|info/.test(line))).toEqual([]);
  });

  it('says who has the range where the network cannot be made', async () => {
    const fake = fakeRun([
      [/network inspect/, failing('no such network')],
      [/network create/, failing('Pool overlaps with other one on this address space')],
    ]);
    const context = contextOf(fake.run);
    const error = await up(context, options).catch((caught: unknown) => caught);
    expect((error as LabError).details.next).toContain('192.168.205.0/24');
    expect(fake.commands.some((line) => line.startsWith('docker run'))).toBe(false);
  });
});
