import { idOf, type Status, type Verdict } from '../../../../verdict/result';
import { ARTICLE } from '../../article/commands';
import { shapeOf, verdictOf, type EdgeRef } from '../../data/decode';
import { byId, code, h, replace, raw } from '../dom';
import { findEdge, shapeFacts } from '../index';
import type { Page } from '../store';
import { titleIn } from '../titles';
import { WORDS } from '../words';
import { rowList, verdictRow } from './row';
import { filtered } from './filters';
import { SIGNS } from './status';

/** Chapter by chapter: the article's commands beside what was measured, then everything. */
export function chapters(page: Page): void {
  const { data, matches, view } = page.store;
  const words = WORDS[view.lang];
  const facts = shapeFacts(data);
  const edges = new Map<string, EdgeRef[]>(data.chapters.map(({ id }) => [id, []]));
  for (const edge of matches.edges) edges.get(facts[shapeOf(data, edge)]!.chapter)?.push(edge);
  const known = new Map(data.structure.map((one) => [idOf(one), one]));
  const sections = data.chapters.flatMap(({ id, title }, index) => {
    const own = edges.get(id) ?? [];
    const structure = matches.structure.filter(({ chapter }) => chapter === id);
    const count = own.length + structure.length;
    if (count === 0 && filtered(view)) return [];
    const counts: Record<Status, number> = { pass: 0, fail: 0, error: 0, skipped: 0 };
    for (const edge of own) counts[facts[shapeOf(data, edge)]!.status] += 1;
    for (const { status } of structure) counts[status] += 1;
    const order = byWorst(
      own,
      facts.map(({ status }) => status),
      page,
    );
    const sorted = [...structure].sort((a, b) => RANK[a.status] - RANK[b.status]);
    return [
      h(
        'article',
        { class: 'chapter', id: `chapter-${id}` },
        h(
          'header',
          {},
          h(
            'h3',
            {},
            h('span', { class: 'number' }, `${index + 1}`),
            raw(titleIn(title, view.lang)),
          ),
          h('p', { class: 'counts' }, ...tallies(counts, page)),
        ),
        commands(page, id, known),
        count > 0 &&
          all(words.everything(count), () =>
            rowList(page, count, (at) =>
              at < sorted.length ? sorted[at]! : verdictOf(data, order[at - sorted.length]!),
            ),
          ),
      ),
    ];
  });
  replace(
    byId('chapters'),
    h('h2', {}, words.sections.chapters),
    ...(sections.length === 0 ? [h('p', { class: 'quiet' }, words.noMatch)] : sections),
  );
}

const RANK: Readonly<Record<Status, number>> = { fail: 0, error: 1, skipped: 2, pass: 3 };

function byWorst(edges: readonly EdgeRef[], statuses: readonly Status[], { store }: Page) {
  const rank = (edge: EdgeRef): number => RANK[statuses[shapeOf(store.data, edge)] ?? 'pass'];
  return [...edges].sort((a, b) => rank(a) - rank(b));
}

const tallies = (counts: Readonly<Record<Status, number>>, { store }: Page) =>
  (['fail', 'error', 'skipped', 'pass'] as const)
    .filter((status) => counts[status] > 0)
    .map((status) =>
      h(
        'span',
        { class: `count ${status}` },
        `${SIGNS[status]} ${counts[status]} ${WORDS[store.view.lang].statusPlural[status]}`,
      ),
    );

/** Rows are made when somebody wants to see them. */
function all(title: string, make: () => HTMLElement): HTMLElement {
  const details = h('details', { class: 'all' }, h('summary', {}, title));
  details.addEventListener('toggle', () => {
    if (details.open && details.children.length === 1) details.append(make());
  });
  return details;
}

/** The text with the lab's own nodes. */
function placed(text: string, { data }: Page['store']): string {
  const nodes = data.endpoints.filter(({ kind }) => kind === 'node');
  return text.replace(/\{node(\d)(\.address)?\}/g, (_, number: string, address?: string) => {
    const node = nodes[Number(number) - 1];
    return (address === undefined ? node?.id : node?.address) ?? '';
  });
}

function commands(page: Page, chapter: string, known: ReadonlyMap<string, Verdict>) {
  const { data, view } = page.store;
  const words = WORDS[view.lang];
  const here = (text: string): string => placed(text, page.store);
  const rows = ARTICLE.filter((one) => one.chapter === chapter).flatMap((command) => {
    const found = command.measures.flatMap((measure): Verdict | readonly Verdict[] => {
      const label = here(measure);
      const edge = findEdge(data, label);
      return edge === undefined ? (known.get(label) ?? []) : verdictOf(data, edge);
    });
    if (found.length === 0) return [];
    return [
      h(
        'tr',
        {},
        h('td', { 'data-head': words.command }, code(here(command.typed))),
        h(
          'td',
          { 'data-head': words.whatWasMeasured },
          h('ul', { class: 'rows' }, ...found.map((one) => h('li', {}, verdictRow(page, one)))),
        ),
        h('td', { 'data-head': words.meaning, class: 'means' }, command.means[view.lang]),
      ),
    ];
  });
  if (rows.length === 0) return undefined;
  const heads = [words.command, words.whatWasMeasured, words.meaning];
  return h(
    'table',
    { class: 'commands' },
    h('thead', {}, h('tr', {}, ...heads.map((one) => h('th', { scope: 'col' }, one)))),
    h('tbody', {}, ...rows),
  );
}
