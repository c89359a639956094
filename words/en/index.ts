import { claims } from './claims';
import { facts } from './facts';
import { reasons } from './reasons';
import { unsaid } from './unsaid';
import { verdicts } from './verdicts';
import { way } from './way';

/** Every sentence that is made of data, as typed functions; each other language has the same. */
export const en = { claims, facts, reasons, unsaid, verdicts, way };
