import { join } from 'node:path';
import { readConfig } from '../../system/config';

test.each([
  ['topologies/mine.ts', 'topologies/mine.ts'],
  ['mine', 'topologies/mine.ts'],
  ['my-lab_2', 'topologies/my-lab_2.ts'],
  ['mine.ts', 'mine.ts'],
  ['../elsewhere', '../elsewhere'],
])('LAB_TOPOLOGY=%s is %s', (LAB_TOPOLOGY, file) => {
  const root = '/a/checkout';
  expect(readConfig({ LAB_TOPOLOGY }, root).topologyFile).toBe(join(root, file));
});
