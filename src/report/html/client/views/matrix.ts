import { button, byId, h, replace } from '../dom';
import type { Matches } from '../index';
import type { Mode } from '../state';
import type { Page } from '../store';
import { WORDS } from '../words';
import { createGrid, type Grid } from './grid';
import type { Mark } from '../../../matrix/marks';
import { classOfMark, markElement } from './signs';

const MARKS: readonly Mark[] = ['+', '~', '-', '!', '?', '.'];
const MODES: readonly Mode[] = ['measured', 'predicted', 'difference'];
/** More rows than these are for the screen only. */
const PRINTED = 60;

/** Keeps the section of the matrix: its frame is made anew with the words, its cells with what matches. */
export function createMatrix(page: Page) {
  let grid: Grid | undefined;
  let modes: HTMLButtonElement[] = [];

  function render(): void {
    const { view, data } = page.store;
    const words = WORDS[view.lang];
    grid = createGrid(page);
    modes = MODES.map((mode) =>
      button(words.modes[mode], { 'aria-pressed': 'false' }, () => page.set({ mode })),
    );
    const large = data.endpoints.length > PRINTED;
    replace(
      byId('matrix'),
      h('h2', {}, words.sections.matrix),
      h(
        'div',
        { class: 'tools noprint' },
        h(
          'div',
          { class: 'segments', role: 'group', 'aria-label': words.sections.matrix },
          ...modes,
        ),
        h('p', { class: 'quiet' }, words.matrixHelp),
      ),
      h('div', { class: large ? 'matrix noprint' : 'matrix' }, grid.element),
      large && h('p', { class: 'quiet printonly' }, words.matrixPrint(data.endpoints.length)),
      h(
        'ul',
        { class: 'legend' },
        ...MARKS.map((mark) =>
          h(
            'li',
            {},
            h(
              'span',
              { class: `sample ${classOfMark(mark)}`, 'aria-hidden': 'true' },
              markElement(mark),
            ),
            words.signs[mark],
          ),
        ),
      ),
      h('p', { class: 'quiet note' }, words.matrixNote),
    );
    update();
  }

  function update(): void {
    const { view, matches } = page.store;
    modes.forEach((one, index) =>
      one.setAttribute('aria-pressed', String(MODES[index] === view.mode)),
    );
    grid?.show(view.mode === 'difference' ? onlyDifferences(matches) : matches);
  }

  return { render, update };
}

function onlyDifferences(matches: Matches): Matches {
  const cells = new Map(
    [...matches.cells].flatMap(([from, row]) => {
      const wrong = new Map(
        [...row].filter(([, { measured }]) => measured.includes('!') || measured.includes('?')),
      );
      return wrong.size === 0 ? [] : [[from, wrong] as const];
    }),
  );
  const columns = new Set([...cells.values()].flatMap((row) => [...row.keys()]));
  return {
    ...matches,
    cells,
    rows: [...cells.keys()],
    columns: [...columns].sort((a, b) => a - b),
  };
}
