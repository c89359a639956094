import { setTimeout as pause } from 'node:timers/promises';
import type { JsonResult, JsonVerdict } from '../../../src/report/json';
import { commandOf, groundAt, LAB, type Ground } from './ground';
import { secondPlan, succeed } from './heal';
import type { Part, Seen, Trial } from './part';
import { reportedTopology } from './reported';

/** What somebody reported in public: an edge that surprised, an accident, or both. */
interface Report {
  /** Issue in a public tracker. */
  readonly issue: string;
  /** Edges by their labels, with the outcome that is predicted and has to be measured; `N1`, `A1`: node 1, its address. */
  readonly edges?: Readonly<Record<string, string>>;
  /** Commands on a node. */
  readonly accident?: readonly (readonly [node: 1 | 2, ...argv: string[]])[];
  /** The cause that has to be named; absent where the accident changes nothing. */
  readonly cause?: RegExp;
}

const DROP = ['-p', 'udp', '--dport', '4789', '-j', 'DROP'];

const REPORTS: readonly Report[] = [
  { issue: 'moby/moby#36174', edges: { 'N1 -> N1[127.0.0.1]:8082/tcp': 'refused' } },
  {
    issue: 'moby/moby#18882',
    edges: {
      'stranger -> N1[A1]:8080/tcp': 'reachable',
      'stranger -> web@front:80/tcp': 'timeout',
    },
  },
  {
    issue: 'moby/libnetwork#1151',
    edges: { 'inner -> N1@back': 'reachable', 'inner -> N1@front': 'unreachable' },
  },
  {
    issue: 'moby/moby#45610',
    edges: { 'N2 -> N1[A1]:8081/tcp': 'refused', 'N1 -> N1[127.0.0.1]:8081/tcp': 'reachable' },
  },
  {
    issue: 'docker/docs#775',
    edges: { 'web -> "app"': 'reachable', 'stranger -> "app"': 'unresolved' },
    accident: [[1, 'docker', 'restart', '--time', '0', 'same1']],
  },
  {
    issue: 'moby/moby#20179',
    edges: { 'both -> stranger@other': 'reachable', 'both -> N2': 'reachable' },
    accident: [
      [1, 'docker', 'network', 'disconnect', 'front', 'both'],
      [1, 'docker', 'network', 'connect', 'front', 'both'],
    ],
  },
  {
    issue: 'docker/compose#6626',
    edges: { 'child -> web@front:80/tcp': 'reachable' },
    accident: [[1, 'docker', 'restart', '--time', '0', 'mother']],
    cause: /child/,
  },
  {
    issue: 'moby/moby#50326',
    accident: [
      [1, 'docker', 'stop', '--time', '0', 'child', 'mother'],
      [1, 'sh', '-c', '! docker start child'],
    ],
    cause: /^(mother|child) is running$/,
  },
  {
    issue: 'moby/moby#36199',
    edges: { 'far1 -> far2@wide': 'reachable' },
    accident: [[2, 'iptables', '-w', '-I', 'INPUT', ...DROP]],
    cause: / has no rule -A INPUT .*4789/,
  },
  {
    issue: 'moby/moby#12294',
    accident: [
      [1, 'sh', '-c', 'for t in nat filter; do iptables -w -t $t -F; iptables -w -t $t -X; done'],
    ],
    cause: /has Docker's chains and rules/,
  },
  {
    issue: 'moby/moby#27817',
    edges: { 'web -> N1[A1]:8080/tcp': 'reachable' },
    accident: [[1, 'iptables', '-w', '-P', 'INPUT', 'DROP']],
    cause: /the policy of INPUT/,
  },
];

export const reports: Part = {
  name: 'reports',
  description:
    'what people reported in public: the edge is as predicted, the accident is found and mended by what is named',
  async begin({ ground }) {
    succeed('up', await standing(ground).lab('a', 'up'));
  },
  trials: () =>
    REPORTS.map((report): Trial => ({
      name: report.issue,
      run: ({ ground }) => tryOut(report, standing(ground)),
    })),
};

const standing = ({ place }: Ground): Ground => groundAt(place, () => reportedTopology(place));

async function tryOut({ edges = {}, accident = [], cause }: Report, ground: Ground): Promise<Seen> {
  const before = await check(ground);
  expectClean(before);
  for (const [label, outcome] of Object.entries(edges)) {
    const subject = inPlace(label, ground);
    const verdict = before.verdicts.find((one) => one.subject === subject);
    if (verdict?.expected === outcome && verdict.measured === outcome) continue;
    throw new Error(`${subject}: ${verdict?.expected}, measured ${verdict?.measured}`);
  }
  for (const [node, ...argv] of accident) {
    const name = `${ground.place.lab}-node${node}`;
    succeed(argv.join(' '), await commandOf(['docker', 'exec', name, ...argv]).ended);
  }
  if (cause === undefined) {
    if (accident.length > 0) await settled(ground);
    return { text: `${Object.keys(edges).length} edges as predicted`, counts: true };
  }
  const found = roots(await check(ground));
  const named = found.find(({ subject }) => cause.test(subject));
  if (named === undefined) throw new Error(`named: ${found.map(line).join('\n')}`);
  await mend(found, ground);
  await settled(ground);
  await secondPlan(ground, 'a');
  return { text: `found (${named.subject}), mended: ${named.hint ?? ''}`, counts: true };
}

async function check(ground: Ground): Promise<JsonResult> {
  const { output } = await ground.lab('a', 'check', '--format', 'json');
  const start = output.indexOf('{');
  if (start === -1) throw new Error(output);
  return JSON.parse(output.slice(start)) as JsonResult;
}

const inPlace = (label: string, { place: { lab, net } }: Ground): string =>
  label.replaceAll(/N([12])/g, `${lab}-node$1`).replaceAll('A1', `${net}.10`);

const failing = ({ verdicts }: JsonResult): JsonVerdict[] =>
  verdicts.filter(({ status }) => status === 'fail' || status === 'error');
/** Differences that no other explains. */
const roots = (result: JsonResult): JsonVerdict[] =>
  failing(result).filter(({ kind, cause }) => kind === 'structure' && cause === undefined);
const line = ({ subject, measured, hint }: JsonVerdict): string =>
  `${subject}: ${measured} (${hint ?? 'no hint'})`;

function expectClean(result: JsonResult): void {
  const bad = failing(result);
  if (bad.length > 0) throw new Error(bad.map(line).join('\n'));
}

/** Does what the differences say, as a person would paste it. */
async function mend(found: readonly JsonVerdict[], ground: Ground): Promise<void> {
  const hints = found.map(({ hint = '' }) => hint);
  for (const hint of hints) {
    const command = /(\.\/lab exec .*)$/.exec(hint)?.[1];
    if (command === undefined) continue;
    await ground.start('a', ['sh', '-c', command.replace('./lab', LAB)]).ended;
  }
  if (hints.some((hint) => /\.\/lab repair|cdktf deploy/.test(hint))) {
    await ground.lab('a', 'repair', '--yes');
  }
}

/** Milliseconds in which engines meet again. */
const PATIENCE = 60_000;

async function settled(ground: Ground): Promise<void> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const bad = failing(await check(ground));
    if (bad.length === 0) return;
    if (Date.now() > end) throw new Error(`not mended\n${bad.map(line).join('\n')}`);
    await pause(1000);
  }
}
