import { statements } from './statements';
import { facts } from './facts';
import { reasons } from './reasons';
import { unsaid } from './unsaid';
import { verdicts } from './verdicts';
import { way } from './way';

/** Every sentence that is made of data, as typed functions; each other language has the same. */
export const en = { statements, facts, reasons, unsaid, verdicts, way };
