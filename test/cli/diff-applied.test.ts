import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { emptyLab, readApplied, rememberApplied } from '../../src/cli/applied';
import { labPaths } from '../../src/platform/config';
import { buildLab } from '../predict/builder';

const root = mkdtempSync(join(tmpdir(), 'lab-applied-'));
afterAll(() => rmSync(root, { recursive: true }));

const lab = buildLab({ containers: { a: {} } });
const paths = labPaths(root, lab.name);
beforeEach(() => rmSync(join(root, '.lab'), { recursive: true, force: true }));

test('nothing was applied', () => expect(readApplied({ paths })).toBeUndefined());

test('what is written is what is read', () => {
  rememberApplied({ lab, paths });
  expect(readApplied({ paths })).toEqual(lab);
});

test.each([
  ['[]', undefined],
  ['[{}]', lab],
])('with a state of %s resources', (resources, expected) => {
  rememberApplied({ lab, paths });
  writeFileSync(paths.state, `{ "resources": ${resources} }`);
  expect(readApplied({ paths })).toEqual(expected);
});

test('a lab from before there were overlays and services has none', () => {
  const { swarm, overlays, services, ...older } = lab;
  mkdirSync(dirname(paths.applied), { recursive: true });
  writeFileSync(paths.applied, JSON.stringify(older));
  expect(readApplied({ paths })).toEqual({ ...older, swarm: [], overlays: [], services: [] });
  expect([swarm, overlays, services]).toEqual([[], [], []]);
});

test.each(['{', '5', '{}'])('%s instead of a lab is one error', (text) => {
  mkdirSync(dirname(paths.applied), { recursive: true });
  writeFileSync(paths.applied, text);
  expect(() => readApplied({ paths })).toThrow(
    expect.objectContaining({ name: 'LabError', exitCode: 2 }) as Error,
  );
});

test.each(['nodes', 'networks', 'containers', 'chapters', 'namespacePairs'])(
  'null among the %s is one error',
  (key) => {
    mkdirSync(dirname(paths.applied), { recursive: true });
    writeFileSync(paths.applied, JSON.stringify({ ...lab, [key]: [null] }));
    expect(() => readApplied({ paths })).toThrow(
      expect.objectContaining({ name: 'LabError', exitCode: 2 }) as Error,
    );
  },
);

test('the empty lab has no endpoint but outside', () => {
  expect(emptyLab(lab)).toMatchObject({
    outside: lab.outside,
    nodes: [],
    containers: [],
    services: [],
  });
});
