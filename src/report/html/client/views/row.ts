import { idOf, type Verdict } from '../../../../verdict/result';
import { h, raw } from '../dom';
import type { Page } from '../store';
import { told } from '../told';
import { WORDS } from '../words';
import { expected as expectedIn, mark, measured, subject } from './status';

/** A verdict in one line that opens the panel. */
export function verdictRow(page: Page, verdict: Verdict): HTMLElement {
  const { lang } = page.store.view;
  const words = WORDS[lang];
  const { status, detail } = verdict;
  const text = measured(verdict, lang) || told(page, detail, lang);
  const found = status === 'error' ? words.status.error : words.measuredTitle;
  const expected =
    status === 'pass'
      ? []
      : [
          h('span', { class: 'quiet' }, `${words.expectedTitle} `),
          raw(expectedIn(verdict, lang)),
          h('span', { class: 'quiet' }, ` · ${found} `),
        ];
  const row = h(
    'button',
    { type: 'button', class: `row ${verdict.status}`, 'data-edge': idOf(verdict) },
    mark(verdict.status, words),
    subject(verdict, lang),
    h('span', { class: 'found' }, ...expected, raw(text)),
  );
  row.addEventListener('click', () => page.set({ edge: idOf(verdict), pair: '', item: '' }));
  return row;
}

const STEP = 60;

/** Rows in a list, so many at a time. */
export function rowList(
  page: Page,
  count: number,
  verdictAt: (index: number) => Verdict,
): HTMLElement {
  const words = WORDS[page.store.view.lang];
  const list = h('ul', { class: 'rows' });
  const box = h('div', {}, list);
  let shown = 0;
  const more = h('button', { type: 'button', class: 'more' });
  more.addEventListener('click', () => grow());
  const grow = (): void => {
    const end = Math.min(count, shown + STEP);
    const added: HTMLElement[] = [];
    for (; shown < end; shown += 1) added.push(h('li', {}, verdictRow(page, verdictAt(shown))));
    list.append(...added);
    more.remove();
    if (shown < count) {
      more.textContent = words.more(Math.min(STEP, count - shown));
      box.append(more);
    }
  };
  grow();
  return box;
}
