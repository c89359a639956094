import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { labPaths } from '../../src/platform/config';
import { labWith, onNode, ROOT, type Ended } from './support/lab';

const NODES = ['swarm-node1', 'swarm-node2'] as const;
const without = (...words: string[]): Promise<Ended> =>
  labWith({ LAB_TOPOLOGY: 'test/e2e/topologies/swarm-without.ts' }, ...words);
const lab = (...words: string[]): Promise<Ended> =>
  labWith({ LAB_TOPOLOGY: 'test/e2e/topologies/swarm.ts' }, ...words);

const membership = (node: string): Promise<string> =>
  onNode(node, 'docker', 'info', '--format', '{{.Swarm.LocalNodeState}} {{.Swarm.NodeID}}');
const memberships = (): Promise<string[]> => Promise.all(NODES.map(membership));
const networks = (node: string): Promise<string> =>
  onNode(node, 'docker', 'network', 'ls', '--format', '{{.Name}}');

/** Everything that the lab wrote down. */
const written = (): string =>
  readdirSync(labPaths(ROOT, 'e2e-swarm').lab, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');

describe('the swarm of a lab', () => {
  beforeAll(async () => {
    const up = await without('nodes', 'up');
    if (up.code !== 0) throw new Error(up.stderr);
  });
  afterAll(() => lab('down', '--force'));

  it('is not made where a node is in another one, and nothing is touched', async () => {
    await onNode(NODES[1], 'docker', 'swarm', 'init', '--advertise-addr', '192.168.212.11');
    const before = await memberships();
    const { code, stderr } = await lab('nodes', 'up');
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(NODES[1]) as string,
    });
    expect(await memberships()).toEqual(before);
    expect(before[0]).toMatch(/^inactive/);
    expect(await networks(NODES[0])).not.toContain('docker_gwbridge');
    await onNode(NODES[1], 'docker', 'swarm', 'leave', '--force');
    await onNode(NODES[1], 'docker', 'network', 'rm', 'docker_gwbridge');
  });

  it('is made of its nodes, and shows no token to anybody', async () => {
    const { code, stdout, stderr } = await lab('up');
    expect({ code, stdout, stderr }).toMatchObject({ code: 0 });
    for (const member of await memberships()) expect(member).toMatch(/^active /);
    const token = await onNode(NODES[0], 'docker', 'swarm', 'join-token', '--quiet', 'worker');
    expect(token).toMatch(/^SWMTKN-/);
    expect(`${stdout}${stderr}${written()}`).not.toContain('SWMTKN-');
  });

  it('stays as it is where it is wanted again', async () => {
    const before = await memberships();
    expect((await lab('nodes', 'up')).code).toBe(0);
    expect(await memberships()).toEqual(before);
  });

  it('is joined again by a node that was made anew, whose old entry goes', async () => {
    await onNode(NODES[1], 'docker', 'swarm', 'leave');
    expect((await lab('nodes', 'up')).code).toBe(0);
    const nodes = await onNode(
      NODES[0],
      'docker',
      'node',
      'ls',
      '--format',
      '{{.Hostname}} {{.Status}}',
    );
    expect(nodes.trim().split('\n').sort()).toEqual(NODES.map((node) => `${node} Ready`));
  });

  it('is left by a node that the topology names no more, with what it brought', async () => {
    expect((await without('up')).code).toBe(0);
    expect(await memberships()).toEqual(
      NODES.map(() => expect.stringMatching(/^inactive/) as string),
    );
    for (const node of NODES) expect(await networks(node)).not.toContain('docker_gwbridge');
  });
});
