import { spawnSync } from 'node:child_process';
import { baseTopology } from '../../support/base-topology';
import { makeCheckout, type Said } from './checkout';
import type { Part, Seen, Trial } from './part';

/** Names of a folder that a shell, a URL, Terraform, a regular expression or an option parser reads otherwise. */
const NAMES = [
  ...['a b', 'back\\slash', 'hash#?x', '${path.module} %{y}', `quote'"`, '$(id)', '`id`', '%41'],
  ...['-x', '\u4e2d\u6587', '*[a]', 'a&b;c|d', '~', 'a:b', '{a,b}', '\u001b[31m', 'a\nb'],
];

type Verb = readonly [words: readonly string[], codes: readonly number[]];

/** What needs no nodes, in an order in which each finds what it needs, and how it ends. */
const VERBS: readonly Verb[] = [
  [['explain', 'web', 'client'], [0]],
  [['graph', '--format', 'dot'], [0]],
  [['matrix', '--predicted'], [0]],
  [['exposed'], [0]],
  [['status'], [0]],
  [['init', 'mine'], [0]],
  [['diff', '--against', 'HEAD'], [0]],
  [['doctor'], [2]],
  [['check'], [2]],
  [['up'], [2]],
  [['app'], [0]],
];

/** The same where nothing may be written: what has to write says so. */
const READ_ONLY: readonly Verb[] = [
  ...VERBS.map(([words, codes]): Verb =>
    ['init', 'app'].includes(words[0]!) ? [words, [2]] : [words, codes],
  ),
  ...['nodes up', 'down', 'down --force', 'repair --yes'].map((words): Verb => [
    words.split(' '),
    [2],
  ]),
];

export const places: Part = {
  name: 'places',
  description: 'checkouts whose path is odd, and one in which nothing can be written',
  isAlone: true,
  trials: () => [
    ...NAMES.map((name): Trial => ({
      name: JSON.stringify(name),
      run: () => use(name, VERBS),
    })),
    { name: 'read-only', run: () => use('checkout', READ_ONLY, true) },
  ],
};

async function use(name: string, verbs: readonly Verb[], readOnly = false): Promise<Seen> {
  const checkout = makeCheckout(name);
  try {
    checkout.file('good.ts', `export default ${JSON.stringify(baseTopology())};`);
    commit(checkout.folder);
    const bad: string[] = [];
    for (const [words, codes] of verbs) {
      const isApp = words[0] === 'app';
      const said = await checkout.run(
        isApp ? [] : words,
        { LAB_TOPOLOGY: 'inputs/good.ts' },
        { entry: isApp ? 'app' : 'lab', readOnly },
      );
      if (!isRight(said, codes)) bad.push(`${words.join(' ')}: ${said.code}\n${said.stderr}`);
    }
    if (bad.length > 0) throw new Error(bad.join('\n'));
    return { text: `${verbs.length} commands`, counts: true };
  } finally {
    checkout.remove();
  }
}

const isRight = ({ code, stderr }: Said, codes: readonly number[]): boolean =>
  code !== undefined && codes.includes(code) && !/^\s+at .*:\d+:\d+\)?$/m.test(stderr);

function commit(folder: string): void {
  const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
  for (const words of [
    ['init', '-q'],
    ['add', 'inputs', 'package.json'],
    ['commit', '-qm', 'x'],
  ]) {
    const { status, stderr } = spawnSync('git', [...who, ...words], { cwd: folder });
    if (status !== 0) throw new Error(`git ${words.join(' ')}: ${String(stderr)}`);
  }
}
