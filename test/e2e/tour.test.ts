import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { TOUR } from '../../src/tour/chapters';
import { command, onNode, ROOT, type Ended } from './support/lab';

const TOPOLOGY = { LAB_TOPOLOGY: 'test/e2e/topologies/tour.ts' };
const NODE1 = 'tour-node1';
const DIFFERS = 'This is not what the lab as declared would show';

const lab = (...args: string[]): Promise<Ended> => command([join(ROOT, 'lab'), ...args], TOPOLOGY);

/** The tour on a terminal of its own: each answer is given when it asks. */
function answered(args: string, answers: readonly string[]): Promise<string> {
  const left = [...answers];
  const argv = ['-qec', `./lab tour ${args}`, '/dev/null'];
  const env = { ...process.env, ...TOPOLOGY, COLUMNS: '80', TERM: 'xterm' };
  const child = spawn('script', argv, { cwd: ROOT, env });
  let text = '';
  let asked = 0;
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    const prompts = text.split('] > ').length - 1;
    if (prompts <= asked) return;
    asked = prompts;
    const answer = left.shift();
    // Ctrl-D: the end of input.
    child.stdin.write(answer === undefined ? '\u0004' : `${answer}\r`);
  });
  return new Promise((done) => child.once('close', () => done(text.replaceAll('\r', ''))));
}

describe('the tour on real nodes', () => {
  beforeAll(async () => {
    const up = await lab('up');
    if (up.code !== 0) throw new Error(up.stdout + up.stderr);
  });
  afterAll(() => lab('down', '--force'));

  it('runs every command of every chapter, and each shows what the lab declares', async () => {
    const tour = await lab('tour', '--all');
    expect(tour.stdout).not.toContain(DIFFERS);
    expect(tour).toMatchObject({ code: 0, stderr: '' });
    const steps = TOUR.flatMap(({ steps }) => steps);
    const commands = tour.stdout.match(/^\$ /gm) ?? [];
    expect(commands).toHaveLength(steps.length);
    const said = tour.stdout.match(/^```console\n\$ .*\n(?!```)/gm) ?? [];
    expect(said).toHaveLength(steps.length);
  });

  it('says the same in Chinese', async () => {
    const argv = [join(ROOT, 'lab'), 'tour', 'none', '--all'];
    const tour = await command(argv, { ...TOPOLOGY, LAB_LANG: 'zh' });
    expect(tour.code).toBe(0);
    expect(tour.stdout).toContain('## none 网络');
    expect(tour.stdout).toContain('inet 127.0.0.1/8');
  });

  it('says where the lab shows something else than it declares', async () => {
    const rule = ['DOCKER-USER', '-p', 'tcp', '--dport', '80', '-j', 'DROP'];
    await onNode(NODE1, 'iptables', '-I', ...rule);
    const tour = await lab('tour', 'ports', '--all');
    await onNode(NODE1, 'iptables', '-D', ...rule);
    expect(tour.code).toBe(1);
    // From the other node and from outside; on the node itself the rule is not met.
    expect(tour.stdout.split(DIFFERS)).toHaveLength(3);
  });

  it('lets a person repeat, skip, try commands of their own and leave', async () => {
    const own = ['! echo $((40+2))', '! nobody -- true', 'docker', '! test4 -- cat /etc/hostname'];
    const text = await answered('none', ['', 'r', '', 's', ...own]);
    expect(text.match(/inet 127\.0\.0\.1\/8/g)).toHaveLength(2);
    expect(text).not.toContain('1 packets received');
    expect(text).toContain('\n42\n');
    expect(text).toContain('unknown endpoint "nobody"');
    expect(text).toContain('There is no docker here;');
    expect(text).toMatch(/\n[0-9a-f]{12}\n/);
  });

  it('says which chapters there are', async () => {
    const tour = await lab('tour', 'nowhere');
    expect(tour.code).toBe(2);
    expect(tour.stderr).toContain('user-bridge');
  });
});
