import type { Input } from './input';

const HEAD = `name: 'odd', outside: { address: '10.0.0.1' }, chapters: [{ id: 'a', title: 'A' }]`;
const NODES = `nodes: [{ name: 'n1', address: '10.0.0.2/24' }]`;
/** A topology with one part that is given. */
const lab = (part: string): string => `export default { ${HEAD}, ${NODES}, ${part} };`;
const topology = (name: string, text: string, end = 'ts'): Input => ({
  name: `file: ${name}`,
  topology: { end, text },
});

/** Programs that are no topology, or do more than export one. */
const PROGRAMS: Readonly<Record<string, string>> = {
  nothing: '',
  comment: '// nothing',
  'half a file': 'export default {',
  'unknown name': 'export default topologie;',
  'missing import': `import x from './nowhere'; export default x;`,
  'missing package': `import x from 'no-such-package'; export default x;`,
  'import of itself': `import x from './input'; export default x;`,
  'types only': 'export type T = string;',
  'named only': `export const topology = { ${HEAD}, ${NODES} };`,
  'import of a folder': `import x from './'; export default x;`,
  'throws an error': `throw new Error('boom');`,
  'throws lines': `throw new Error('one\\ntwo\\n    at three (four.ts:5:6)');`,
  'throws text': `throw 'boom';`,
  'throws null': 'throw null;',
  'throws undefined': 'throw undefined;',
  'throws a symbol': `throw Symbol('s');`,
  'throws a proxy': `throw new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; } });`,
  'throws an escape': `throw new Error('\\u001b[31mred\\u001b]0;title\\u0007\\u202eabc');`,
  'throws much': `throw new Error('x'.repeat(5_000_000));`,
  'throws what has no text': `throw { toString() { throw 1; } };`,
  'throws an aggregate': `throw new AggregateError([new Error('a')], '');`,
  'ends with 0': 'process.exit(0);',
  'ends with 2': 'process.exit(2);',
  'ends with 137': 'process.exit(137);',
  'ends later': `setTimeout(() => process.exit(0), 10); await new Promise(() => undefined);`,
  'ends in a getter': `export default { get name() { process.exit(0); } };`,
  aborts: 'process.abort();',
  'kills itself': `process.kill(process.pid, 'SIGKILL');`,
  'rejects, unheard': `void Promise.reject(new Error('unheard')); export default { ${HEAD}, ${NODES} };`,
  'throws later': `setImmediate(() => { throw new Error('later'); }); await new Promise((r) => setTimeout(r, 50)); export default { ${HEAD}, ${NODES} };`,
  'waits for nothing': 'await new Promise(() => undefined);',
  'waits for ever': 'setInterval(() => undefined, 1000); await new Promise(() => undefined);',
  'endless loop': 'while (true) {}',
  'endless getter': `export default { get name() { while (true) {} } };`,
  'deaf loop': `process.on('SIGTERM', () => 0); process.on('SIGINT', () => 0); for (;;) {}`,
  'endless depth': 'const f = (): number => f() + 1; export default f();',
  'endless memory': 'const all = []; for (;;) all.push(new Array(1e6).fill(1));',
  'endless output': `const s = 'x'.repeat(1e6); for (;;) process.stdout.write(s);`,
  'closes every way': `import { closeSync } from 'node:fs'; for (const n of [0, 1, 2, 3]) closeSync(n); export default 5;`,
  'speaks on the way': `import { writeSync } from 'node:fs'; writeSync(3, 'junk\\n'); export default 5;`,
  'other JSON': `JSON.stringify = () => 'x'; export default 5;`,
  'other prototypes': `Object.prototype.toString = () => { throw 1; }; Array.isArray = () => true; export default 5;`,
  'exit replaced': `process.exit = (() => undefined) as never; export default 5;`,
};

