import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { readApplied } from '../../src/cli/applied';
import { findLastCheck, readLastCheck, remember } from '../../src/cli/check-run';
import { labPaths } from '../../src/platform/config';
import { articleLab } from '../support/article';
import { sampleCheck } from '../support/measured';

const root = mkdtempSync(join(tmpdir(), 'lab-remembered-'));
afterAll(() => rmSync(root, { recursive: true }));
const paths = labPaths(root, articleLab.name);

const put = (file: string, content: unknown): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
};

/** The value with one part of it, found by the numbers, exchanged. */
function exchanged(value: unknown, path: readonly number[], by: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined || typeof value !== 'object' || value === null) return by;
  const entries = Object.entries(value);
  const [key] = entries[first % Math.max(1, entries.length)] ?? [];
  if (key === undefined) return by;
  const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...value };
  Object.assign(copy, { [key]: exchanged(entries[first % entries.length]![1], rest, by) });
  return copy;
}

test('the last check is read as it was written', async () => {
  const { result, states } = await sampleCheck();
  remember({ lab: articleLab, paths }, result, states);
  const content = { ...result, topology: articleLab, states: [...states.values()] };
  expect(readLastCheck({ paths })).toMatchObject(JSON.parse(JSON.stringify(content)) as object);
});

test('a last check is damaged where anything in it is another, or none', async () => {
  const { result, states } = await sampleCheck();
  remember({ lab: articleLab, paths }, result, states);
  const whole: unknown = JSON.parse(readFileSync(paths.lastCheck, 'utf8'));
  fc.assert(
    fc.property(
      fc.array(fc.nat(), { maxLength: 6 }),
      fc.constantFrom(null, undefined, 'another'),
      (path, by) => {
        put(paths.lastCheck, exchanged(whole, path, by) ?? {});
        expect(findLastCheck({ paths }).kind).toBe('damaged');
        expect(readLastCheck({ paths })).toBeUndefined();
      },
    ),
  );
});

test('what was applied is damaged where anything in it is null', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 6 }), (path) => {
      put(paths.applied, exchanged(articleLab, path, null));
      expect(() => readApplied({ paths })).toThrow('what was last applied cannot be read');
    }),
  );
});
