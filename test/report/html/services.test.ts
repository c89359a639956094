import { place } from '../../../src/observe/place';
import { isEdge, idOf } from '../../../src/verdict/result';
import { expectations } from '../../../src/edges/expectations';
import { targetLabel } from '../../../src/topology/edge';
import { reportData } from '../../../src/report/html/data/build';
import { allEdges, edgesFrom, verdictOf } from '../../../src/report/html/data/decode';
import { htmlPage } from '../../../src/report/html/page';
import { matrixOf } from '../../../src/report/matrix/cells';
import { matrixCsv } from '../../../src/report/matrix/csv';
import { matrixMarkdown } from '../../../src/report/matrix/markdown';
import { matrixTable } from '../../../src/report/matrix/table';
import { render } from '../../../src/report/render';
import { servicesLab, servicesStates } from '../graph/services-lab';
import { predictedResult } from '../graph/services-result';

const lab = servicesLab();

const result = predictedResult(lab);
const verdicts = result.verdicts.filter(isEdge);

describe('a report with services', () => {
  it('has them as columns, and no edges from them', async () => {
    const data = await reportData({ result, ...place(lab, servicesStates()) });
    const found = new Map(allEdges(data).map((edge) => [idOf(verdictOf(data, edge)), edge]));
    expect(found.size).toBe(verdicts.length);
    for (const one of verdicts) {
      expect(verdictOf(data, found.get(idOf(one))!)).toMatchObject({
        from: one.from,
        to: one.to,
      });
    }
    for (const service of ['web', 'rr']) {
      const at = data.endpoints.findIndex(({ id }) => id === service);
      expect(data.endpoints[at]).toMatchObject({ kind: 'service' });
      expect(edgesFrom(data, at)).toBe(0);
    }
    expect(htmlPage(data)).toContain('"kind":"service"');
  });

  it('takes its replicas to be where they were found', async () => {
    const data = await reportData({ result, ...place(lab, servicesStates()) });
    const nodeOf = (id: string) => data.endpoints.find((one) => one.id === id)?.node;
    expect(['web.1', 'web.2', 'rr.1'].map(nodeOf)).toEqual(['node2', 'node2', 'node1']);
  });
});

describe('a matrix with services', () => {
  const matrix = matrixOf(result);

  it('has columns and no rows of them', () => {
    expect(matrix.endpoints).toEqual(expect.arrayContaining(['web', 'rr', 'web.1']));
    expect(matrix.senders).toContain('web.1');
    expect(matrix.senders).not.toContain('web');
    const markdown = matrixMarkdown(matrix, false);
    expect(markdown).toContain('| **web.1** |');
    expect(markdown).not.toContain('| **web** |');
  });

  it('says in the terminal which column is which', () => {
    const column = matrix.endpoints.indexOf('web') + 1;
    const text = matrixTable(matrix, { width: 120, onlyDifferences: false });
    expect(text).toMatch(new RegExp(`^${column} web$`, 'm'));
  });

  it('lists every edge to them', () => {
    const asked = expectations(lab).filter(
      ({ edge: { target } }) => 'endpoint' in target && target.endpoint === 'web',
    );
    const lines = matrixCsv(matrix, false).split('\n');
    for (const { edge } of asked) {
      expect(
        lines.some((line) => line.includes(targetLabel(edge.target).replaceAll('"', '""'))),
      ).toBe(true);
    }
    const xml = render(result, { format: 'junit', color: false, width: 80 });
    expect(xml).toContain('a -> web@over');
  });
});
