import type { Language } from '../graph/words';
import { translator } from './pattern';
import { REASONS } from './reasons';
import { HAPPENED, HINTS, STATEMENTS } from './statements';
import { VALUES, WORDS } from './words';

const word = translator(WORDS, translator(WORDS, translator(WORDS)));
const value = translator([...WORDS, ...VALUES], word);
const reason = translator(REASONS, word);
const statement = translator(STATEMENTS, word);
const hint = translator(HINTS, translator(HAPPENED));

type Kind = 'outcome' | 'value' | 'reason' | 'statement' | 'hint';

const translators = { outcome: word, value, reason, statement, hint } as const;

/**
 * A text of a verdict in a language. The check writes English; what is no sentence of its own (a list of names, raw
 * output) is the same in all.
 */
export const translate = (kind: Kind, text: string, language: Language): string =>
  language === 'en' ? text : (translators[kind](text) ?? text);

/** True where the text has a translation. */
export const isKnown = (kind: Kind, text: string): boolean => translators[kind](text) !== undefined;
