import type { Phrase } from '../text/text';
import type { Language } from './languages';
import { phrases as zh } from './zh/phrases';

declare module '../text/text' {
  // What a language translates is a phrase.
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface Phrases extends Readonly<Record<keyof typeof zh, string>> {}
}

/** The phrases of each language but English, in which they are written. */
export const PHRASES: Readonly<Record<Exclude<Language, 'en'>, Readonly<Record<Phrase, string>>>> =
  { zh };
