import type { en } from '../en';
import { claims } from './claims';
import { facts } from './facts';
import { reasons } from './reasons';
import { verdicts } from './verdicts';
import { way } from './way';

export const zh = { claims, facts, reasons, verdicts, way } satisfies typeof en;
