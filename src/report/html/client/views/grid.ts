import { h, replace } from '../dom';
import type { Cell, Matches } from '../index';
import type { Page } from '../store';
import { WORDS } from '../words';
import { moved } from './keys';
import { classOf, inWords, markElement } from './signs';

export interface Grid {
  readonly element: HTMLElement;
  readonly show: (matches: Matches) => void;
}

/** A row that is there, with those of its cells that are. */
interface Row {
  readonly element: HTMLElement;
  readonly cells: Map<number, HTMLElement>;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Side of a cell in rem, as in the style sheet. */
const CELL = 2.2;
/** Rows and columns beyond the edge of the window that are there already. */
const BEYOND = 12;

/**
 * A grid of any size: only the cells near the window exist. One cell is in the tab order, the arrow keys move.
 */
export function createGrid(page: Page): Grid {
  const words = WORDS[page.store.view.lang];
  const element = h('div', {
    class: 'grid',
    role: 'grid',
    tabindex: '0',
    'aria-label': words.matrixLabel,
  });
  const canvas = h('div', { class: 'cells', role: 'rowgroup' });
  const head = h('div', { class: 'head', role: 'row', 'aria-rowindex': '1' });
  element.append(canvas);
  let matches: Matches | undefined;
  let rows = new Map<number, Row>();
  let columns: Span = { start: 0, end: 0 };
  let active = { row: 0, column: 0 };
  let pending = 0;
  /** Pixels. */
  let size = 0;

  const name = (index: number): string => page.store.data.endpoints[index]?.id ?? '';

  function show(next: Matches): void {
    matches = next;
    rows = new Map();
    columns = { start: 0, end: 0 };
    active = {
      row: Math.min(active.row, Math.max(0, next.rows.length - 1)),
      column: Math.min(active.column, Math.max(0, next.columns.length - 1)),
    };
    size = CELL * parseFloat(getComputedStyle(document.documentElement).fontSize);
    element.setAttribute('aria-rowcount', String(next.rows.length + 1));
    element.setAttribute('aria-colcount', String(next.columns.length + 1));
    const longest = Math.min(26, Math.max(6, ...next.rows.map((row) => name(row).length)));
    const widest = Math.min(26, Math.max(4, ...next.columns.map((column) => name(column).length)));
    element.style.setProperty('--names', `${longest * 0.56 + 1.6}rem`);
    element.style.setProperty('--titles', `${widest * 0.5 + 1.2}rem`);
    element.style.setProperty('--columns', String(next.columns.length));
    element.style.setProperty('--rows', String(next.rows.length));
    element.hidden = next.rows.length === 0;
    replace(canvas, head);
    draw();
  }

  /** The part of a side that is in the window or near it. */
  function near(scrolled: number, window: number, count: number): Span {
    const first = Math.floor(scrolled / size);
    return {
      start: Math.max(0, first - BEYOND),
      end: Math.min(count, first + Math.ceil(window / size) + BEYOND),
    };
  }

  function draw(): void {
    pending = 0;
    if (matches === undefined) return;
    const down = near(element.scrollTop, element.clientHeight || 4000, matches.rows.length);
    const first = element.scrollLeft / size;
    const last = (element.scrollLeft + element.clientWidth) / size;
    // Columns come and go in strides, so that most scrolling sideways makes nothing.
    const enough =
      columns.start <= Math.max(0, first) && columns.end >= Math.min(matches.columns.length, last);
    if (!enough || columns.end === 0) {
      columns = near(element.scrollLeft, element.clientWidth || 4000, matches.columns.length);
      titles();
      for (const [index, row] of rows) fill(index, row);
    }
    for (const [index, row] of rows) {
      if (index >= down.start && index < down.end) continue;
      row.element.remove();
      rows.delete(index);
    }
    const made: HTMLElement[] = [];
    for (let index = down.start; index < down.end; index += 1) {
      if (rows.has(index)) continue;
      const row = { element: line(index), cells: new Map<number, HTMLElement>() };
      fill(index, row);
      rows.set(index, row);
      made.push(row.element);
    }
    canvas.append(...made);
  }

  /** Gives a row the cells of the columns that are there now. */
  function fill(index: number, { element: row, cells }: Row): void {
    for (const [column, cell] of cells) {
      if (column >= columns.start && column < columns.end) continue;
      cell.remove();
      cells.delete(column);
    }
    const from = matches!.rows[index]!;
    const own = matches!.cells.get(from);
    const made: HTMLElement[] = [];
    for (let column = columns.start; column < columns.end; column += 1) {
      if (cells.has(column)) continue;
      const to = matches!.columns[column]!;
      const cell = cellElement(index, column, from, to, own?.get(to));
      cells.set(column, cell);
      made.push(cell);
    }
    row.append(...made);
  }

  function titles(): void {
    replace(
      head,
      h(
        'div',
        { class: 'corner', role: 'columnheader', 'aria-colindex': '1' },
        `${words.from} \\ ${words.to}`,
      ),
    );
    for (let index = columns.start; index < columns.end; index += 1) {
      const id = name(matches!.columns[index]!);
      const title = h(
        'div',
        { class: 'title', role: 'columnheader', 'aria-colindex': String(index + 2), title: id },
        h('bdi', {}, id),
      );
      title.style.left = `calc(var(--names) + ${index} * var(--cell))`;
      head.append(title);
    }
  }

  function line(index: number): HTMLElement {
    const from = matches!.rows[index]!;
    const row = h(
      'div',
      { class: 'line', role: 'row', 'aria-rowindex': String(index + 2) },
      h(
        'div',
        { class: 'name', role: 'rowheader', 'aria-colindex': '1', title: name(from) },
        h('bdi', {}, name(from)),
      ),
    );
    row.style.top = `calc(var(--titles) + ${index} * var(--cell))`;
    return row;
  }

  function cellElement(
    row: number,
    column: number,
    from: number,
    to: number,
    cell: Cell | undefined,
  ) {
    const label = words.cell(name(from), name(to));
    const { mode } = page.store.view;
    const marks = mode === 'predicted' ? cell?.predicted : cell?.measured;
    const said =
      cell === undefined
        ? words.noEdge
        : `${words.predicted}: ${inWords(cell.predicted, words)}; ${words.measured}: ${inWords(cell.measured, words)}`;
    const element = h(
      'div',
      {
        class: `cell ${classOf(marks)}`,
        role: 'gridcell',
        id: `cell-${row}-${column}`,
        'aria-colindex': String(column + 2),
        'aria-label': `${label}: ${said}`,
      },
      ...(marks ?? []).map((mark) => markElement(mark)),
    );
    element.dataset['at'] = `${row},${column}`;
    element.style.left = `calc(var(--names) + ${column} * var(--cell))`;
    if (row === active.row && column === active.column) element.classList.add('active');
    return element;
  }

  function activate(row: number, column: number): void {
    element.querySelector('.active')?.classList.remove('active');
    active = { row, column };
    // So that the cell exists before it is named.
    const top = row * size;
    const left = column * size;
    const room = { width: element.clientWidth - head.offsetHeight, height: element.clientHeight };
    const margin = size * 2;
    const titlesHeight = head.offsetHeight;
    const namesWidth = head.firstElementChild?.clientWidth ?? 0;
    if (top < element.scrollTop) element.scrollTop = top;
    if (top > element.scrollTop + room.height - titlesHeight - margin) {
      element.scrollTop = top - room.height + titlesHeight + margin;
    }
    if (left < element.scrollLeft) element.scrollLeft = left;
    if (left > element.scrollLeft + element.clientWidth - namesWidth - margin) {
      element.scrollLeft = left - element.clientWidth + namesWidth + margin;
    }
    draw();
    const cell = document.getElementById(`cell-${row}-${column}`);
    cell?.classList.add('active');
    if (cell !== null) element.setAttribute('aria-activedescendant', cell.id);
  }

  function open(row: number, column: number): void {
    const from = matches?.rows[row];
    const to = matches?.columns[column];
    if (from === undefined || to === undefined) return;
    if (matches?.cells.get(from)?.get(to) === undefined) return;
    page.set({ pair: `${name(from)} > ${name(to)}`, edge: '', item: '' });
  }

  element.addEventListener('scroll', () => {
    if (pending === 0) pending = requestAnimationFrame(draw);
  });
  element.addEventListener('click', ({ target }) => {
    const at =
      target instanceof HTMLElement
        ? target.closest<HTMLElement>('.cell')?.dataset['at']
        : undefined;
    const [row, column] = (at ?? '').split(',').map(Number);
    if (at === undefined || row === undefined || column === undefined) return;
    activate(row, column);
    open(row, column);
  });
  element.addEventListener('keydown', (event) => {
    if (matches === undefined) return;
    const last = { row: matches.rows.length - 1, column: matches.columns.length - 1 };
    const step = moved(event, active, last);
    if (step !== undefined) {
      event.preventDefault();
      activate(step.row, step.column);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      open(active.row, active.column);
    }
  });
  element.addEventListener('focus', () => {
    if (matches !== undefined && matches.rows.length > 0) activate(active.row, active.column);
  });
  return { element, show };
}
