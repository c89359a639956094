import fc from 'fast-check';
import { runCheck } from '../../src/verdict/check';
import { parseFacts } from '../../src/observe/parse-facts';
import type { CheckResult } from '../../src/verdict/result';
import type { Run } from '../../src/platform/run';
import { articleInventory, articleLab, recorded } from '../support/article';

const NODE = 'docker-node1';
const lab = { ...articleLab, outside: { address: '127.0.0.1' } };
const LINES = recorded(NODE).split('\n');
const JSON_LINES = LINES.flatMap((line, index) => (/\t[[{]/.test(line) ? [index] : []));

type Path = readonly string[];

/** The way to each value in a piece of JSON. */
const pathsIn = (value: unknown, path: Path = []): Path[] => [
  path,
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))
    : []),
];

/** JSON with another value at one place; undefined leaves it out. */
function changed(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const inner = changed((value as Record<string, unknown>)[key], rest, by);
  if (Array.isArray(value))
    return value.map((one: unknown, index) => (String(index) === key ? inner : one));
  return { ...(value as object), [key]: inner };
}

/** What an engine that is about to end, or one of another version, makes of a value in its answer. */
const damage = fc.record({
  line: fc.constantFrom(...JSON_LINES),
  place: fc.nat(),
  by: fc.constantFrom(null, undefined, {}, [], '', 0, true, 'x', [null], { '': null }),
});

const cut = fc.record({ length: fc.nat(recorded(NODE).length) });

function factsOf(harm: { line?: number; place?: number; by?: unknown; length?: number }): string {
  const { line: at, place = 0, by, length } = harm;
  if (at === undefined) return recorded(NODE).slice(0, length);
  const [subject, key, json = ''] = LINES[at]!.split('\t');
  const value: unknown = JSON.parse(json);
  const paths = pathsIn(value);
  const text = JSON.stringify(changed(value, paths[place % paths.length]!, by)) ?? '';
  return LINES.with(at, [subject, key, text].join('\t')).join('\n');
}

const checkWith = (facts: string): Promise<CheckResult> => {
  const run: Run = (argv, options) => {
    const asks = options?.input?.split('\n__END__\n').at(-1) === '';
    const node = argv.includes('docker') ? (argv[3] ?? '') : '';
    const stdout = asks && node !== '' ? (node === NODE ? facts : recorded(node)) : '';
    return Promise.resolve({ exitCode: 0, stdout, stderr: '', failure: undefined });
  };
  return runCheck({ lab, inventory: articleInventory, run });
};

describe('an answer of an engine that is null, empty, half or of another shape', () => {
  it('is read, or is a problem of its node', () => {
    fc.assert(
      fc.property(fc.oneof(damage, cut), (harm) => {
        expect(() => parseFacts(NODE, factsOf(harm))).not.toThrow();
      }),
      { numRuns: 2_000 },
    );
  });

  it('is a verdict, never an exception', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(damage, cut), async (harm) => {
        const { counts } = await checkWith(factsOf(harm));
        expect(counts.fail + counts.error).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  it('is a problem of the node where it is half', () => {
    fc.assert(
      fc.property(cut, (harm) => {
        const facts = factsOf(harm);
        if (!/^end/m.test(facts)) expect(parseFacts(NODE, facts).problem).toBeDefined();
      }),
    );
  });
});
