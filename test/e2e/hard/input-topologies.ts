import fc from 'fast-check';
import { baseTopology } from '../../support/base-topology';
import { BREAKAGES } from '../../support/breakages';
import { validTopology } from '../../support/topologies';
import type { Input } from './input';

type Path = readonly (string | number)[];

/** A value as TypeScript, since JSON has none of the worst. */
const WRONG: Readonly<Record<string, readonly string[]>> = {
  string: ['null', '5', '{}', '[]', 'true', '() => 1', '10n', `new String('x')`, 'undefined'],
  number: ['null', `'5'`, '{}', 'NaN', 'Infinity', '-1', '0.5', '1e21', '2 ** 53', '[]', '-0'],
  object: ['null', '5', `'x'`, 'true', '() => 1', 'new Map()', 'new Date()'],
};

const HOSTILE = [
  ...['', ' ', '-', '--help', '.', '..', '../..', '/etc/passwd', 'a b', 'a\tb', 'a\nb', 'a\u0000b'],
  ...[
    '$(touch x)',
    '`touch x`',
    '${path.module}',
    '%{if true}',
    '${',
    'a;b',
    'a|b',
    'a&b',
    '*',
    '?',
  ],
  ...[
    '\u001b[31mred',
    '\u202ebidi',
    '\u200b',
    '\ud83d\ude00',
    '\ud800',
    'e\u0301',
    '\u00e4',
    '\u4e2d',
  ],
  ...['x'.repeat(64), 'x'.repeat(100_000), '<script>alert(1)</script>', "a'b", 'a"b', 'a\\b', '~'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'null',
    'undefined',
    'NaN',
    '0x10',
    '1e3',
    '#',
    '@',
    '%s',
  ],
];

/** Whatever text may stand there. */
const FREE = ['title', 'page'];

function* leaves(value: unknown, path: Path = []): Generator<{ path: Path; value: unknown }> {
  if (path.length > 0) yield { path, value };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield* leaves(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

/** The base topology as a program, with one value in another's place. */
function program(path: Path, by: string): string {
  const at = path.map((key) => `[${JSON.stringify(key)}]`).join('');
  return `const t: any = ${JSON.stringify(baseTopology())};\nt${at} = ${by};\nexport default t;\n`;
}

const input = (name: string, text: string): Input => ({ name, topology: { text, end: 'ts' } });

const replaced = (path: Path, by: string): Input =>
  input(`topology: ${path.join('.')} is ${by.slice(0, 40)}`, program(path, by));

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const all = [...leaves(baseTopology())];
const names = all.filter(
  ({ path, value }) => typeof value === 'string' && !FREE.includes(String(path.at(-1))),
);

const wrongType = fc
  .constantFrom(...all)
  .chain(({ path, value }) =>
    fc.constantFrom(...(WRONG[typeof value] ?? ['null'])).map((by) => replaced(path, by)),
  );

const hostileName = fc
  .tuple(fc.constantFrom(...names), fc.constantFrom(...HOSTILE))
  .filter(([{ path }, text]) => isWrongAt(path, text))
  .map(([{ path }, text]) => replaced(path, JSON.stringify(text)));

/** A name that is free may be nearly anything. */
const isWrongAt = (path: Path, text: string): boolean =>
  !/^[a-z0-9][\w.-]*$/i.test(text) ||
  !['name', 'id', 'interface', 'image'].includes(String(path.at(-1)));

const unknownKey = fc
  .tuple(
    fc.constantFrom(...all.filter(({ value }) => isObject(value))),
    fc.constantFrom('nmae', 'Name', 'x-y', 'hasOwnProperty', 'prototype', '$ref', '', '0'),
  )
  .map(([{ path }, key]) => replaced([...path, key], '1'));

const broken = fc
  .tuple(validTopology(), fc.constantFrom(...BREAKAGES), fc.nat())
  .map(([topology, { name, apply }, at]) =>
    input(
      `topology: broken by ${name}, ${at}`,
      `export default ${JSON.stringify(apply(topology, at).topology)};`,
    ),
  );

const huge = fc
  .tuple(
    fc.constantFrom('memory', 'cpus', 'listens'),
    fc.oneof(
      fc.constantFrom(1, 5, 0, -1, 1e9, Number.MAX_SAFE_INTEGER, 1e308, Number.MIN_VALUE),
      fc.double({ min: 1e7, noNaN: true }),
    ),
  )
  .map(([key, value]) =>
    replaced(['nodes', 0, key], key === 'listens' ? `[{ port: ${value} }]` : String(value)),
  )
  .filter(({ name }) => !/listens is \[\{ port: [15] \}\]|cpus is [15]$/.test(name));

/** As many of each kind, decided by the seed; none twice. */
export function topologies(seed: number, each: number): Input[] {
  const kinds = [wrongType, hostileName, unknownKey, broken, huge];
  const found = kinds.flatMap((kind) => fc.sample(kind, { seed, numRuns: each }));
  return [...new Map(found.map((one) => [one.name, one])).values()];
}
