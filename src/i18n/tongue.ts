import type { Tongue } from '../text/tell';
import type { Phrase } from '../text/text';
import { LANGUAGES, type Language } from './languages';
import { PHRASES } from './phrases';

/** What a language makes of phrases and lists. */
export const tongueOf = (language: Language): Tongue => ({
  phrase: (one) => (language === 'en' ? one : inLanguage(language, one)),
  list: (items) => items.join(LANGUAGES[language].list),
});

/** What another version has written down may have phrases that this one does not know. */
const inLanguage = (language: Exclude<Language, 'en'>, one: Phrase): string =>
  Object.hasOwn(PHRASES[language], one) ? PHRASES[language][one] : one;
