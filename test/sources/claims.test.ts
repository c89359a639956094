import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withClaims } from '../../src/sources/claims';
import { placeText, type Sourced } from '../../src/sources/source';

const root = mkdtempSync(join(tmpdir(), 'lab-claims-'));
afterAll(() => rmSync(root, { recursive: true }));

const source: Sourced = {
  kind: 'compose',
  label: 'compose.yaml',
  topology: {
    ...{ name: 'shop', outside: { address: '192.0.2.1' }, chapters: [], nodes: [] },
    claims: ['never: a -> b'],
  },
  names: new Map(),
  placeOf: (path) => ({ file: 'compose.yaml', line: 7, part: path.join('.') }),
};

const told = (claims: string | undefined) => {
  const { topology, placeOf } = withClaims(source, { claims, root });
  return (topology.claims ?? []).map((text, index) => [
    text,
    placeText(placeOf(['claims', index])),
  ]);
};

const OWN = ['never: a -> b', 'compose.yaml:7: claims.0'];

test('without any a source has its own', () => expect(told(undefined)).toEqual([OWN]));

test('those of a file come after its own, each with its line', () => {
  writeFileSync(
    join(root, 'must.txt'),
    '# what must hold\n\n- never: outside -> db  # ever\nalways: web -> db:5432\n',
  );
  expect(told('must.txt')).toEqual([
    OWN,
    ['never: outside -> db', 'must.txt:3: never: outside -> db'],
    ['always: web -> db:5432', 'must.txt:4: always: web -> db:5432'],
  ]);
});

test('a claim may stand in place of a file, several with line breaks between them', () => {
  expect(told('never: outside -> db\nalways: web -> db')).toEqual([
    OWN,
    ['never: outside -> db', '--claims:1: never: outside -> db'],
    ['always: web -> db', '--claims:2: always: web -> db'],
  ]);
});

test('every other part stays where it is', () => {
  const { placeOf } = withClaims(source, { claims: 'never: a -> c', root });
  expect(placeText(placeOf(['containers', 1]))).toBe('compose.yaml:7: containers.1');
});

test('a file that is not there is one error', () => {
  expect(() => told('none.txt')).toThrow('the claims cannot be read');
});
