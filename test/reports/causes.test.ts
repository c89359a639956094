import { causesOf } from '../../reports/causes';
import { table } from '../../reports/table';
import { resultOf, statement, verdict } from '../support/verdicts';

const rules = statement({
  ...{ status: 'fail', to: 'node', measured: 'missing: all' },
  subject: 'node has its rules',
  hint: 'its chains are gone: ./lab repair',
});
const edges = ['b', 'c', 'd'].map((to) =>
  verdict({
    ...{ status: 'fail', measured: 'timeout', cause: rules.subject, chapter: 'two' },
    ...{ to, subject: `a -> ${to}` },
  }),
);
const page = statement({
  ...{ status: 'fail', subject: 'web shows its page', hint: 'replace it' },
});

const shown = table(resultOf([...edges, rules, page]), { color: false, width: 100 });

describe('the causes of a result', () => {
  it('come first, with what mends them and how many verdicts they explain', () => {
    const [first, second] = shown.split('\n');
    expect(first).toContain('node has its rules (explains 3)');
    expect(second).toContain('./lab repair');
  });

  it('are those that explain something, what explains most first', () => {
    const other = { ...page, status: 'error' as const };
    const alone = verdict({ status: 'fail', measured: 'timeout', cause: page.subject });
    expect(
      causesOf(resultOf([alone, other, ...edges, rules])).map(({ cause, count }) => [
        cause.subject,
        count,
      ]),
    ).toEqual([
      [rules.subject, 3],
      [page.subject, 1],
    ]);
    expect(causesOf(resultOf([page, rules]))).toEqual([]);
  });

  it('are not there where all is as expected', () => {
    const right = table(resultOf([verdict({})]), { color: false, width: 100 });
    expect(right).not.toContain('does not hold');
  });
});
