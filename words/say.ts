import type { Language } from './language';
import { zh } from './zh';

/** A text of the tool, in English; its placeholders are names in braces. */
export type Phrase = keyof typeof zh;

/** The placeholders of a phrase. */
type Placeholders<P extends string> = P extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

export type Values<P extends Phrase> = Readonly<Record<Placeholders<P>, string | number>>;

let spoken: Language = 'en';

/** Chooses the language of every later phrase; English where nobody chose. */
export function speak(language: Language): void {
  spoken = language;
}

/** The language that is spoken now. */
export const language = (): Language => spoken;

/**
 * What `work` says in a language, whatever is spoken otherwise.
 *
 * @internal
 */
export function inLanguage<T>(chosen: Language, work: () => T): T {
  const before = spoken;
  spoken = chosen;
  try {
    return work();
  } finally {
    spoken = before;
  }
}

/** The phrase in the language that is spoken, its placeholders filled in. */
export function say<P extends Phrase>(
  phrase: P,
  ...[values]: [Placeholders<P>] extends [never] ? [] : [Values<P>]
): string {
  const text = spoken === 'zh' ? zh[phrase] : phrase;
  return values === undefined ? text : fill(text, values);
}

const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** A text that is perhaps a phrase, such as a title of the article's lab; any other stays as it is. */
export const sayIfKnown = (text: string): string =>
  spoken === 'zh' && Object.hasOwn(zh, text) ? zh[text as Phrase] : text;
