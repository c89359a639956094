import { causes } from './causes';
import { engine } from './engine';
import { errors } from './errors';
import { files } from './files';
import { formats } from './formats';
import { help } from './help';
import { hosts } from './hosts';
import { kit } from './kit';
import { limits } from './limits';
import { mending } from './mending';
import { leftovers } from './leftovers';
import { progress } from './progress';
import { reach } from './reach';
import { rules } from './rules';
import { sources } from './sources';
import { services } from './services';
import { statements } from './statements';
import { swarm } from './swarm';
import { values } from './values';
import { views } from './views';

/**
 * Chinese by English, for texts that the rooms write as data and that are translated where they are shown. What is
 * filled in stands in braces; the same names in the Chinese.
 */
export const written: Readonly<Record<string, string>> = {
  ...causes,
  ...engine,
  ...errors,
  ...files,
  ...formats,
  ...help,
  ...hosts,
  ...kit,
  ...limits,
  ...mending,
  ...leftovers,
  ...progress,
  ...reach,
  ...rules,
  ...services,
  ...sources,
  ...statements,
  ...swarm,
  ...values,
  ...views,
};

export { nouns } from './nouns';
