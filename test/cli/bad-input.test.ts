import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Topology } from '../../src/topology/topology';
import { ROOT } from '../../src/platform/config';

const folder = mkdtempSync(join(tmpdir(), 'bad-input-'));
const called = join(folder, 'called');
afterAll(() => rmSync(folder, { recursive: true }));

// Every command that could touch the machine is one that only says it was called.
const tools = join(folder, 'bin');
beforeAll(() => {
  mkdirSync(tools);
  for (const name of ['docker', 'terraform', 'tofu', 'apt-get', 'ssh', 'go', 'dockerd']) {
    writeFileSync(join(tools, name), `#!/bin/sh\necho ${name} >>${called}\nexit 1\n`);
    chmodSync(join(tools, name), 0o755);
  }
});

function up(file: string) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'src/tool/start.cjs'), 'lab', 'up'],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: {
        PATH: `${tools}:${dirname(process.execPath)}:/usr/bin:/bin`,
        HOME: folder,
        LAB_TOPOLOGY: file,
      },
    },
  );
  return { status, stdout, stderr };
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const topology = {
  name: 'bad-input',
  outside: { address: '10.1.0.1' },
  chapters: [{ id: 'all', title: 'All' }],
  nodes: [{ name: 'n1', address: '10.1.0.10/24' }],
  networks: [{ name: 'net', node: 'n1', subnet: '10.2.0.0/24', gateway: '10.2.0.1' }],
  containers: [
    { name: 'c1; rm -rf /', node: 'n1', image: 'busybox:1.36' },
    { name: 'c2', node: 'n1', image: 'busybox:1.36', networks: [{ network: 'nowhere' }] },
    { name: 'c3', node: 'n1', image: 'busybox:1.36', ports: ['0:65536'] },
  ],
} satisfies Topology;

describe('./lab up with bad input', () => {
  const cases: readonly [what: string, path: () => string, says: readonly string[]][] = [
    ['a file that is not there', () => join(folder, 'none.ts'), ['none.ts']],
    ['a file that does not parse', () => file('parse.ts', 'export default {'), ['parse.ts']],
    ['a file that holds no topology', () => file('other.ts', 'export default 7;'), ['other.ts']],
    [
      'a topology with several problems',
      () => file('several.ts', `export default ${JSON.stringify(topology)};`),
      ['c1; rm -rf /', 'nowhere', '65536', 'containers[1]'],
    ],
  ];

  it.each(cases)('%s: one error, exit code 2, nothing touched', (_what, path, says) => {
    const ended = up(path());
    for (const words of says) expect(ended.stderr).toContain(words);
    expect(ended.stderr).toContain('next:');
    expect(ended.stderr).not.toMatch(/^\s+at /m);
    expect(ended.stdout).toBe('');
    expect(ended.status).toBe(2);
    expect(existsSync(called)).toBe(false);
    expect(readdirSync(folder)).not.toContain('.cache');
    expect(existsSync(join(ROOT, '.lab', topology.name))).toBe(false);
  });
});
