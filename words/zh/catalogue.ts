import type { en } from '../en';
import { statements } from './statements';
import { facts } from './facts';
import { reasons } from './reasons';
import { unsaid } from './unsaid';
import { verdicts } from './verdicts';
import { way } from './way';

export const zh = { statements, facts, reasons, unsaid, verdicts, way } satisfies typeof en;
