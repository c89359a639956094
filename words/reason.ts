import type { Reason } from '../model/predict/reason';
import { reasons as en } from './en/reasons';
import type { Language } from './language';
import { reasons as zh } from './zh/reasons';

const catalogues = { en, zh } satisfies Readonly<Record<Language, typeof en>>;

/** A reason as a sentence, without its full stop. */
export const reasonIn = (language: Language, reason: Reason): string => {
  // That rule and function belong together is what the type of a catalogue says, one rule at a time.
  const words = catalogues[language][reason.rule] as (reason: Reason) => string;
  return words(reason);
};
