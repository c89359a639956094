import { errors } from './errors';
import { formats } from './formats';
import { help } from './help';
import { kit } from './kit';
import { progress } from './progress';
import { rules } from './rules';

/**
 * Chinese by English, for texts that the rooms write as data and that are translated where they are shown. What is
 * filled in stands in braces; the same names in the Chinese.
 */
export const written: Readonly<Record<string, string>> = {
  ...errors,
  ...formats,
  ...help,
  ...kit,
  ...progress,
  ...rules,
};

export { nouns } from './nouns';
