import { countVerdicts, exitCode, type Status } from '../../src/verdict/result';
import { verdict } from '../support/verdicts';

const code = (...statuses: Status[]) =>
  exitCode({ counts: countVerdicts(statuses.map((status) => verdict({ status }))) });

describe('the exit code', () => {
  it('is 0 where all is as expected', () => expect(code('pass', 'skipped')).toBe(0));
  it('is 1 where something differs, even beside what was not examined', () =>
    expect([code('pass', 'fail'), code('error', 'fail')]).toEqual([1, 1]));
  it('is 3 where something was not examined', () => expect(code('pass', 'error')).toBe(3));
  it('is 3 where nothing was measured', () => expect([code(), code('skipped')]).toEqual([3, 3]));
});
