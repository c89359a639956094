import { isText, type Phrase, type Text, type Told, type Value } from './text';

/** What a language does with phrases and lists. */
export interface Tongue {
  readonly phrase: (phrase: Phrase) => string;
  readonly list: (items: readonly string[]) => string;
}

/** A text in a language. */
export function tell(text: Text, tongue: Tongue): string {
  if ('verbatim' in text) return text.verbatim;
  if ('texts' in text) return text.texts.map((one) => tell(one, tongue)).join('\n');
  const { phrase, values = {} } = text;
  return tongue
    .phrase(phrase)
    .replaceAll(/\{(\w+)\}/g, (slot, name: string) =>
      Object.hasOwn(values, name) ? told(values[name]!, tongue) : slot,
    );
}

function told(value: Value, tongue: Tongue): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return isText(value) ? tell(value, tongue) : tongue.list(value.map((one) => told(one, tongue)));
}

const ENGLISH: Tongue = { phrase: (phrase) => phrase, list: (items) => items.join(', ') };

/** A text in English, for logs, errors and what programs read. */
export const english = (text: Told): string =>
  typeof text === 'string' ? text : tell(text, ENGLISH);

/** For `JSON.stringify`: texts as English sentences, for what programs and other languages read. */
export const inEnglish = (_key: string, value: unknown): unknown =>
  isText(value) ? english(value) : value;
