import { join } from 'node:path';
import { labWith, onNode, ROOT, type Ended } from './support/lab';
import { onTerminal, type Screen } from './support/terminal';
import { describeWith } from './support/tool';

const TOPOLOGY = { LAB_TOPOLOGY: 'test/e2e/topologies/tour.ts', LANG: 'C.UTF-8' };
const LAB = join(ROOT, 'lab');
const WIDTHS = [80, 160];
const VERBS = [
  ...['check', 'matrix', 'status', 'explain outside tour-node1:80', 'explain test4 test3 --live'],
  ...['doctor', 'diff', '--help', 'check --help', 'diff --help'],
];
const DETACH = ['docker', 'network', 'disconnect', 'test-bridge', 'test2'];
const ATTACH = ['docker', 'network', 'connect', 'test-bridge', 'test2'];
const ESCAPE = '\u001b';

const piped = (...args: string[]): Promise<Ended> => labWith(TOPOLOGY, ...args);
const seen = (columns: number, ...args: string[]): Promise<Screen> =>
  onTerminal(columns, [LAB, ...args], TOPOLOGY);

describeWith('tmux', ['tmux'], 'what a person sees', () => {
  const first = new Map<number, Screen>();

  beforeAll(async () => {
    for (const columns of WIDTHS) first.set(columns, await seen(columns, 'up'));
  });
  afterAll(() => piped('down', '--force'));

  describe.each(WIDTHS)('on a terminal of %i columns', (columns) => {
    it('is progress while the lab comes up, and the result alone at the end', () => {
      const { code, frames, lines, wrapped } = first.get(columns)!;
      expect(code).toBe(0);
      expect(wrapped).toEqual([]);
      expect(frames.filter((frame) => /Terraform.*\d s\b/.test(frame)).length).toBeGreaterThan(1);
      expect(lines.join('\n')).toMatch(
        /\n\d+ passed, 0 failed, 0 not examined, \d+ skipped .*(\nNext: .*)?$/,
      );
    });

    it.each(columns === 80 ? VERBS : VERBS.slice(0, 3))('fits: lab %s', async (line) => {
      const screen = await seen(columns, ...line.split(' '));
      expect(screen.wrapped).toEqual([]);
      expect(screen.lines.length).toBeGreaterThan(1);
      expect(screen.code).toBe(0);
    });

    it('is what differs first, whole words, with the summary last', async () => {
      await onNode('tour-node1', ...DETACH);
      const check = await seen(columns, 'check');
      const matrix = await seen(columns, 'matrix', '--only-differences');
      await onNode('tour-node1', ...ATTACH);
      for (const { code, wrapped } of [check, matrix]) {
        expect(code).toBe(1);
        expect(wrapped).toEqual([]);
      }
      expect(check.lines.at(-1)).toMatch(/^\d+ passed, [1-9]\d* failed/);
      expect(matrix.lines.at(-1)).toMatch(/^\d+ edges: \d+ as predicted, [1-9]\d* wrong/);
    });
  });

  it('is the same without colour and without progress in a pipe', async () => {
    const check = await piped('check');
    expect(check.stdout).not.toContain(ESCAPE);
    expect(check.stderr).not.toContain(ESCAPE);
    const { lines } = await seen(160, 'check');
    const plain = (text: string): string => text.replace(/\([\d.]+ s\)/, '').trimEnd();
    expect(check.stdout.split('\n').map(plain)).toEqual(
      expect.arrayContaining([plain(lines.at(-1) ?? '')]),
    );
  });
});
