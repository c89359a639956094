import type { Verdict } from '../../../checks/result';
import { expectations } from '../../../model/expectations';
import { targetLabel } from '../../../model/edge';
import { reportData } from '../../../reports/html/data/build';
import { allEdges, edgesFrom, verdictOf } from '../../../reports/html/data/decode';
import { reportEndpoints } from '../../../reports/html/data/endpoints';
import { htmlPage } from '../../../reports/html/page';
import { pathOf } from '../../../reports/html/path';
import { matrixOf } from '../../../reports/matrix/cells';
import { matrixCsv } from '../../../reports/matrix/csv';
import { matrixMarkdown } from '../../../reports/matrix/markdown';
import { matrixTable } from '../../../reports/matrix/table';
import { render } from '../../../reports/render';
import { verdict } from '../../support/verdicts';
import { servicesLab, servicesStates } from '../graph/services-lab';
import { predictedResult } from '../graph/services-result';

const lab = servicesLab();
const endpoints = reportEndpoints(lab);

const result = predictedResult(lab);
const { verdicts } = result;

const stations = (one: Verdict): string =>
  pathOf(one, endpoints)
    .map(({ kind, name, stops }) => `${kind} ${name}${stops ? '!' : ''}`.trim())
    .join(' > ');
const path = (subject: string): string =>
  stations(verdicts.find((one) => one.subject === subject)!);

describe('the way to a service', () => {
  it.each([
    ['a -> web@over:80/tcp', 'endpoint a > overlay over > endpoint web > replicas web.1, web.2'],
    ['a -> web@over', 'endpoint a > overlay over > endpoint web'],
    ['a -> "web"', 'endpoint a > overlay over > endpoint web'],
    ['a -> "tasks.web"', 'endpoint a > overlay over > endpoint web > replicas web.1, web.2'],
    ['web.1 -> "rr"', 'endpoint web.1 > overlay over > endpoint rr > replicas rr.1'],
    ['a -> web.2@over', 'endpoint a > overlay over > lan > endpoint web.2'],
    ['node1 -> "web"', 'endpoint node1 > names node1!'],
  ])('%s', (subject, expected) => {
    expect(path(subject)).toBe(expected);
  });

  it('ends on the way where the sender is not on its network', () => {
    expect(path('node1 -> web@over')).toMatch(/!$/);
  });

  it('leads from a port of the mesh to it, on every node of the swarm', () => {
    const asked = (from: string): string =>
      stations({
        ...verdict({ from, to: 'node2', subject: `${from} -> node2[192.168.205.11]:8080/tcp` }),
        reasons: [{ rule: 'routing-mesh' } as Verdict['reasons'][number]],
      });
    const behind = 'endpoint web > replicas web.1, web.2';
    expect(asked('outside')).toBe(`endpoint outside > lan > endpoint node2 > ${behind}`);
    expect(asked('node2')).toBe(`endpoint node2 > ${behind}`);
  });

  it('begins at the sender, whatever is asked', () => {
    for (const one of verdicts) expect(pathOf(one, endpoints)[0]?.name).toBe(one.from);
  });
});

describe('a report with services', () => {
  it('has them as columns, and no edges from them', async () => {
    const data = await reportData({ result, lab, states: servicesStates() });
    const found = new Map(allEdges(data).map((edge) => [verdictOf(data, edge).subject, edge]));
    expect(found.size).toBe(verdicts.length);
    for (const one of verdicts) {
      expect(verdictOf(data, found.get(one.subject)!)).toMatchObject({
        from: one.from,
        to: one.to,
      });
    }
    for (const service of ['web', 'rr']) {
      const at = data.endpoints.findIndex(({ id }) => id === service);
      expect(data.endpoints[at]).toMatchObject({ kind: 'service', overlays: ['over'] });
      expect(edgesFrom(data, at)).toBe(0);
    }
    expect(htmlPage(data)).toContain('"kind":"service"');
  });

  it('takes its replicas to be where they were found', async () => {
    const data = await reportData({ result, lab, states: servicesStates() });
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
