import { join } from 'node:path';
import { ROOT } from '../src/platform/config';
import { writeWhole } from '../src/platform/whole-file';
import { jsonSchema } from './json-schema';

writeWhole(join(ROOT, 'docs', 'check.schema.json'), `${JSON.stringify(jsonSchema(), null, 2)}\n`);
