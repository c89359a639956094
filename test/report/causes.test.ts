import { idOf } from '../../src/verdict/result';
import { causesOf } from '../../src/report/causes';
import { table } from '../../src/report/table';
import { resultOf, statement, verdict } from '../support/verdicts';
import { verbatim } from '../../src/text/text';

const rules = statement({
  ...{ status: 'fail', to: 'node', measured: 'missing: all' },
  statement: { kind: 'engine-rules', node: 'node' },
  hint: verbatim('its chains are gone: ./lab repair'),
});
const edges = ['b', 'c', 'd'].map((to) =>
  verdict({
    ...{ status: 'fail', measured: 'timeout', cause: idOf(rules), chapter: 'two' },
    ...{ to, subject: `a -> ${to}` },
  }),
);
const page = statement({
  ...{
    status: 'fail',
    statement: { kind: 'page', container: 'web' },
    hint: verbatim('replace it'),
  },
});

const shown = table(resultOf([...edges, rules, page]), { color: false, width: 100 });

describe('the causes of a result', () => {
  it('come first, with what mends them and how many verdicts they explain', () => {
    const [first, second] = shown.split('\n');
    expect(first).toContain("node has Docker's chains and rules (explains 3)");
    expect(second).toContain('./lab repair');
  });

  it('are those that explain something, what explains most first', () => {
    const other = { ...page, status: 'error' as const };
    const alone = verdict({ status: 'fail', measured: 'timeout', cause: idOf(page) });
    expect(
      causesOf(resultOf([alone, other, ...edges, rules])).map(({ cause, count }) => [
        idOf(cause),
        count,
      ]),
    ).toEqual([
      [idOf(rules), 3],
      [idOf(page), 1],
    ]);
    expect(causesOf(resultOf([page, rules]))).toEqual([]);
  });

  it('are not there where all is as expected', () => {
    const right = table(resultOf([verdict({})]), { color: false, width: 100 });
    expect(right).not.toContain('failed: ');
  });
});
