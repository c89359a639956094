import type { en } from '../en';
import { claims } from './claims';
import { facts } from './facts';
import { reasons } from './reasons';
import { unsaid } from './unsaid';
import { verdicts } from './verdicts';
import { way } from './way';

export const zh = { claims, facts, reasons, unsaid, verdicts, way } satisfies typeof en;
