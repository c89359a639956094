import type { Status, Verdict } from '../../../../checks/result';
import type { Language } from '../../../graph/words';
import { translate } from '../../../translate/translate';
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
    return raw(translate('statement', verdict.subject, language), 'subject');
  }
  const target = verdict.subject.slice(`${verdict.from} -> `.length);
  return h(
    'span',
    { class: 'subject' },
    raw(verdict.from ?? ''),
    h('span', { class: 'arrow' }, ' → '),
    raw(target),
  );
}

export const finding = ({ kind }: Verdict, text: string, language: Language): string =>
  translate(kind === 'edge' ? 'outcome' : 'value', text, language);
