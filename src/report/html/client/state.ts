import type { Language } from '../../graph/words';

export type Theme = 'auto' | 'light' | 'dark';
export type Mode = 'measured' | 'predicted' | 'difference';

/** Everything that a link to the page can say. */
export interface View {
  readonly lang: Language;
  readonly theme: Theme;
  /** Section that is shown first. */
  readonly view: string;
  readonly mode: Mode;
  readonly from: string;
  readonly to: string;
  readonly chapter: string;
  readonly status: string;
  readonly outcome: string;
  readonly text: string;
  /** What the panel shows: an edge's or a statement's label, `from > to`, or the id of an item of the picture. */
  readonly edge: string;
  readonly pair: string;
  readonly item: string;
}

export const FILTERS = ['from', 'to', 'chapter', 'status', 'outcome', 'text'] as const;
export const SELECTIONS = ['edge', 'pair', 'item'] as const;

export const START: View = {
  lang: 'en',
  theme: 'auto',
  view: '',
  mode: 'measured',
  from: '',
  to: '',
  chapter: '',
  status: '',
  outcome: '',
  text: '',
  edge: '',
  pair: '',
  item: '',
};

const ALLOWED: Readonly<Partial<Record<keyof View, readonly string[]>>> = {
  lang: ['en', 'zh'],
  theme: ['auto', 'light', 'dark'],
  mode: ['measured', 'predicted', 'difference'],
};

/** Reads a link's fragment. What it does not know is left as it is in `base`. */
export function parseView(fragment: string, base: View): View {
  const said = new URLSearchParams(fragment.replace(/^#/, ''));
  const known = Object.keys(START) as (keyof View)[];
  const entries = known.flatMap((key) => {
    const value = said.get(key);
    return value === null || ALLOWED[key]?.includes(value) === false ? [] : [[key, value] as const];
  });
  return { ...base, ...Object.fromEntries(entries) };
}

/** The fragment that says what differs from the start. */
export function formatView(view: View, base: View = START): string {
  const said = new URLSearchParams();
  for (const [key, value] of Object.entries(view)) {
    if (value !== base[key as keyof View]) said.set(key, String(value));
  }
  return said.toString();
}
