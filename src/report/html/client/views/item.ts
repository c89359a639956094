import { edgesFrom, receiverOf, shapeOf } from '../../data/decode';
import { button, h, raw } from '../dom';
import { shapeFacts } from '../index';
import type { Page } from '../store';
import { WORDS } from '../words';
import { verdictRow } from './row';

/** An item of the picture: what it is, whom it reaches, and what is stated about it. */
export function itemDetails(page: Page, id: string) {
  const { data, view } = page.store;
  const picture = data.pictures[view.lang];
  const lines = linesOf(picture.elements, id);
  if (lines === undefined) return undefined;
  const [name = '', ...facts] = lines;
  const own = picture.endpoints[id] ?? [];
  const network = /^(?:bridge [^/]+\/|overlay )(.+)$/.exec(id)?.[1];
  const statements = data.structure.filter((one) =>
    network === undefined ? own.includes(one.to ?? '') : one.network === network,
  );
  return {
    title: raw(name),
    body: [
      h('ul', { class: 'facts' }, ...facts.map((fact) => h('li', {}, raw(fact)))),
      ...(own.length > 1 ? [members(page, own)] : own.flatMap((one) => reach(page, one))),
      h('ul', { class: 'rows' }, ...statements.map((one) => h('li', {}, verdictRow(page, one)))),
    ],
  };
}

/** The lines of an item, as its tooltip has them. */
function linesOf(elements: Page['store']['data']['pictures']['en']['elements'], id: string) {
  const item = elements.find(({ attributes }) => attributes['data-id'] === id);
  const title = item?.children.find((child) => typeof child !== 'string' && child.tag === 'title');
  const text = typeof title === 'object' ? title.children[0] : undefined;
  return typeof text === 'string' ? text.split('\n') : undefined;
}

function reach(page: Page, id: string): HTMLElement[] {
  const { data, view, states } = page.store;
  const words = WORDS[view.lang];
  const facts = shapeFacts(data);
  const sent = { all: 0, reached: 0 };
  const received = { all: 0, reached: 0 };
  data.endpoints.forEach((sender, from) => {
    for (let at = 0; at < edgesFrom(data, from); at += 1) {
      const reached = facts[shapeOf(data, { from, at })]?.measured === 'reachable';
      const to = data.endpoints[receiverOf(data, { from, at })]?.id;
      for (const [count, counts] of [
        [sent, sender.id === id],
        [received, to === id && sender.id !== id],
      ] as const) {
        if (!counts) continue;
        count.all += 1;
        if (reached) count.reached += 1;
      }
    }
  });
  return [
    ...(states[id] === undefined
      ? []
      : [h('p', {}, h('span', { class: 'quiet' }, `${words.stateNow} `), raw(states[id]))]),
    h('p', {}, words.reaches(sent.reached, sent.all)),
    h('p', {}, words.reachedBy(received.reached, received.all)),
    h(
      'p',
      { class: 'noprint' },
      button(words.showFrom, { class: 'small' }, () =>
        page.set({ from: id, to: '', view: 'matrix' }),
      ),
      ' ',
      button(words.showTo, { class: 'small' }, () =>
        page.set({ from: '', to: id, view: 'matrix' }),
      ),
    ),
  ];
}

const members = (page: Page, own: readonly string[]): HTMLElement =>
  h(
    'section',
    {},
    h('h3', {}, `${WORDS[page.store.view.lang].members} (${own.length})`),
    h(
      'ul',
      { class: 'members' },
      ...own.map((one) =>
        h(
          'li',
          {},
          button(one, { class: 'small' }, () =>
            page.set({ from: one, to: '', view: 'matrix', item: '' }),
          ),
        ),
      ),
    ),
  );
