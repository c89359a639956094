import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Topology } from '../../src/topology/topology';
import { labPaths, ROOT } from '../../src/platform/config';

const NAME = 'undeployable-test';
const folder = mkdtempSync(join(tmpdir(), 'lab-undeployable-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(labPaths(ROOT, NAME).lab, { recursive: true, force: true });
});

/** The stack that a bare cdktf gets. */
function stackOf(network: Partial<NonNullable<Topology['networks']>[number]>): string {
  const topology: Topology = {
    ...{ name: NAME, outside: { address: '192.168.231.1' }, chapters: [{ id: 'a', title: 'A' }] },
    nodes: [{ name: 'u1', address: '192.168.231.10/24', engine: '28.5' }],
    networks: [{ name: 'six', node: 'u1', subnet6: 'fd00:1::/64', ...network }],
    containers: [{ name: 'c1', node: 'u1', image: 'busybox:1.36', networks: ['six'] }],
  };
  const file = join(folder, 'topology.json');
  writeFileSync(file, JSON.stringify(topology));
  const { status, stderr } = spawnSync(process.execPath, ['src/tool/start.cjs', 'app'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, LAB_TOPOLOGY: file, CDKTF_OUTDIR: folder },
  });
  expect({ status, stderr }).toMatchObject({ status: 0 });
  return readFileSync(join(folder, 'stacks', NAME, 'cdk.tf.json'), 'utf8');
}

test('a bare cdktf refuses what no deploy could bring about, before anything is made', () => {
  expect(stackOf({ ipv4: false })).toContain('network six has no IPv4, which cannot be deployed');
});

test('what can be deployed has nothing in its way', () => {
  expect(stackOf({})).not.toContain('precondition');
});
