import { idOf, type EdgeVerdict, type Verdict } from '../../../../verdict/result';
import { verdictOf } from '../../data/decode';
import { button, byId, code, h, raw, replace } from '../dom';
import { findEdge } from '../index';
import type { Page } from '../store';
import { told } from '../told';
import { WORDS } from '../words';
import { itemDetails } from './item';
import { rowList, verdictRow } from './row';
import { badge, expected, measured, subject } from './status';
import { way } from './way';

/** The panel about what is selected: an edge or a statement, a cell, or an item of the picture. */
export function createPanel(page: Page) {
  const panel = byId('panel');
  let opener: Element | null = null;

  function render(): void {
    const { view } = page.store;
    const content = contentOf(page);
    const wasOpen = !panel.hidden;
    panel.hidden = content === undefined;
    document.body.classList.toggle('with-panel', content !== undefined);
    if (content === undefined) {
      replace(panel);
      if (wasOpen && opener instanceof HTMLElement && opener.isConnected) opener.focus();
      return;
    }
    const words = WORDS[view.lang];
    if (!wasOpen) opener = document.activeElement;
    const heading = h('h2', { id: 'panel-title', tabindex: '-1' }, content.title);
    replace(
      panel,
      h(
        'div',
        { class: 'panel-head' },
        heading,
        button('✕', { class: 'close', 'aria-label': words.close, title: words.close }, close),
      ),
      h('div', { class: 'panel-body' }, ...content.body),
    );
    heading.focus({ preventScroll: wasOpen });
  }

  const close = (): void => page.set({ edge: '', pair: '', item: '' });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !panel.hidden) close();
  });
  return { render };
}

interface Content {
  readonly title: Node;
  readonly body: readonly Node[];
}

function contentOf(page: Page): Content | undefined {
  const { data, view } = page.store;
  if (view.edge !== '') {
    const edge = findEdge(data, view.edge);
    const verdict =
      edge === undefined
        ? data.structure.find((one) => idOf(one) === view.edge)
        : verdictOf(data, edge);
    return verdict === undefined
      ? undefined
      : { title: subject(verdict, view.lang), body: verdictDetails(page, verdict) };
  }
  if (view.pair !== '') return pairContent(page, view.pair);
  return view.item === '' ? undefined : itemDetails(page, view.item);
}

function pairContent(page: Page, pair: string): Content | undefined {
  const { data, matches, view } = page.store;
  const words = WORDS[view.lang];
  const [from = '', to = ''] = pair.split(' > ');
  const index = (id: string): number => data.endpoints.findIndex((one) => one.id === id);
  const cell = matches.cells.get(index(from))?.get(index(to));
  const edges = cell?.edges ?? [];
  if (edges.length === 0) return undefined;
  const title = h('span', {}, raw(from), ' → ', raw(to));
  const [only] = edges;
  if (edges.length === 1 && only !== undefined) {
    return { title, body: verdictDetails(page, verdictOf(data, only)) };
  }
  return {
    title,
    body: [
      h('p', { class: 'quiet' }, words.edgesBetween(edges.length)),
      rowList(page, edges.length, (at) => verdictOf(data, edges[at]!)),
    ],
  };
}

function verdictDetails(page: Page, verdict: Verdict): HTMLElement[] {
  const { data, view } = page.store;
  const words = WORDS[view.lang];
  const { lang } = view;
  const found = measured(verdict, lang) || '—';
  const cause = data.structure.find((one) => idOf(one) === verdict.cause);
  return [
    h('p', {}, badge(verdict.status, words)),
    h(
      'dl',
      { class: 'compare' },
      h('div', {}, h('dt', {}, words.expectedTitle), h('dd', {}, raw(expected(verdict, lang)))),
      h(
        'div',
        { class: verdict.status },
        h('dt', {}, words.measuredTitle),
        h('dd', {}, raw(found)),
      ),
    ),
    ...(cause === undefined
      ? []
      : [h('section', {}, h('h3', {}, words.because), verdictRow(page, cause))]),
    ...(verdict.hint === undefined
      ? []
      : [
          h(
            'section',
            { class: 'advice' },
            h('h3', {}, words.hint),
            h('p', {}, raw(told(page, verdict.hint, lang))),
          ),
        ]),
    ...(verdict.kind === 'edge' ? [...way(page, verdict), probe(page, verdict)] : []),
    ...(verdict.command === undefined ? [] : [repeat(verdict.command, page)]),
    h(
      'p',
      { class: 'noprint' },
      copyButton(page, words.link, () => location.href),
    ),
  ];
}

function probe(page: Page, { address, detail, ms }: EdgeVerdict): HTMLElement {
  const words = WORDS[page.store.view.lang];
  const said = detail === '' ? words.noOutput : told(page, detail, page.store.view.lang);
  return h(
    'section',
    {},
    h('h3', {}, words.rawProbe),
    h(
      'pre',
      { tabindex: '0', 'aria-label': words.rawProbe },
      ...(address === undefined
        ? []
        : [h('span', { class: 'quiet' }, `${words.asked} `), raw(address), '\n']),
      h('span', { class: 'quiet' }, `${words.answered} `),
      raw(said),
      ...(ms > 0 ? ['\n', h('span', { class: 'quiet' }, `${words.after} `), `${ms} ms`] : []),
    ),
  );
}

const repeat = (command: string, page: Page): HTMLElement =>
  h(
    'section',
    {},
    h('h3', {}, WORDS[page.store.view.lang].repeat),
    h(
      'pre',
      { tabindex: '0', class: 'command', 'aria-label': WORDS[page.store.view.lang].repeat },
      code(command),
    ),
    copyButton(page, WORDS[page.store.view.lang].copy, () => command),
  );

function copyButton(page: Page, label: string, text: () => string): HTMLElement {
  const words = WORDS[page.store.view.lang];
  const element = button(label, { class: 'small noprint' }, () => {
    void copy(text()).then((done) => {
      element.textContent = done ? words.copied : label;
      setTimeout(() => (element.textContent = label), 1500);
    });
  });
  return element;
}

/** A page that was opened from a file may not use the clipboard; then the old way works. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = h('textarea', { class: 'unseen' });
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }
}
