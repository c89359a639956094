import { addCounts, NO_CHANGES, type CauseGroup, type EdgeChange } from '../../review/change';
import { edgeLabel } from '../../topology/edge';
import { say, told } from '../../i18n/say';
import type { Review } from './review';
import {
  countsInWords,
  outcomeInWords,
  partiesInWords,
  planInWords,
  shownGroups,
  type Arrows,
} from './words';
import type { Text } from '../../text/text';

const MOST = 10;
const ARROWS: Arrows = { both: '<->', to: '->', from: '<-' };
const SIGNS = { new: '+', lost: '-', outcome: '~', reason: '.' } as const;

export interface TextOptions {
  /** Each edge under its group. */
  readonly edges: boolean;
}

/** The review as plain text: the plan, then a line for each cause. */
export function text({ against, plan, change }: Review, options: TextOptions): string {
  const { groups, rest } = shownGroups(change.groups, options.edges ? Infinity : MOST);
  const counts = countsInWords(change.counts) || say('no edge changes');
  const resources = plan.kind === 'made' ? plan.resources : [];
  const others = rest.reduce((sum, group) => addCounts(sum, group.counts), NO_CHANGES);
  return [
    planInWords(plan),
    ...resources.map(({ action, address }) => `  ${action.padEnd(8)}${address}`),
    say('Who can reach whom, against {against}: {counts}', {
      against: told(against),
      counts,
    }),
    ...groups.flatMap((group) => [
      `  ${groupLine(group)}`,
      ...(options.edges ? Array.from(group.edges(), edgeLine) : []),
    ]),
    ...(rest.length === 0
      ? []
      : [
          `  ${say('and {n} more: {counts} (all: --edges, or --format json)', {
            n: rest.length,
            counts: countsInWords(others),
          })}`,
        ]),
    ...(change.withoutEffect.length === 0
      ? []
      : [say('Changes no edge:'), ...withoutEffect(change.withoutEffect, options.edges)]),
  ].join('\n');
}

const groupLine = ({ cause, counts, parties }: CauseGroup): string =>
  `${told(cause)}: ${countsInWords(counts)} (${partiesInWords(parties, ARROWS)})`;

function edgeLine({ kind, edge, before, after }: EdgeChange): string {
  const outcome = `${outcomeInWords(before?.outcome)} -> ${outcomeInWords(after?.outcome)}`;
  return `    ${SIGNS[kind]} ${edgeLabel(edge)}: ${outcome}`;
}

function withoutEffect(sentences: readonly Text[], all: boolean): string[] {
  const most = all ? Infinity : MOST;
  const lines = sentences.slice(0, most).map((sentence) => `  ${told(sentence)}`);
  return sentences.length <= most
    ? lines
    : [...lines, `  ${say('and {n} more', { n: sentences.length - most })}`];
}
