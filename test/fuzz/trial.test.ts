import type { Status, Verdict } from '../../src/verdict/result';
import { add, exitCode, NOTHING, totalLine, trialLine, verdictLines } from '../../src/fuzz/lines';
import { judge, type Trial } from '../../src/fuzz/trial';
import { isRunning, statement, subjectOf, verdict as edge } from '../support/verdicts';

const verdict = (subject: string, status: Status, kind: Verdict['kind'] = 'edge'): Verdict =>
  kind === 'structure'
    ? statement({ statement: isRunning(subject), status })
    : edge({
        ...{ subject, status, measured: status === 'fail' ? 'timeout' : '' },
        reasons: [{ rule: 'shared-stack', from: 'a', stack: 'b' }],
      });
const result = (...verdicts: Verdict[]) => ({ verdicts });
const subjects = (found: ReturnType<typeof judge>) =>
  Object.fromEntries(Object.entries(found).map(([key, all]) => [key, all.map(subjectOf)]));

describe('what two checks of one lab say together', () => {
  test('as predicted, nothing is to be told', () => {
    expect(subjects(judge(result(verdict('a -> b', 'pass')), undefined))).toEqual({
      wrong: [],
      unmeasured: [],
      disturbed: [],
    });
  });

  test('what fails both times is wrong, an edge as well as a statement about structure', () => {
    const both = result(verdict('a -> b', 'fail'), verdict('a', 'fail', 'structure'));
    expect(subjects(judge(both, both))).toMatchObject({ wrong: ['a -> b', 'a is running'] });
  });

  test('what has no measurement, or is left out, is not measured', () => {
    const both = result(verdict('a -> b', 'error'), verdict('a -> c', 'skipped'));
    expect(subjects(judge(both, both))).toMatchObject({
      wrong: [],
      unmeasured: ['a -> b', 'a -> c'],
    });
  });

  test('what differs once only is disturbed, whichever time', () => {
    const first = result(verdict('a -> b', 'fail'), verdict('a -> c', 'pass'));
    const second = result(verdict('a -> b', 'pass'), verdict('a -> c', 'fail'));
    expect(subjects(judge(first, second))).toEqual({
      wrong: [],
      unmeasured: [],
      disturbed: ['a -> b', 'a -> c'],
    });
  });

  test('what is not there the second time stays as it was', () => {
    expect(subjects(judge(result(verdict('a -> b', 'fail')), result()))).toMatchObject({
      wrong: ['a -> b'],
    });
  });
});

describe('what is told', () => {
  const trial: Trial = {
    endpoints: 9,
    edges: 412,
    wrong: [],
    unmeasured: [],
    disturbed: [],
    ms: { deploy: 2100, check: 1800 },
  };
  const bad = { ...trial, wrong: [verdict('a -> b', 'fail')] };

  test('a line a topology', () => {
    expect(trialLine(7, trial)).toBe(
      'seed 7: 9 endpoints, 412 edges, 0 wrong, 0 not measured (2.1 s + 1.8 s)',
    );
    expect(trialLine(7, bad)).toContain('412 edges, 1 wrong, 0 not measured');
  });

  test('a last line, and exit code 0, where all is as predicted', () => {
    const totals = add(add(NOTHING, trial), trial);
    expect(totalLine(totals)).toBe('2 topologies, 824 edges: 0 wrong, 0 not measured');
    expect(exitCode(totals)).toBe(0);
  });

  test.each([
    ['an edge is wrong', add(NOTHING, bad)],
    ['an edge is not measured', add(NOTHING, { ...trial, unmeasured: bad.wrong })],
    ['an engine refuses a topology', { ...add(NOTHING, trial), refused: 1 }],
    ['nothing was tried', NOTHING],
    ['nothing was measured', add(NOTHING, { ...trial, edges: 0 })],
  ])('exit code 1 where %s', (_, totals) => {
    expect(exitCode(totals)).toBe(1);
  });

  test('a wrong edge with both outcomes and the reasons of the prediction', () => {
    expect(
      verdictLines('wrong', { ...verdict('a -> b', 'fail'), address: '172.17.0.2' } as Verdict),
    ).toBe(
      [
        '  wrong: a -> b (172.17.0.2)',
        '    predicted reachable; measured timeout',
        '      shared-stack: a shares the network stack of b',
      ].join('\n'),
    );
  });
});
