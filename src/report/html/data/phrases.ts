import { isText, type Phrase, type Told, type Value } from '../../../text/text';
import { LANGUAGES, type Language } from '../../../i18n/languages';
import { tongueOf } from '../../../i18n/tongue';

/** The phrases of some texts, in each language. */
export type Phrases = Readonly<Record<Language, Readonly<Record<string, string>>>>;

/** What the page must know to tell texts: it has no dictionary of its own. */
export function phrasesOf(texts: readonly (Told | undefined)[]): Phrases {
  const found = new Set<Phrase>();
  const collect = (value: Value | undefined): void => {
    if (value === undefined || typeof value === 'string' || typeof value === 'number') return;
    if (!isText(value)) return value.forEach(collect);
    if ('texts' in value) return value.texts.forEach(collect);
    if ('verbatim' in value) return;
    found.add(value.phrase);
    Object.values(value.values ?? {}).forEach(collect);
  };
  texts.forEach(collect);
  const inEach = (Object.keys(LANGUAGES) as Language[]).map((language) => {
    const { phrase } = tongueOf(language);
    return [language, Object.fromEntries([...found].map((one) => [one, phrase(one)]))] as const;
  });
  return Object.fromEntries(inEach) as Phrases;
}
