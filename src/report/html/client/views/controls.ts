import { button, byId, h, on, replace } from '../dom';
import type { Theme } from '../state';
import type { Page } from '../store';
import { WORDS } from '../words';

const SECTIONS = ['differences', 'picture', 'matrix', 'chapters'] as const;
const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];

/** Sections to go to, language, colours, printing. */
export function controls(page: Page): void {
  const { view } = page.store;
  const words = WORDS[view.lang];
  const theme = h(
    'select',
    { id: 'theme' },
    ...THEMES.map((one) =>
      h('option', { value: one, selected: one === view.theme }, words.themes[one]),
    ),
  );
  on(theme, 'change', () => page.set({ theme: theme.value as Theme }));
  const other = view.lang === 'en' ? 'zh' : 'en';
  replace(
    byId('controls'),
    h(
      'nav',
      { 'aria-label': words.nav },
      ...SECTIONS.map((section) =>
        button(words.sections[section], { class: 'plain', id: `go-${section}` }, () => {
          page.set({ view: section });
          goTo(section);
        }),
      ),
    ),
    h(
      'div',
      { class: 'settings' },
      h('span', { id: 'live' }),
      button(
        view.lang === 'en' ? '中文' : 'English',
        { id: 'language', lang: other === 'zh' ? 'zh-Hans' : 'en' },
        () => page.set({ lang: other }),
      ),
      h('label', { class: 'unseen', for: 'theme' }, words.theme),
      theme,
      button(words.print, { id: 'print' }, () => window.print()),
    ),
  );
  byId('skip').textContent = words.skip;
  document.documentElement.lang = view.lang === 'zh' ? 'zh-Hans' : 'en';
}

/** Shows a section, and lets the keyboard go on from there. */
export function goTo(section: string): void {
  const target = document.getElementById(section);
  if (target === null || target.hidden) return;
  target.scrollIntoView({ block: 'start' });
  target.focus({ preventScroll: true });
}

export function theme({ store }: Page): void {
  const { theme: chosen } = store.view;
  if (chosen === 'auto') document.documentElement.removeAttribute('data-theme');
  else document.documentElement.dataset['theme'] = chosen;
}
