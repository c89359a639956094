import { idOf, type Verdict } from '../../../../verdict/result';
import { targetLabel } from '../../../../topology/edge';
import { byId, h, raw, replace } from '../dom';
import { differencesOf } from '../index';
import type { Page } from '../store';
import { told } from '../told';
import { WORDS } from '../words';
import { rowList, verdictRow } from './row';
import { mark, measured } from './status';

/** What differs, causes before what they explain; the section is there only where something does. */
export function differences(page: Page): void {
  const { data, matches, view } = page.store;
  const words = WORDS[view.lang];
  const section = byId('differences');
  const all = differencesOf(data, matches);
  section.hidden = all.length === 0;
  byId('go-differences').hidden = all.length === 0;
  if (all.length === 0) return replace(section);
  const known = new Set(all.map(idOf));
  const explained = new Map<string, Verdict[]>();
  for (const verdict of all) {
    const { cause } = verdict;
    if (cause !== undefined && known.has(cause)) {
      explained.set(cause, [...(explained.get(cause) ?? []), verdict]);
    }
  }
  const own = all.filter(({ cause }) => cause === undefined || !known.has(cause));
  replace(
    section,
    h('h2', {}, `${words.sections.differences} (${all.length})`),
    ...alike(own).flatMap((group) =>
      group.length < ALIKE
        ? group.map((verdict) => block(page, verdict, explained.get(idOf(verdict))))
        : [together(page, group)],
    ),
  );
}

/** So many senders with one finding at one target are one difference. */
const ALIKE = 3;

function alike(verdicts: readonly Verdict[]): Verdict[][] {
  const groups = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const target = targetOf(verdict);
    const key = [verdict.kind, verdict.status, target, measured(verdict, 'en')].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), verdict]);
  }
  return [...groups.values()];
}

const targetOf = (verdict: Verdict): string =>
  verdict.kind === 'edge' ? targetLabel(verdict.edge.target) : idOf(verdict);

function together(page: Page, group: readonly Verdict[]): HTMLElement {
  const { lang } = page.store.view;
  const words = WORDS[lang];
  const [first] = group as [Verdict];
  const error = first.status === 'error';
  return h(
    'div',
    { class: `difference ${first.status}` },
    h(
      'p',
      { class: `row ${first.status}` },
      mark(first.status, words),
      h('span', { class: 'subject' }, words.senders(group.length), ' → ', raw(targetOf(first))),
      h(
        'span',
        { class: 'found' },
        `${error ? words.status.error : words.measuredTitle} `,
        raw(error ? '' : measured(first, lang)),
      ),
    ),
    h(
      'details',
      {},
      h('summary', {}, words.each),
      rowList(page, group.length, (index) => group[index]!),
    ),
  );
}

function block(page: Page, verdict: Verdict, effects: readonly Verdict[] = []): HTMLElement {
  const { lang } = page.store.view;
  const words = WORDS[lang];
  return h(
    'div',
    { class: `difference ${verdict.status}` },
    verdictRow(page, verdict),
    verdict.hint !== undefined &&
      h(
        'p',
        { class: 'hint' },
        h('span', { class: 'quiet' }, `${words.hint}: `),
        raw(told(page, verdict.hint, lang)),
      ),
    effects.length > 0 &&
      h(
        'details',
        {},
        h('summary', {}, words.causes(effects.length)),
        rowList(page, effects.length, (index) => effects[index]!),
      ),
  );
}
