import type { EdgeVerdict } from '../../../src/verdict/result';
import { markCuts } from '../../../src/report/graph/cut';
import { declaredGraph } from '../../../src/report/graph/declared';
import { verdict } from '../../support/verdicts';
import { overlayLab } from './overlay-lab';

const lab = overlayLab();
const edge = (
  from: string,
  to: string,
  measured: string,
  more: Parameters<typeof verdict>[0] = {},
): EdgeVerdict =>
  verdict({
    status: measured === '' ? 'error' : measured === 'reachable' ? 'pass' : 'fail',
    from,
    to,
    network: 'over',
    measured,
    ...more,
  });
const cuts = (...verdicts: readonly EdgeVerdict[]): string[] =>
  markCuts(declaredGraph(lab), lab, verdicts)
    .items.filter(({ mark }) => mark !== 'same')
    .flatMap(({ id, mark, differences }) =>
      differences.map(({ key, value }) => `${mark} ${id}: ${key} ${value}`),
    );

const CUT = ['changed overlay over: cut node1 – node2'];

describe('an overlay that carries nothing between two nodes', () => {
  it('is marked where all that should arrive does not, in either direction', () => {
    expect(cuts(edge('a', 'b', 'timeout'), edge('b', 'c', 'unreachable'))).toEqual(CUT);
  });

  it('is not where something arrives, and be it a refusal', () => {
    const refused = edge('b', 'a', 'refused', { expected: 'refused', status: 'pass' });
    expect(cuts(edge('a', 'b', 'timeout'), refused)).toEqual([]);
    expect(cuts(edge('a', 'b', 'reachable'))).toEqual([]);
  });

  it('is not by what says nothing of it', () => {
    expect(cuts(edge('a', 'c', 'timeout'))).toEqual([]);
    expect(cuts(edge('a', 'b', ''))).toEqual([]);
    expect(cuts(edge('a', 'b', 'timeout', { cause: 'b is attached to over' }))).toEqual([]);
    expect(cuts(edge('a', 'b', 'timeout', { expected: 'timeout', status: 'pass' }))).toEqual([]);
    expect(cuts(edge('a', 'b', 'timeout', { network: 'net' }))).toEqual([]);
  });
});
