import type { en } from '../en';
import { claims } from './claims';
import { reasons } from './reasons';
import { verdicts } from './verdicts';
import { way } from './way';

export const zh = { claims, reasons, verdicts, way } satisfies typeof en;
