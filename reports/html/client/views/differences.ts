import type { Verdict } from '../../../../checks/result';
import { translate } from '../../../translate/translate';
import { byId, h, raw, replace } from '../dom';
import { differencesOf } from '../index';
import type { Page } from '../store';
import { WORDS } from '../words';
import { rowList, verdictRow } from './row';

/** What differs, causes before what they explain; the section is there only where something does. */
export function differences(page: Page): void {
  const { data, matches, view } = page.store;
  const words = WORDS[view.lang];
  const section = byId('differences');
  const all = differencesOf(data, matches);
  section.hidden = all.length === 0;
  byId('go-differences').hidden = all.length === 0;
  if (all.length === 0) return replace(section);
  const known = new Set(all.map(({ subject }) => subject));
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
    ...own.slice(0, SHOWN).map((verdict) => block(page, verdict, explained.get(verdict.subject))),
    own.length > SHOWN && rowList(page, own.length - SHOWN, (index) => own[index + SHOWN]!),
  );
}

const SHOWN = 12;

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
        raw(translate('hint', verdict.hint, lang)),
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
