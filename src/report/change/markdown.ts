import type { CauseGroup, EdgeChange } from '../../review/change';
import { addCounts, NO_CHANGES } from '../../review/change';
import { edgeLabel } from '../../topology/edge';
import { reasonIn } from '../../i18n/catalogue';
import { language, say, told } from '../../i18n/say';
import type { Review } from './review';
import {
  countsInWords,
  kindInWords,
  outcomeInWords,
  partiesInWords,
  planInWords,
  shownGroups,
  type Arrows,
} from './words';
import type { Text } from '../../text/text';

const MOST = 15;
/** GitHub takes comments of up to 65,536 characters. */
const ROOM = 50_000;
const ARROWS: Arrows = { both: '↔', to: '→', from: '←' };

/** By which a workflow finds its own comment again. */
const MARKER = '<!-- docker-network-lab: lab diff -->';

/** The review as a comment for a pull request. */
export function markdown({ against, plan, change }: Review): string {
  const { groups, rest } = shownGroups(change.groups, MOST);
  const others = rest.reduce((sum, group) => addCounts(sum, group.counts), NO_CHANGES);
  const counts = countsInWords(change.counts, '−') || say('no edge changes');
  return [
    MARKER,
    `### ${say('Who can reach whom: {counts}', { counts })}`,
    '',
    `${cell(say('Against {against}.', { against: told(against) }))} ${cell(say('{plan}.', { plan: planInWords(plan) }))}`,
    ...(plan.kind === 'made' && plan.resources.length > 0
      ? ['', ...resources(plan.resources)]
      : []),
    ...(groups.length === 0
      ? []
      : ['', headOf([say('change'), say('edges'), say('who')]), '| --- | --- | --- |']),
    ...groups.map(groupRow),
    ...(rest.length === 0
      ? []
      : [`| ${say('and {n} more', { n: rest.length })} | ${countsInWords(others, '−')} | |`]),
    ...(change.withoutEffect.length === 0
      ? []
      : ['', say('Changes no edge: {sentences}.', { sentences: listed(change.withoutEffect) })]),
    ...details(change.groups),
  ].join('\n');
}

const listed = (sentences: readonly Text[]): string => {
  const more = sentences.length - MOST;
  const sure = sentences.slice(0, MOST).map((one) => cell(told(one)));
  return sure.join(say('; ')) + (more > 0 ? ` ${say('and {n} more', { n: more })}` : '');
};

const resources = (all: readonly { readonly action: string; readonly address: string }[]) => [
  ...all.slice(0, MOST).map(({ action, address }) => `- ${action} ${code(address)}`),
  ...(all.length > MOST ? [`- ${say('and {n} more', { n: all.length - MOST })}`] : []),
];

const groupRow = ({ cause, counts, parties }: CauseGroup): string =>
  `| ${cell(told(cause))} | ${countsInWords(counts, '−')} | ${cell(partiesInWords(parties, ARROWS))} |`;

/** Every edge, as far as a comment has room. */
function details(groups: readonly CauseGroup[]): string[] {
  const total = groups.reduce((sum, { counts }) => addCounts(sum, counts), NO_CHANGES);
  const all = total.new + total.lost + total.outcome + total.reason;
  if (all === 0) return [];
  const rows: string[] = [];
  let room = ROOM;
  fill: for (const group of groups) {
    for (const change of group.edges()) {
      const row = edgeRow(change);
      room -= row.length;
      if (room < 0) break fill;
      rows.push(row);
    }
  }
  const left = all - rows.length;
  return [
    '',
    `<details><summary>${all === 1 ? say('The edge') : say('All {n} edges', { n: all })}</summary>`,
    '',
    headOf(['', say('edge'), say('before'), say('after'), say('why')]),
    '| --- | --- | --- | --- | --- |',
    ...rows,
    ...(left > 0 ? ['', say('{n} more: `./lab diff --format json` has them.', { n: left })] : []),
    '',
    '</details>',
  ];
}

function edgeRow({ kind, edge, before, after }: EdgeChange): string {
  const reason = (after ?? before)?.reasons.at(-1);
  const why = reason === undefined ? '' : reasonIn(language(), reason);
  const outcomes = [before, after].map((one) => outcomeInWords(one?.outcome));
  return `| ${[kindInWords(kind), code(edgeLabel(edge)), ...outcomes, cell(why)].join(' | ')} |`;
}

const headOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const code = (text: string): string => `\`${text.replaceAll('`', "'").replaceAll('|', '\\|')}\``;

/** Text that stands for itself in a table. */
const cell = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_[\]|@#~]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replaceAll(/\s+/g, ' ');
