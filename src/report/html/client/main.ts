import type { ReportData } from '../data/types';
import { byId } from './dom';
import { live } from './live';
import { createStore } from './store';
import { chapters } from './views/chapters';
import { controls, goTo, theme } from './views/controls';
import { differences } from './views/differences';
import { filters, filterState } from './views/filters';
import { createMatrix } from './views/matrix';
import { createPanel } from './views/panel';
import { picture, selected, states } from './views/picture';
import { summary } from './views/summary';

const data = JSON.parse(byId('data').textContent ?? '') as ReportData;
const page = createStore(data);
const matrix = createMatrix(page);
const panel = createPanel(page);

function everything(): void {
  theme(page);
  controls(page);
  summary(page);
  filters(page);
  differences(page);
  picture(page);
  matrix.render();
  chapters(page);
  panel.render();
}

page.onChange((changed) => {
  const any = (...parts: string[]): boolean => parts.some((part) => changed.has(part as never));
  if (any('data', 'lang')) return everything();
  if (any('theme')) theme(page);
  if (any('states')) states(page);
  if (any('mode')) matrix.update();
  if (any('from', 'to', 'chapter', 'status', 'outcome', 'text')) {
    summary(page);
    filterState(page);
    differences(page);
    matrix.update();
    chapters(page);
  }
  if (any('edge', 'pair', 'item', 'from', 'to', 'chapter', 'status', 'outcome', 'text')) {
    panel.render();
    selected(page);
  }
  if (any('view')) goTo(page.store.view.view);
});

// On paper nothing can be opened.
const opened: HTMLDetailsElement[] = [];
window.addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll<HTMLDetailsElement>(
    '#differences details:not([open])',
  )) {
    details.open = true;
    opened.push(details);
  }
});
window.addEventListener('afterprint', () => {
  for (const details of opened.splice(0)) details.open = false;
});

everything();
document.documentElement.classList.add('ready');
if (page.store.view.view !== '') goTo(page.store.view.view);
live(page);