/** What may stand where a topology is expected. */
const EXPORTS = [
  ...['null', 'undefined', 'true', '5', 'NaN', `'text'`, '[]', '{}', '() => ({})', 'class {}'],
  ...['Promise.resolve({})', 'new Map()', 'new Date()', '10n', `Symbol('s')`, '/x/', 'new Error()'],
  ...['new Proxy({}, { ownKeys() { throw new Error("keys"); } })', 'Object.create(null)'],
  ...[
    'new Proxy({}, { get() { throw new Error("get"); } })',
    'new Array(2 ** 32 - 1)',
    'globalThis',
  ],
  ...['new Uint8Array(10)', '{ version: 3, services: {} }', '[[]]', 'new Proxy([], {})', 'process'],
  ...['(() => { const o: any = {}; o.nodes = o; return o; })()'],
  ...[`JSON.parse('['.repeat(5000) + ']'.repeat(5000))`, `{ nodes: 'x'.repeat(60_000_000) }`],
  ...[
    'Object.freeze([])',
    'new (class Topology { nodes = []; })()',
    'import.meta',
    'new WeakMap()',
  ],
];

/** Parts of a topology that are no data, or another with every look. */
const PARTS = [
  `get containers() { throw new Error('read'); }`,
  `get containers() { throw null; }`,
  `containers: new Proxy([], { get() { throw new Error('proxy'); } })`,
  `containers: [,]`,
  `containers: { length: 3 }`,
  `containers: [() => 1]`,
  `containers: [undefined]`,
  `containers: new Set()`,
  `containers: Promise.resolve([])`,
  `[Symbol('s')]: 1`,
  `['__proto__']: { x: 1 }`,
  `toJSON() { return 5; }`,
  `containers: (() => { const list: unknown[] = []; list.push(list); return list; })()`,
  `containers: [{ name: 'c1', node: 'n1', image: 'busybox:1.36', environment: JSON.parse('{"__proto__":"x"}') }]`,
  `containers: [{ name: 'c1', node: 'n1', image: 'busybox:1.36', environment: { 'A=B': 'x' } }]`,
  `containers: [{ name: 'c1', node: 'n1', image: 'busybox:1.36', environment: { A: 'a\\0b' } }]`,
  `containers: [{ name: 'c1', node: 'n1', image: 'busybox:1.36', environment: { A: '\\ud800' } }]`,
  `containers: [{ name: 'c1', node: 'n1', image: 'busybox:1.36', command: ['a\\0b'] }]`,
  `containers: [{ name: 'c1', node: 'n1', image: 'busybox:1.36', command: 'sleep 1' }]`,
  `containers: Array.from({ length: 1_000_000 }, (_, i) => ({ name: 'c' + i, node: 'n1', image: 'busybox:1.36' }))`,
  `containers: Array.from({ length: 70_000 }, (_, i) => ({ name: 'c' + i, node: 'n1', image: 'busybox:1.36' }))`,
  `networks: Array.from({ length: 100_000 }, (_, i) => ({ name: 'c' + i, node: 'n1' }))`,
  `services: [{ name: 's', image: 'busybox:1.36', networks: ['x'], replicas: Number.MAX_SAFE_INTEGER }]`,
  `title: 'a\\nb'`,
  `title: 'x'.repeat(5_000_000)`,
  `title: '\\u001b[31m'`,
];

/** In other languages than TypeScript. */
const OTHERS: readonly Input[] = [
  topology('JSON, half', '{"name": "odd"', 'json'),
  topology('JSON, empty', '', 'json'),
  topology('JSON, null', 'null', 'json'),
  topology('JSON, key of the prototype', '{"__proto__":{"a":1},"name":"x","nodes":[]}', 'json'),
  topology('JSON with a mark', '\ufeff[]', 'json'),
  topology('JSON, numbers', '{"name":1e999,"nodes":-1e999}', 'json'),
  topology('CommonJS', `module.exports = { ${HEAD}, ${NODES} };`, 'cjs'),
  topology('CommonJS that throws', `throw new Error('x')`, 'cjs'),
  topology('JavaScript with types', `export default 5 as number;`, 'js'),
  topology('YAML', 'services: {}', 'yaml'),
  topology('without an end', 'export default 5', ''),
  topology('JSX', 'export default <a/>;', 'tsx'),
  topology('bytes', '\u0000\u0001\u0002\uffff', 'ts'),
];

export const FILES: readonly Input[] = [
  ...Object.entries(PROGRAMS).map(([name, text]) => topology(name, text)),
  ...EXPORTS.map((value) => topology(`exports ${value}`, `export default ${value};`)),
  ...PARTS.map((part) => topology(`part ${part}`, lab(part))),
  ...OTHERS,
];
