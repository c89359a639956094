import type { en } from '../en';
import { reasons } from './reasons';
import { verdicts } from './verdicts';
import { way } from './way';

export const zh = { reasons, verdicts, way } satisfies typeof en;
