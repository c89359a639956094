import { advice } from './advice';
import { completion } from './completion';
import { init } from './init';
import { sources } from './sources';
import { reports } from './reports';
import { system } from './system';
import { titles } from './titles';
import { tour } from './tour';

/**
 * Chinese by English: the phrases of the tool, with the same placeholders. A phrase that is missing here is no
 * `Phrase`, so whoever says it does not compile.
 */
export const zh = {
  ...advice,
  ...completion,
  ...init,
  ...reports,
  ...sources,
  ...system,
  ...titles,
  ...tour,
} as const;
