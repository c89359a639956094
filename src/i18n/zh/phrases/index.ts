import { advice } from './advice';
import { causes } from './causes';
import { engine } from './engine';
import { completion } from './completion';
import { engines } from './engines';
import { errors } from './errors';
import { exposed } from './exposed';
import { files } from './files';
import { formats } from './formats';
import { help } from './help';
import { hints } from './hints';
import { hosts } from './hosts';
import { init } from './init';
import { kit } from './kit';
import { leftovers } from './leftovers';
import { limits } from './limits';
import { mending } from './mending';
import { nouns } from './nouns';
import { progress } from './progress';
import { reach } from './reach';
import { reports } from './reports';
import { rules } from './rules';
import { services } from './services';
import { sources } from './sources';
import { swarm } from './swarm';
import { system } from './system';
import { titles } from './titles';
import { tour } from './tour';
import { values } from './values';
import { views } from './views';

/** Chinese by English; what is filled in stands in braces, by the same names in both. */
export const phrases = {
  ...advice,
  ...causes,
  ...engine,
  ...completion,
  ...engines,
  ...errors,
  ...exposed,
  ...files,
  ...formats,
  ...help,
  ...hints,
  ...hosts,
  ...init,
  ...kit,
  ...leftovers,
  ...limits,
  ...mending,
  ...nouns,
  ...progress,
  ...reach,
  ...reports,
  ...rules,
  ...services,
  ...sources,
  ...swarm,
  ...system,
  ...titles,
  ...tour,
  ...values,
  ...views,
} as const;
