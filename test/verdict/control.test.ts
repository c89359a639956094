import { requireControls } from '../../src/verdict/control';
import type { Status } from '../../src/verdict/result';
import type { Outcome, Target } from '../../src/topology/edge';
import { expectationOf } from '../support/expectation';
import { verdict } from '../support/verdicts';

const self: Target = { kind: 'loopback' };
const other: Target = { kind: 'ping', endpoint: 'b' };

/** Statuses of the edges of `a` after the rule, from what they were before. */
function statuses(...edges: [Target, Outcome, Status][]): Status[] {
  const expectations = edges.map(([target, outcome]) =>
    expectationOf({ from: 'a', target }, outcome),
  );
  const verdicts = edges.map(([target, , status]) =>
    verdict({ status, to: target.kind === 'loopback' ? 'a' : 'b' }),
  );
  return requireControls(expectations, verdicts).map(({ status }) => status);
}

describe('an expected absence', () => {
  it('counts beside a positive edge that passed', () =>
    expect(statuses([other, 'reachable', 'pass'], [other, 'timeout', 'pass'])).toEqual([
      'pass',
      'pass',
    ]));

  it.each(['timeout', 'unresolved'] as const)(
    'of %s counts for nothing where no positive edge passed',
    (outcome) =>
      expect(
        statuses(
          [self, 'reachable', 'pass'],
          [other, 'reachable', 'fail'],
          [other, outcome, 'pass'],
        ),
      ).toEqual(['pass', 'fail', 'error']),
  );

  it('counts where the own kernel said that there is no way', () =>
    expect(
      statuses(
        [self, 'reachable', 'pass'],
        [other, 'reachable', 'fail'],
        [other, 'unreachable', 'pass'],
      ),
    ).toEqual(['pass', 'fail', 'pass']));

  it('counts beside its own loopback for an endpoint that reaches nobody by its nature', () =>
    expect(statuses([self, 'reachable', 'pass'], [other, 'timeout', 'pass'])).toEqual([
      'pass',
      'pass',
    ]));

  it('counts for nothing where not even the loopback answered', () =>
    expect(statuses([self, 'reachable', 'fail'], [other, 'unreachable', 'pass'])).toEqual([
      'fail',
      'error',
    ]));

  it('stays a failure where it is one', () =>
    expect(statuses([other, 'timeout', 'fail'])).toEqual(['fail']));
});
