import type { Statement } from '../edges/statement';
import type { StatedValue, Fact } from '../edges/statement-value';
import type { Reason } from '../predict/reason';
import type { Unsaid } from '../topology/unsaid';
import type { en } from './en';
import { LANGUAGES, type Language } from './languages';

/** What an edge is expected and found to be, in a language. */
export const verdictWords = (language: Language): (typeof en)['verdicts'] =>
  LANGUAGES[language].verdicts;

/** What the stations of a packet's way are, in a language. */
export const wayWords = (language: Language): (typeof en)['way'] => LANGUAGES[language].way;

/** A reason as a sentence, without its full stop. */
export const reasonIn = (language: Language, reason: Reason): string => {
  // That rule and function belong together is what the type of a catalogue says, one rule at a time.
  const words = LANGUAGES[language].reasons[reason.rule] as (reason: Reason) => string;
  return words(reason);
};

/** A statement as a sentence, without its full stop. */
export const statementIn = (language: Language, statement: Statement): string => {
  const words = LANGUAGES[language].statements[statement.kind] as (statement: Statement) => string;
  return words(statement);
};

/** What a statement wants, or what was found of it. */
export function statedValueIn(language: Language, value: StatedValue): string {
  const words = LANGUAGES[language].facts;
  if (value.length === 0) return words.none;
  return value
    .map((term) => {
      if (typeof term === 'string') return term;
      const word = words[term.fact] as string | ((fact: Fact) => string);
      return typeof word === 'string' ? word : word(term);
    })
    .join(', ');
}

/** What a source does not say, as a part of a sentence. */
export const unsaidIn = (language: Language, one: Unsaid): string => {
  const words = LANGUAGES[language].unsaid[one.kind] as (one: Unsaid) => string;
  return words(one);
};
