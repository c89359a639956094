import { failures, reviewExitCode } from '../../src/cli/review';
import { readPlan } from '../../src/cli/plan';
import { verbatim } from '../../src/text/text';

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;
const resource = (action: string, addr: string) =>
  line({ type: 'planned_change', change: { action, resource: { addr } } });

test('the plan in short, without the data that is only read', () => {
  const stdout = [
    'a line that is no JSON\n',
    line({ type: 'version', terraform: '1.11.4' }),
    resource('replace', 'docker_container.test4'),
    resource('read', 'data.docker_network.bridge'),
    resource('create', 'docker_network.net'),
    line({ type: 'change_summary', changes: { add: 2, change: 0, remove: 1, operation: 'plan' } }),
  ].join('');
  expect(readPlan(stdout)).toEqual({
    kind: 'made',
    add: 2,
    change: 0,
    destroy: 1,
    resources: [
      { action: 'replace', address: 'docker_container.test4' },
      { action: 'create', address: 'docker_network.net' },
    ],
  });
});

test('a plan that was not made has no summary', () => {
  expect(readPlan(line({ '@level': 'error', '@message': 'no' }))).toBeUndefined();
});

test.each([
  [{ new: 2, lost: 0 }, ['new-edge'], ['--fail-on new-edge: there are 2']],
  [{ new: 0, lost: 1 }, ['new-edge', 'lost-edge'], ['--fail-on lost-edge: there is 1']],
  [{ new: 1, lost: 1 }, ['lost-edge', 'lost-edge'], ['--fail-on lost-edge: there is 1']],
  [{ new: 1, lost: 1 }, [], []],
  [{ new: 0, lost: 0 }, ['new-edge', 'lost-edge'], []],
] as const)('%j with gates %j', (counts, gates, expected) => {
  const change = { counts: { outcome: 1, reason: 1, ...counts }, groups: [], withoutEffect: [] };
  expect(failures(change, gates)).toEqual(expected);
});

test.each([
  ['none', [], 0],
  ['none', ['a gate'], 1],
  ['failed', [], 3],
  ['failed', ['a gate'], 1],
] as const)('plan %s, gates %j: exit code %i', (kind, failed, code) => {
  const counts = { new: 0, lost: 0, outcome: 0, reason: 0 };
  const change = { counts, groups: [], withoutEffect: [] };
  expect(reviewExitCode({ against: 'x', plan: { kind, why: verbatim('y') }, change }, failed)).toBe(
    code,
  );
});
