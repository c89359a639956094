import type { en } from '../en';
import { facts } from './facts';
import { reasons } from './reasons';
import { statements } from './statements';
import { unsaid } from './unsaid';
import { verdicts } from './verdicts';
import { way } from './way';

export const zh = {
  name: '中文',
  list: '、',
  ...{ statements, facts, reasons, unsaid, verdicts, way },
} satisfies typeof en;
