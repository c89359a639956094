import type { EdgeVerdict } from '../../../../verdict/result';
import { reasonIn, wayWords } from '../../../../i18n/catalogue';
import type { Language } from '../../../../i18n/languages';
import { wayOf, type Station } from '../../../way';
import { code, h, raw } from '../dom';
import type { Page } from '../store';
import { WORDS } from '../words';

/** The stations of the packet and the reasons, step by step. */
export function way(page: Page, { from, prediction }: EdgeVerdict): HTMLElement[] {
  const { view } = page.store;
  const words = WORDS[view.lang];
  return [
    h(
      'section',
      {},
      h('h3', {}, words.path),
      h('ol', { class: 'way' }, ...wayOf(from, prediction).map((one) => station(one, view.lang))),
    ),
    h(
      'section',
      {},
      h('h3', {}, words.reason),
      h(
        'ol',
        { class: 'reasons' },
        ...prediction.reasons.map((reason) =>
          h(
            'li',
            {},
            raw(reasonIn(view.lang, reason)),
            ' ',
            h('span', { class: 'rule' }, code(reason.rule)),
          ),
        ),
      ),
    ),
  ];
}

function station({ kind, name, stops }: Station, language: Language): HTMLElement {
  const label = kind === 'endpoint' ? undefined : wayWords(language)[kind];
  return h(
    'li',
    { class: stops === true ? `${kind} stops` : kind },
    h(
      'span',
      { class: 'station' },
      label !== undefined && h('span', { class: 'quiet' }, `${label} `),
      name !== '' && raw(name),
    ),
    stops === true && h('span', { class: 'stop' }, `✗ ${WORDS[language].stopsHere}`),
  );
}
