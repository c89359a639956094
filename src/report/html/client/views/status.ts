import type { Status, Verdict } from '../../../../verdict/result';
import { targetLabel } from '../../../../topology/edge';
import { statementIn, statedValueIn, verdictWords } from '../../../../i18n/catalogue';
import type { Language } from '../../../graph/words';
import { statedFoundIn } from '../../../verdict-words';
import { h, raw } from '../dom';
import type { Words } from '../words';

export const SIGNS: Readonly<Record<Status, string>> = {
  pass: '✓',
  fail: '✗',
  error: '?',
  skipped: '–',
};

/** A status as sign, colour and word. */
export const badge = (status: Status, words: Words): HTMLElement =>
  h(
    'span',
    { class: `badge ${status}` },
    h('span', { 'aria-hidden': 'true' }, `${SIGNS[status]} `),
    words.status[status],
  );

/** The sign alone, with its word for who does not see it. */
export const mark = (status: Status, words: Words): HTMLElement =>
  h(
    'span',
    { class: `mark ${status}` },
    h('span', { 'aria-hidden': 'true' }, SIGNS[status]),
    h('span', { class: 'unseen' }, words.status[status]),
  );

/** What is shown as the name of an edge or a statement. */
export function subject(verdict: Verdict, language: Language): HTMLElement {
  if (verdict.kind === 'structure') {
    return raw(statementIn(language, verdict.statement), 'subject');
  }
  return h(
    'span',
    { class: 'subject' },
    raw(verdict.from),
    h('span', { class: 'arrow' }, ' → '),
    raw(targetLabel(verdict.edge.target)),
  );
}

/** What it is expected to be. */
export const expected = (verdict: Verdict, language: Language): string =>
  verdict.kind === 'edge'
    ? verdictWords(language).expected(verdict.prediction.outcome, verdict.edge.target)
    : statedValueIn(language, verdict.wanted);

/** What was found; empty where nothing was. */
export function measured(verdict: Verdict, language: Language): string {
  if (verdict.kind === 'structure') return statedFoundIn(language, verdict);
  return verdict.found === undefined ? '' : verdictWords(language).found(verdict.found);
}
