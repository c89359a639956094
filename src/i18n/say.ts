import { tell } from '../text/tell';
import { phrase, type Filling, type Phrase, type Told } from '../text/text';
import type { Language } from './languages';
import { PHRASES } from './phrases';
import { tongueOf } from './tongue';

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

/** A text in the language that is spoken. */
export const told = (text: Told): string =>
  typeof text === 'string' ? text : tell(text, tongueOf(spoken));

/** The phrase in the language that is spoken, its placeholders filled in. */
export const say = <P extends Phrase>(one: P, ...values: Filling<P>): string =>
  told(phrase(one, ...values));

/** A text that is perhaps a phrase, such as a title of the article's lab; any other stays as it is. */
export const sayIfKnown = (text: string): string =>
  Object.hasOwn(PHRASES.zh, text) ? say(text as 'next:') : text;
