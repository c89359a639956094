import { byId, h, replace, svgElement } from '../dom';
import type { Page } from '../store';
import { WORDS } from '../words';

/** The lab as a picture whose boxes can be chosen. */
export function picture(page: Page): void {
  const { data, view } = page.store;
  const words = WORDS[view.lang];
  const { width, height, elements, endpoints } = data.pictures[view.lang];
  const svg = svgElement({
    tag: 'svg',
    attributes: {
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'group',
      'aria-label': words.pictureLabel,
    },
    children: elements,
  });
  for (const item of svg.querySelectorAll<SVGGElement>('.item')) {
    const id = item.dataset['id'] ?? '';
    item.setAttribute('tabindex', '0');
    item.setAttribute('role', 'button');
    // Its <title> is its name.
    const choose = (): void => page.set({ item: id, edge: '', pair: '' });
    item.addEventListener('click', choose);
    item.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      choose();
    });
    if ((endpoints[id] ?? []).length === 0) item.classList.add('plain');
  }
  replace(
    byId('picture'),
    h('h2', {}, words.sections.picture),
    h('p', { class: 'quiet noprint' }, words.pictureHelp),
    h(
      'div',
      { class: 'canvas', tabindex: '0', role: 'region', 'aria-label': words.pictureLabel },
      svg as never,
    ),
  );
  selected(page);
  states(page);
  toNodes();
}

/** Where the picture is wider than its window, begins with the nodes. */
function toNodes(): void {
  const canvas = byId('picture').querySelector('.canvas');
  const frame = canvas?.querySelector('.frame')?.getBoundingClientRect();
  if (canvas === null || frame === undefined) return;
  canvas.scrollLeft += frame.left - canvas.getBoundingClientRect().left - 12;
}

/** The state in words, in the box's upper right corner. */
function stateText(item: SVGGElement, state: string): SVGElement {
  const box = item.querySelector('rect');
  const right = Number(box?.getAttribute('x')) + Number(box?.getAttribute('width'));
  return svgElement({
    tag: 'text',
    attributes: {
      class: 'now',
      x: right - 10,
      y: Number(box?.getAttribute('y')) + 18,
      'text-anchor': 'end',
      'font-size': 11.5,
    },
    children: [state],
  });
}

/** Marks what the panel shows. */
export function selected(page: Page): void {
  const { view, data } = page.store;
  const [from = '', to = ''] = view.pair === '' ? view.edge.split(' -> ') : view.pair.split(' > ');
  const endpoints = data.pictures[view.lang].endpoints;
  for (const item of byId('picture').querySelectorAll<SVGGElement>('.item')) {
    const id = item.dataset['id'] ?? '';
    const own = endpoints[id] ?? [];
    item.classList.toggle(
      'chosen',
      id === view.item || own.includes(from) || own.includes(target(to)),
    );
  }
}

/** The endpoint in the label of a target. */
const target = (label: string): string => /^(?:netns:)?[^@[:]*/.exec(label)?.[0] ?? label;

/** What containers and nodes are like now, in the live view. */
export function states(page: Page): void {
  const { states: now, data, view } = page.store;
  const endpoints = data.pictures[view.lang].endpoints;
  for (const item of byId('picture').querySelectorAll<SVGGElement>('.item')) {
    const [own] = endpoints[item.dataset['id'] ?? ''] ?? [];
    const state = now[own ?? ''];
    const down = state !== undefined && state !== 'running' && state !== 'up';
    item.classList.toggle('down', down);
    item.querySelector('.now')?.remove();
    if (down) item.append(stateText(item, state));
  }
}
