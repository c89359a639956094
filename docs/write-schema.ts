import { join } from 'node:path';
import { ROOT } from '../system/config';
import { writeWhole } from '../system/whole-file';
import { jsonSchema } from './json-schema';

writeWhole(join(ROOT, 'docs', 'check.schema.json'), `${JSON.stringify(jsonSchema(), null, 2)}\n`);
