import type { JsonVerdict } from '../../src/report/json';
import { check, labWith, onNode } from './support/lab';

const env = { LAB_TOPOLOGY: 'test/e2e/topologies/causes.ts' };
const NODE = 'cause-node1';

const roots = (failing: readonly JsonVerdict[]): string[] =>
  failing
    .filter(({ kind, cause }) => kind === 'structure' && cause === undefined)
    .map(({ subject, measured }) => `${subject}: ${measured}`)
    .sort();

/** What is wrong with the lab as it is declared. */
const DECLARED = [
  'ends-at-once is running: restarting',
  'fails-at-once is running: restarting',
  'to-itself listens on port 80/tcp: 127.0.0.1:80',
  'undeclared declares what listens behind its ports: port 80/tcp answers, and is not declared',
];

describe('a lab whose programs do otherwise than declared', () => {
  let first = '';
  beforeAll(async () => {
    first = (await labWith(env, 'up')).stdout;
  });
  afterAll(() => labWith(env, 'down', '--force'));

  it('says so in its first check, with what to do', () => {
    expect(first).toContain('it ends again and again: ./lab exec cause-node1 -- docker logs');
    expect(first).toContain('to-itself listens on loopback only (127.0.0.1:80)');
    expect(first).toContain('declare listens: write listens: [{ port: 80 }] for undeclared');
    expect(first).not.toMatch(/\/proc\/\d+/);
  });

  it('says the same at every moment, and ties every edge to it', async () => {
    for (let moment = 0; moment < 8; moment += 1) {
      const { failing } = await check(env);
      expect(roots(failing)).toEqual(DECLARED);
      expect(failing.filter(({ kind, cause }) => kind === 'edge' && cause === undefined)).toEqual(
        [],
      );
    }
  });

  it('follows an edge without telling to follow it', async () => {
    const { stdout } = await labWith(env, 'explain', 'client', 'to-itself:80', '--live');
    expect(stdout).toContain('listens on loopback only');
    expect(stdout).not.toContain('--live');
  });

  it('restarts who shares the network of a container that was restarted', async () => {
    await onNode(NODE, 'docker', 'restart', '--time', '0', 'web');
    expect(roots((await check(env)).failing)).toContainEqual(
      expect.stringMatching(/^sharer shares the network namespace of web: /),
    );
    const told = await labWith(env, 'repair', '--dry-run');
    expect(told.stdout).toContain('restart sharer on cause-node1');
    await labWith(env, 'repair', '--yes');
    expect(roots((await check(env)).failing)).toEqual(DECLARED);
  });
});
