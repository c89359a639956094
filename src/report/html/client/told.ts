import { tell } from '../../../text/tell';
import type { Told } from '../../../text/text';
import { LANGUAGES } from '../../../i18n/languages';
import type { Language } from '../../graph/words';
import type { Page } from './store';

/** A text in a language, by the phrases that came with the data. */
export function told({ store: { data } }: Page, text: Told, language: Language): string {
  if (typeof text === 'string') return text;
  return tell(text, {
    phrase: (one) => data.phrases[language][one] ?? one,
    list: (items) => items.join(LANGUAGES[language].list),
  });
}
