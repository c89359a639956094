import { button, byId, h, on, replace } from '../dom';
import { FILTERS, type View } from '../state';
import type { Page } from '../store';
import { OUTCOMES } from '../../data/shape';
import { titleIn } from '../titles';
import { WORDS } from '../words';
import { verdictWords } from '../../../../i18n/catalogue';

type Filter = (typeof FILTERS)[number];

/** The filter bar; it is made anew only where its words or choices change, so that typing is not disturbed. */
export function filters(page: Page): void {
  const { data, view } = page.store;
  const words = WORDS[view.lang];
  const ids = data.endpoints.map(({ id }): readonly [string, string] => [id, id]);
  const senders = ids.filter((_, index) => data.endpoints[index]!.kind !== 'service');
  const chapters = data.chapters.map(({ id, title }, index): readonly [string, string] => [
    id,
    `${index + 1} ${titleIn(title, view.lang)}`,
  ]);
  const statuses = Object.entries(words.status);
  const outcomes = OUTCOMES.map((one): readonly [string, string] => [
    one,
    verdictWords(view.lang).outcome(one),
  ]);
  const search = h('input', { type: 'search', id: 'filter-text', value: view.text });
  on(search, 'input', () => page.set({ text: search.value }));
  replace(
    byId('filters'),
    h('h2', { class: 'unseen' }, words.filters),
    choice(page, 'from', words.from, senders),
    choice(page, 'to', words.to, ids),
    choice(page, 'chapter', words.chapter, chapters),
    choice(page, 'status', words.statusLabel, statuses),
    choice(page, 'outcome', words.outcome, outcomes),
    h('div', { class: 'field grow' }, h('label', { for: 'filter-text' }, words.search), search),
    h('p', { class: 'showing', id: 'showing', role: 'status' }),
    button(words.clear, { id: 'clear' }, () =>
      page.set(Object.fromEntries(FILTERS.map((key) => [key, '']))),
    ),
  );
  filterState(page);
}

function choice(
  page: Page,
  key: Filter,
  label: string,
  options: readonly (readonly [string, string])[],
): HTMLElement {
  const words = WORDS[page.store.view.lang];
  const select = h(
    'select',
    { id: `filter-${key}` },
    h('option', { value: '' }, words.any),
    ...options.map(([value, text]) => h('option', { value }, text)),
  );
  on(select, 'change', () => page.set({ [key]: select.value }));
  return h('div', { class: 'field' }, h('label', { for: `filter-${key}` }, label), select);
}

/** Puts what is chosen into the bar, and says how much is left. */
export function filterState(page: Page): void {
  const { view, matches } = page.store;
  const words = WORDS[view.lang];
  for (const key of FILTERS) {
    const field = byId(`filter-${key}`) as HTMLInputElement | HTMLSelectElement;
    if (field !== document.activeElement || field instanceof HTMLSelectElement) {
      field.value = view[key];
    }
    field.classList.toggle('set', view[key] !== '');
  }
  const { edges, structure } = matches;
  byId('showing').textContent =
    edges.length + structure.length === 0
      ? words.noMatch
      : words.showing(edges.length, structure.length);
  byId('clear').toggleAttribute('hidden', !filtered(view));
}

export const filtered = (view: View): boolean => FILTERS.some((key) => view[key] !== '');
