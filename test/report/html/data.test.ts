import fc from 'fast-check';
import { isEdge, isStructure, idOf, type EdgeVerdict } from '../../../src/verdict/result';
import { reportData } from '../../../src/report/html/data/build';
import { allEdges, edgesFrom, statusOf, verdictOf } from '../../../src/report/html/data/decode';
import { emptySlots, fillSlots } from '../../../src/report/html/data/slots';
import type { ReportData } from '../../../src/report/html/data/types';
import { articleLab } from '../../support/article';
import { largeCheck } from '../../support/large';
import { sampleWithDifferences, reported } from '../../support/measured';

const decoded = (data: ReportData): Map<string, EdgeVerdict> =>
  new Map(
    allEdges(data)
      .map((edge) => verdictOf(data, edge))
      .map((one) => [idOf(one), one]),
  );

const timeless = (verdict: EdgeVerdict): object => ({
  ...verdict,
  prediction: verdict.prediction,
  ms: 0,
});

describe('the data of a report', () => {
  it('gives back every edge as it was measured', async () => {
    const sample = await sampleWithDifferences();
    const data = await reportData(reported(sample));
    const found = decoded(data);
    const edges = sample.result.verdicts.filter(isEdge);
    expect(found.size).toBe(edges.length);
    for (const edge of edges) expect(timeless(found.get(idOf(edge))!)).toEqual(timeless(edge));
    expect(data.structure).toEqual(sample.result.verdicts.filter(isStructure));
  });

  it('keeps the time to a tenth of a millisecond', async () => {
    const { result } = largeCheck(6);
    const data = await reportData(largeCheck(6));
    const found = decoded(data);
    for (const one of result.verdicts.filter(isEdge)) {
      expect(found.get(idOf(one))!.ms).toBeCloseTo(one.ms, 1);
    }
  });

  it('knows the status of an edge without reading all of it', async () => {
    const data = await reportData(reported(await sampleWithDifferences()));
    for (const edge of allEdges(data))
      expect(statusOf(data, edge)).toBe(verdictOf(data, edge).status);
  });

  it('needs few bytes an edge where edges differ in names only', async () => {
    const data = await reportData(largeCheck(60));
    const edges = data.endpoints.reduce((sum, _, from) => sum + edgesFrom(data, from), 0);
    expect(edges).toBeGreaterThan(8000);
    expect(JSON.stringify(data.edges).length / edges).toBeLessThan(32);
  });

  it('takes the picture from the topology where nothing is known of the nodes', async () => {
    const { result } = await sampleWithDifferences();
    const bare = await reportData({ result, lab: articleLab });
    expect(JSON.stringify(bare.pictures)).not.toContain('missing');
    expect(
      JSON.stringify((await reportData(reported(await sampleWithDifferences()))).pictures),
    ).toContain('missing');
  });
});

describe('the slots of a text', () => {
  it('give back any text with any values', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc
        .array(
          fc.constantFrom('a', 'web', 'web-port', '172.17.0.2', ':', ' ', '\ue000', '\ue00f', '"'),
        )
        .map((all) => all.join('')),
    );
    const values = fc.array(fc.constantFrom('a', 'web', 'web-port', '172.17.0.2', '', 'n1'), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(text, values, (one, all) => fillSlots(emptySlots(one, all), all) === one),
    );
  });

  it('take whole words only', () => {
    expect(emptySlots('web is not web-port, webs', ['web'])).toBe('\ue000 is not web-port, webs');
  });
});
