import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { EdgeVerdict, Verdict } from '../../src/verdict/result';
import { jsonResult, jsonSchema } from '../../docs/json-schema';
import { receiverOf } from '../../src/topology/edge';
import type { Found } from '../../src/edges/found';
import { expectations, type Expectation } from '../../src/edges/expectations';
import { validate } from '../../src/topology/validate';
import { json } from '../../src/report/json';
import { ROOT } from '../../src/platform/config';
import { sampleCheck, sampleWithDifferences } from '../support/measured';
import { servingTopology } from '../support/serving';
import { resultOf } from '../support/verdicts';

/** A field that the schema does not name is lost by it. */
function expectDescribed(text: string): void {
  const printed: unknown = JSON.parse(text);
  expect(jsonResult.parse(printed)).toEqual(printed);
}

const asVerdict = ({ edge, prediction, chapter }: Expectation, found?: Found): EdgeVerdict => ({
  ...{ kind: 'edge', status: 'pass', chapter, detail: '', ms: 1 },
  ...{ edge, prediction, from: edge.from, to: receiverOf(edge) },
  ...(found === undefined ? {} : { found }),
});

const FOUND: readonly Found[] = [
  { kind: 'outcome', outcome: 'refused' },
  { kind: 'seen-as', outcome: 'reachable', address: '10.0.0.1' },
  { kind: 'other-page', outcome: 'reachable' },
  { kind: 'other-address', outcome: 'timeout', address: '10.0.0.1', endpoint: 'alone' },
  { kind: 'elsewhere', outcome: 'unresolved', address: '203.0.113.1' },
  { kind: 'absent', outcome: undefined, what: { kind: 'container', endpoint: 'alone' } },
];

describe('the schema of what a check prints as JSON', () => {
  it('describes all of a lab that is as declared, and of one that is not', async () => {
    for (const { result } of [await sampleCheck(), await sampleWithDifferences()]) {
      expectDescribed(json(result));
    }
  });

  it('describes the prediction of every edge of any lab', () => {
    fc.assert(
      fc.property(servingTopology(), (topology) => {
        const verdicts: Verdict[] = expectations(validate(topology, 'topology.ts')).map((one) =>
          asVerdict(one),
        );
        fc.pre(verdicts.length > 0);
        expectDescribed(json(resultOf(verdicts)));
      }),
      { numRuns: 25 },
    );
  });

  it.each(FOUND)('describes what was found: $kind', (found) => {
    const [first] = expectations(validate(ONE, 'topology.ts'));
    expectDescribed(json(resultOf([asVerdict(first!, found)])));
  });

  it('refuses what is none', async () => {
    const printed = JSON.parse(json((await sampleCheck()).result)) as Record<string, unknown>;
    for (const change of [{ schema: 1 }, { lab: undefined }, { verdicts: [{ kind: 'edge' }] }]) {
      expect(jsonResult.safeParse({ ...printed, ...change }).success).toBe(false);
    }
  });

  it('is the one that docs/check.schema.json has', () => {
    const file = readFileSync(join(ROOT, 'docs', 'check.schema.json'), 'utf8');
    expect(JSON.parse(file)).toEqual(JSON.parse(JSON.stringify(jsonSchema())));
  });
});

const ONE = {
  name: 'one',
  title: 'One container',
  outside: { address: '192.168.205.1' },
  chapters: [{ id: 'all', title: 'All' }],
  nodes: [{ name: 'n1', address: '192.168.205.10/24' }],
  containers: [{ name: 'alone', node: 'n1', image: 'busybox:1.36' }],
};
