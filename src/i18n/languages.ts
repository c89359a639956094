import { en } from './en';
import { zh } from './zh';

/** Languages in which the lab speaks to people. */
export const LANGUAGES = { en, zh };

export type Language = keyof typeof LANGUAGES;

export const isLanguage = (text: string): text is Language => Object.hasOwn(LANGUAGES, text);
