import type { ReportData } from '../data/types';
import { matchesOf, shapeFacts, type Matches } from './index';
import { formatView, parseView, SELECTIONS, START, type View } from './state';

export interface Store {
  data: ReportData;
  view: View;
  matches: Matches;
  /** What a container or node is like now; only in the live view. */
  states: Readonly<Record<string, string>>;
}

type Part = 'data' | 'view' | 'states';
type Listener = (changed: ReadonlySet<Part | keyof View>) => void;

/** The page's one state, and who is told when it changes. */
export function createStore(data: ReportData) {
  const base = { ...START, ...preferences() };
  const view = parseView(location.hash, base);
  let facts = shapeFacts(data);
  const store: Store = { data, view, matches: matchesOf(data, facts, view), states: {} };
  const listeners: Listener[] = [];
  const tell = (changed: ReadonlySet<Part | keyof View>): void => {
    for (const listener of listeners) listener(changed);
  };

  function change(next: View): void {
    const changed = (Object.keys(START) as (keyof View)[]).filter(
      (key) => next[key] !== store.view[key],
    );
    if (changed.length === 0) return;
    store.view = next;
    if (changed.some((key) => !UNFILTERED.includes(key))) {
      store.matches = matchesOf(store.data, facts, next);
    }
    tell(new Set(changed));
  }

  window.addEventListener('hashchange', () => change(parseView(location.hash, base)));
  return {
    store,
    onChange: (listener: Listener): void => void listeners.push(listener),
    /** Changes the view and the address with it; what is selected can be gone back from. */
    set(partial: Partial<View>): void {
      const next = { ...store.view, ...partial };
      const fragment = formatView(next, base);
      const selects = SELECTIONS.some((key) => next[key] !== store.view[key] && next[key] !== '');
      const url = fragment === '' ? location.pathname + location.search : `#${fragment}`;
      if (selects) history.pushState(null, '', url);
      else history.replaceState(null, '', url);
      change(next);
    },
    setData(next: ReportData): void {
      store.data = next;
      facts = shapeFacts(next);
      store.matches = matchesOf(next, facts, store.view);
      tell(new Set(['data']));
    },
    setStates(states: Store['states']): void {
      store.states = states;
      tell(new Set(['states']));
    },
  };
}

export type Page = ReturnType<typeof createStore>;

/** Parts of the view that let no edge in or out. */
const UNFILTERED: readonly (keyof View)[] = [
  ...SELECTIONS,
  ...(['lang', 'theme', 'view', 'mode'] as const),
];

/** What the reader's browser prefers. */
const preferences = (): Partial<View> => ({
  lang: navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en',
});
