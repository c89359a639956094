import { translator } from '../../words/translator';
import { statements } from '../../words/zh/written/statements';
import { values } from '../../words/zh/written/values';
import { hosts } from '../../words/zh/written/hosts';
import { mending } from '../../words/zh/written/mending';
import type { Language } from '../graph/words';

/** Each kind of text has a dictionary, so that a name is not taken for a sentence. */
const translators = {
  detail: translator(values),
  hint: translator({ ...values, ...statements, ...hosts, ...mending }),
} as const;

type Kind = keyof typeof translators;

/**
 * A text of a verdict in a language. The check writes English; raw output is the same in all.
 */
export const translate = (kind: Kind, text: string, language: Language): string =>
  language === 'en' ? text : (translators[kind](text) ?? text);
