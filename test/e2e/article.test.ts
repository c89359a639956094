import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findTerraform } from '../../src/toolchain/terraform';
import { readConfig } from '../../src/platform/config';
import { run } from '../../src/platform/run';
import {
  cdktf,
  check,
  command,
  docker,
  inventory,
  lab,
  NAME,
  NODE1,
  onNode,
  ROOT,
} from './support/lab';
import { leftovers } from './support/leftovers';

const stack = join('cdktf.out', 'stacks', NAME);

describe('the lab of the article on real nodes', () => {
  afterAll(() => lab('down', '--force'));

  it('comes up with every chapter green', async () => {
    const up = await lab('up');
    expect(up.stderr + up.stdout).toMatch(/, 0 failed/);
    expect(up.code).toBe(0);
    const { result, code } = await check();
    expect(code).toBe(0);
    // Nobody names a host for the chapter cloud here: test/e2e/remote.test.ts does.
    const skipped = result.verdicts.filter(({ status }) => status === 'skipped');
    expect(skipped).toMatchObject([{ chapter: 'cloud', to: 'cloud' }]);
    for (const { id } of result.chapters.filter((chapter) => chapter.id !== 'cloud')) {
      const own = result.verdicts.filter(({ chapter }) => chapter === id);
      expect(own.some(({ status }) => status === 'pass')).toBe(true);
      expect(own.filter(({ status }) => status !== 'pass')).toEqual([]);
    }
  });

  it('has an empty second plan', async () => {
    const { binary = '' } = (await findTerraform({ config: readConfig(), run })) ?? {};
    const plan = await command([binary, `-chdir=${stack}`, 'plan', '-detailed-exitcode']);
    expect(plan.stdout).toContain('No changes');
    expect(plan.code).toBe(0);
  });

  it('shows no changes to bare cdktf diff', async () => {
    const diff = await cdktf('diff');
    expect(diff.code).toBe(0);
    expect(diff.stdout).toContain('No changes');
  });

  it('is healed by one cdktf deploy after docker stop test1, and the link works', async () => {
    await docker(NODE1, 'stop', '--time', '0', 'test1');
    expect((await cdktf('deploy', '--auto-approve')).code).toBe(0);
    expect((await check()).failing).toEqual([]);
  });

  it('is healed by one cdktf deploy after docker rm -f web', async () => {
    await docker(NODE1, 'rm', '--force', 'web');
    expect((await cdktf('deploy', '--auto-approve')).code).toBe(0);
    expect((await check()).failing).toEqual([]);
  });

  it('fails a deploy whose network does not do what it should, and the next deploy checks again', async () => {
    await docker(NODE1, 'rm', '--force', 'web');
    const rule = ['DOCKER-USER', '-p', 'tcp', '--dport', '80', '-j', 'DROP'];
    await onNode(NODE1, 'iptables', '-I', ...rule);
    const broken = await cdktf('deploy', '--auto-approve');
    expect(broken.code).not.toBe(0);
    expect(broken.stdout + broken.stderr).toContain('web-port');
    await onNode(NODE1, 'iptables', '-D', ...rule);
    const mended = await cdktf('deploy', '--auto-approve');
    expect(mended.stdout + mended.stderr).toContain('0 failed');
    expect(mended.code).toBe(0);
  });

  it('runs commands on every kind of endpoint', async () => {
    expect((await lab('exec', 'test3', '--', 'ping', '-c', '1', 'test1')).code).toBe(0);
    expect((await lab('exec', NODE1, '--', 'hostname')).stdout.trim()).toBe(NODE1);
    expect((await lab('exec', 'netns:test1', '--', 'ip', 'address')).stdout).toContain(
      'veth-test1',
    );
    expect((await lab('exec', 'test1', '--', 'sh', '-c', 'exit 7')).code).toBe(7);
    expect((await lab('exec', 'nobody', '--', 'true')).code).toBe(2);
  });

  it('is taken away by bare cdktf destroy, which leaves a foreign container alone', async () => {
    await docker(
      NODE1,
      'run',
      '--detach',
      '--name',
      'foreign',
      'busybox:1.36',
      'sleep',
      'infinity',
    );
    expect((await cdktf('destroy', '--auto-approve')).code).toBe(0);
    for (const { name } of inventory().nodes) {
      const containers = await docker(name, 'ps', '--all', '--format', '{{.Names}}');
      expect(containers.trim()).toBe(name === NODE1 ? 'foreign' : '');
      const networks = await docker(name, 'network', 'ls', '--format', '{{.Name}}');
      // The swarm is the nodes' own, and stays with them.
      const own = ['bridge', 'docker_gwbridge', 'host', 'ingress', 'none'];
      expect(networks.trim().split('\n').sort()).toEqual(own);
      expect(await onNode(name, 'ip', 'netns')).toBe('');
    }
    // The foreign container's alone.
    const ports = await onNode(NODE1, 'ip', '-o', 'link', 'show', 'master', 'docker0');
    expect(ports.trim().split('\n')).toHaveLength(1);
  });

  it('is not taken down over a foreign container without --force', async () => {
    const down = await lab('down');
    expect(down.code).toBe(2);
    expect(down.stderr).toContain(`${NODE1}/foreign`);
    expect((await docker(NODE1, 'ps', '--format', '{{.Names}}')).trim()).toBe('foreign');
  });

  it('leaves nothing on the machine', async () => {
    expect((await lab('down', '--force')).code).toBe(0);
    expect(await leftovers()).toEqual([]);
    expect(existsSync(join(ROOT, '.lab', NAME))).toBe(false);
  });

  it('says which command brings the nodes up when a plan is asked for without them', async () => {
    const synth = await cdktf('synth');
    expect(synth.code).toBe(0);
    const diff = await cdktf('diff');
    expect(diff.code).not.toBe(0);
    expect(diff.stdout + diff.stderr).toContain('./lab nodes up');
    const check = await lab('check');
    expect(check.code).toBe(2);
    expect(check.stderr).toContain('./lab nodes up');
  });
});
