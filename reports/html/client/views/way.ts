import type { Verdict } from '../../../../checks/result';
import type { Hop } from '../../hops';
import { pathOf } from '../../path';
import { reasonIn } from '../../../../words/reason';
import { code, h, raw } from '../dom';
import type { Page } from '../store';
import { WORDS, type Words } from '../words';

/** The stations of the packet and the reasons, step by step. */
export function way(page: Page, verdict: Verdict): HTMLElement[] {
  const { data, view } = page.store;
  const words = WORDS[view.lang];
  const hops = verdict.kind === 'edge' ? pathOf(verdict, data.endpoints) : [];
  return [
    ...(hops.length === 0
      ? []
      : [
          h(
            'section',
            {},
            h('h3', {}, words.path),
            h('ol', { class: 'way' }, ...hops.map((hop) => station(hop, words))),
          ),
        ]),
    ...(verdict.reasons.length === 0
      ? []
      : [
          h(
            'section',
            {},
            h('h3', {}, words.reason),
            h(
              'ol',
              { class: 'reasons' },
              ...verdict.reasons.map((reason) =>
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
        ]),
  ];
}

function station({ kind, name, stops }: Hop, words: Words): HTMLElement {
  const label = kind === 'endpoint' ? undefined : words.hops[kind];
  return h(
    'li',
    { class: stops === true ? `${kind} stops` : kind },
    h(
      'span',
      { class: 'station' },
      label !== undefined && h('span', { class: 'quiet' }, `${label} `),
      kind !== 'veth' && raw(name),
    ),
    stops === true && h('span', { class: 'stop' }, `✗ ${words.stopsHere}`),
  );
}
