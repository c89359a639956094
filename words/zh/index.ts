import { advice } from './advice';
import { completion } from './completion';
import { init } from './init';
<<<<<<< ours
=======
import { reports } from './reports';
import { system } from './system';
>>>>>>> theirs
import { titles } from './titles';
import { tour } from './tour';

/**
 * Chinese by English: the phrases of the tool, with the same placeholders. A phrase that is missing here is no
 * `Phrase`, so whoever says it does not compile.
 */
<<<<<<< ours
export const zh = { ...advice, ...completion, ...init, ...titles, ...tour } as const;
=======
export const zh = {
  ...advice,
  ...completion,
  ...init,
  ...reports,
  ...system,
  ...titles,
  ...tour,
} as const;
>>>>>>> theirs
