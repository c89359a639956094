import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { command, ROOT, type Ended } from './support/lab';

const NAME = 'e2e-own';
const FILE = `topologies/${NAME}.ts`;

interface Typed extends Ended {
  readonly line: string;
}

/** The commands of the document, in its order. */
const commands = (): string[] => {
  const text = readFileSync(join(ROOT, 'docs', 'own-topology.md'), 'utf8');
  return [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)]
    .flatMap(([, block = '']) => block.trim().split('\n'))
    .map((line) => line.replaceAll(/\bmine\b/g, NAME));
};

/** Types every command of the document, as a reader would. */
async function typeAll(): Promise<Typed[]> {
  const ended: Typed[] = [];
  let topology = '';
  for (const line of commands()) {
    const chosen = /^export LAB_TOPOLOGY=(.*)$/.exec(line)?.[1];
    if (chosen !== undefined) {
      topology = chosen;
      continue;
    }
    const env = topology === '' ? {} : { LAB_TOPOLOGY: topology };
    ended.push({ line, ...(await command(['bash', '-c', line], env)) });
  }
  return ended;
}

describe('docs/own-topology.md', () => {
  let typed: readonly Typed[] = [];
  const said = (line: string, nth = 0): Typed => typed.filter((one) => one.line === line)[nth]!;

  beforeAll(async () => {
    rmSync(join(ROOT, FILE), { force: true });
    typed = await typeAll();
  });
  afterAll(async () => {
    if (existsSync(join(ROOT, FILE)))
      await command(['./lab', 'down', '--force'], { LAB_TOPOLOGY: FILE });
    rmSync(join(ROOT, FILE), { force: true });
  });

  it('has commands that all succeed, but for the check of what was broken', () => {
    const failed = typed.filter(({ code }) => code !== 0).map(({ line, code }) => [line, code]);
    expect(failed).toEqual([['./lab check', 1]]);
    expect(typed.length).toBeGreaterThan(10);
  });

  it('says what the file alone tells', () => {
    expect(said('./lab explain alice bob').stdout).toContain('alice -> "bob": reachable');
    const carol = said('./lab explain alice carol').stdout;
    expect(carol).toContain('alice -> "carol": unresolved');
    expect(carol).toContain('alice -> carol@bridge: timeout');
  });

  it('deploys the template, and every prediction holds', () => {
    expect(said('./lab up').stdout).toMatch(/[1-9]\d* passed, 0 failed, 0 not examined/);
  });

  it('says what the change would do, and applies it', () => {
    expect(said('./lab diff').stdout).toMatch(/carol.*\+\d+ edges/);
    expect(said('./lab up', 1).stdout).toMatch(/[1-9]\d* passed, 0 failed, 0 not examined/);
  });

  it('finds what was broken by hand, and mends it', () => {
    expect(said('./lab check').stdout).toContain('bob is attached to team');
    expect(said('./lab repair --yes').stdout).toContain('0 failed');
  });
});
