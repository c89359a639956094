import { join } from 'node:path';
import type { JsonResult } from '../../../src/report/json';
import { command, ROOT, type Ended } from '../support/lab';

const NAME = 'vms-vagrant';
const MACHINES = ['vms-machine1', 'vms-machine2'];
const env = {
  LAB_TOPOLOGY: 'test/e2e/vagrant/topology.ts',
  LAB_HOSTS: 'test/e2e/topologies/no-hosts.json',
  LAB_BOX: process.env['LAB_BOX'] ?? 'lab/debian12',
  VAGRANT_DEFAULT_PROVIDER: process.env['VAGRANT_DEFAULT_PROVIDER'] ?? 'libvirt',
  VAGRANT_CHECKPOINT_DISABLE: '1',
};
const emulate = (...args: string[]): Promise<Ended> =>
  command([join(__dirname, 'emulate.sh'), ...args], { BOX: env.LAB_BOX });

/** Emulated machines take minutes for what others do in seconds. */
jest.setTimeout(90 * 60_000);

/** Runs a command and says how long it took. */
async function timed(argv: readonly string[], more: Record<string, string> = {}): Promise<Ended> {
  const began = Date.now();
  const ended = await command(argv, { ...env, ...more });
  const seconds = ((Date.now() - began) / 1000).toFixed(0);
  process.stderr.write(
    `[${seconds} s] ${argv.join(' ').replace(`${ROOT}/`, './')}: ${ended.code}\n`,
  );
  return ended;
}
const lab = (...args: string[]): Promise<Ended> => timed([join(ROOT, 'lab'), ...args]);
const cdktf = (verb: string, ...args: string[]): Promise<Ended> =>
  timed(['npx', '--no-install', 'cdktf', verb, '--output', 'cdktf.out.e2e', ...args]);

async function check(): Promise<{ code: number; failing: readonly string[] }> {
  const { code, stdout, stderr } = await lab('check', '--format', 'json');
  if (!stdout.startsWith('{')) throw new Error(stdout + stderr);
  const { verdicts } = JSON.parse(stdout) as JsonResult;
  const failing = verdicts.filter(({ status }) => status === 'fail' || status === 'error');
  return { code, failing: failing.map(({ subject, detail }) => `${subject} ${detail}`) };
}

/** Vagrant as a person calls it, for the machines of this lab. */
async function vagrant(...args: string[]): Promise<Ended> {
  const vms = MACHINES.map((name, index) => ({
    ...{ name, address: `192.168.208.1${index}`, memory: 1024, cpus: 1 },
  }));
  return timed(['vagrant', ...args], { LAB_VMS: JSON.stringify(vms) });
}

describe('the lab of the article on two virtual machines', () => {
  beforeAll(async () => {
    if (process.env['LAB_BOX'] !== undefined) return;
    const ready = await emulate();
    if (ready.code !== 0) throw new Error(`no emulated machines here: ${ready.stderr}`);
  });
  afterAll(async () => {
    await lab('down', '--force');
    if (process.env['LAB_BOX'] === undefined) await emulate('stop');
  });

  it('comes up with every chapter green', async () => {
    const up = await lab('up', '--nodes', 'vagrant');
    expect(up.stdout + up.stderr).toMatch(/, 0 failed, 0 not examined/);
    expect(up.code).toBe(0);
  });

  it('has an empty second plan', async () => {
    const stack = join('cdktf.out', 'stacks', NAME);
    const plan = await timed(['terraform', `-chdir=${stack}`, 'plan', '-detailed-exitcode']);
    expect(plan.code).toBe(0);
  });

  it('has a fault found and repaired', async () => {
    const broken = ['docker', 'network', 'disconnect', 'test-bridge', 'test2'];
    expect((await lab('exec', 'vms-machine1', '--', ...broken)).code).toBe(0);
    const found = await check();
    expect(found.code).toBe(1);
    expect(found.failing.join('\n')).toContain('test2 is attached to test-bridge');
    expect((await lab('repair', '--yes')).code).toBe(0);
  });

  // In software emulation the boot takes minutes that CI has better use for.
  const itAtLeisure = process.env['CI'] === 'true' ? () => undefined : it;
  itAtLeisure('is back after halt and up, and green after one deploy', async () => {
    expect((await vagrant('halt')).code).toBe(0);
    expect((await vagrant('up', '--no-provision')).code).toBe(0);
    expect((await lab('nodes', 'up')).code).toBe(0);
    const running = await lab(
      'exec',
      'vms-machine1',
      '--',
      'docker',
      'ps',
      '--format',
      '{{.Names}}',
    );
    expect(running.stdout.split('\n')).toEqual(expect.arrayContaining(['test1', 'web-port']));
    const deployed = await cdktf('deploy', '--auto-approve');
    expect(deployed.code).toBe(0);
    expect(await check()).toEqual({ code: 0, failing: [] });
  });

  it('is taken away by cdktf destroy', async () => {
    expect((await cdktf('destroy', '--auto-approve')).code).toBe(0);
    const left = async (): Promise<string> =>
      (await lab('exec', 'vms-machine1', '--', 'docker', 'ps', '--all', '--quiet')).stdout.trim();
    // The swarm ends the replicas of a service that is gone a moment later.
    for (let turn = 0; turn < 30 && (await left()) !== ''; turn += 1)
      await new Promise((done) => setTimeout(done, 2000));
    expect(await left()).toBe('');
  });

  it('keeps its machines where nobody can be asked, and destroys them by force', async () => {
    const asked = await lab('down');
    expect(asked.code).toBe(2);
    expect(asked.stderr).toContain('./lab down --force');
    expect((await vagrant('status')).stdout).toMatch(/vms-machine1 +running/);
    expect((await lab('down', '--force')).code).toBe(0);
    expect((await vagrant('status')).stdout).toMatch(/vms-machine1 +not created/);
  });
});
