import { countVerdicts, type CheckResult, type Verdict } from '../../checks/result';

export const verdict = (partial: Partial<Verdict>): Verdict => ({
  status: 'pass',
  chapter: 'one',
  kind: 'edge',
  subject: 'a -> b',
  expected: 'reachable',
  measured: 'reachable',
  detail: '',
  reasons: [{ rule: 'same-bridge', from: 'a', to: 'b', network: 'net', node: 'n1' }],
  ms: 3,
  from: 'a',
  to: 'b',
  ...partial,
});

export const resultOf = (verdicts: readonly Verdict[]): CheckResult => ({
  lab: 'lab',
  chapters: [
    { id: 'one', title: 'First' },
    { id: 'two', title: 'Second' },
  ],
  startedAt: '2026-01-01T00:00:00.000Z',
  durationMs: 1234,
  verdicts,
  counts: countVerdicts(verdicts),
});
