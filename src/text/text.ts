/**
 * The phrases that languages translate. Each is there by `src/i18n/phrases.ts`, which adds it to this interface, so that
 * rooms below `i18n` say nothing that has no translation and need not import one.
 *
 * @public
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Phrases {}

/** An English sentence or a part of one; its placeholders are names in braces. */
export type Phrase = keyof Phrases;

type Placeholders<P extends string> = P extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** What fills a placeholder in. A string is a name, the same in every language; a list is joined as the language does. */
export type Value = string | number | Text | readonly Value[];

type Values<P extends string> = Readonly<Record<Placeholders<P>, Value>>;

/** The values of a phrase; none where it has no placeholders. */
export type Filling<P extends string> = [Placeholders<P>] extends [never] ? [] : [Values<P>];

/** A sentence for people as data: it is told, in a language, where it is printed. */
export type Text = Phrased | Verbatim | Lines;

interface Phrased {
  readonly phrase: Phrase;
  readonly values?: Readonly<Record<string, Value>>;
}

/** A command, a path, output of another program: the same in every language. */
interface Verbatim {
  readonly verbatim: string;
}

interface Lines {
  readonly texts: readonly Text[];
}

export const phrase = <P extends Phrase>(one: P, ...[values]: Filling<P>): Text =>
  values === undefined ? { phrase: one } : { phrase: one, values };

export const verbatim = (text: string): Text => ({ verbatim: text });

/** What is told as a text, where only a text will do. */
export const asText = (told: Told): Text => (typeof told === 'string' ? verbatim(told) : told);

/** The first line of what another program wrote; a text of ours as it is. */
export const firstLine = (text: Text): Text =>
  'verbatim' in text ? verbatim(text.verbatim.split('\n')[0] ?? '') : text;

/** Texts below each other. */
export const lines = (...all: readonly Text[]): Text => ({ texts: all });

/** The same text with other names. */
export function withNames(text: Text, rename: (name: string) => string): Text {
  if ('verbatim' in text) return verbatim(rename(text.verbatim));
  if ('texts' in text) return lines(...text.texts.map((one) => withNames(one, rename)));
  const { phrase: one, values = {} } = text;
  const renamed = (value: Value): Value => {
    if (typeof value === 'number') return value;
    if (typeof value === 'string') return rename(value);
    return isText(value) ? withNames(value, rename) : value.map(renamed);
  };
  return {
    phrase: one,
    values: Object.fromEntries(Object.entries(values).map(([slot, own]) => [slot, renamed(own)])),
  };
}

/** True for a text among other values. */
export function isText(value: unknown): value is Text {
  if (typeof value !== 'object' || value === null) return false;
  const [key, ...others] = Object.keys(value);
  return others.length === 0
    ? key === 'phrase' || key === 'verbatim' || key === 'texts'
    : 'phrase' in value && 'values' in value && others.length === 1;
}

/** A sentence of ours, or a name, a path, what another program wrote: a string is the same in every language. */
export type Told = Text | string;
