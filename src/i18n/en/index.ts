import { statements } from './statements';
import { facts } from './facts';
import { reasons } from './reasons';
import { unsaid } from './unsaid';
import { verdicts } from './verdicts';
import { way } from './way';

/** What a language is but for its phrases: sentences that are made of data, as typed functions. */
export const en = {
  /** As those who read it call it. */
  name: 'English',
  /** What stands between the names of a list. */
  list: ', ',
  ...{ statements, facts, reasons, unsaid, verdicts, way },
};
