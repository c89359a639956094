import { receiverOf } from '../topology/edge';
import type { Expectation } from '../edges/expectations';
import { isAnswer } from '../edges/found';
import type { EdgeVerdict } from './result';
import { phrase } from '../text/text';

/**
 * An expected absence counts only where the sender has shown that it can send: one of its edges that must answer
 * has passed. An endpoint that can reach nobody else by its nature shows it with its own addresses. So does one whose
 * own kernel answered "unreachable", since an answer is no silence.
 *
 * @param verdicts those of `expectations`, in the same order
 */
export function requireControls(
  expectations: readonly Expectation[],
  verdicts: readonly EdgeVerdict[],
): EdgeVerdict[] {
  const hasPositive = new Set<string>();
  const shown = new Set<string>();
  const shownToItself = new Set<string>();
  expectations.forEach((expectation, index) => {
    if (!mustAnswer(expectation)) return;
    const { from } = expectation.edge;
    const passed = verdicts[index]?.status === 'pass';
    if (isOwn(expectation)) {
      if (passed) shownToItself.add(from);
    } else {
      hasPositive.add(from);
      if (passed) shown.add(from);
    }
  });
  return expectations.flatMap((expectation, index) => {
    const verdict = verdicts[index];
    if (verdict === undefined) return [];
    const { from } = expectation.edge;
    if (verdict.status !== 'pass' || mustAnswer(expectation)) return [verdict];
    const silent = expectation.prediction.outcome !== 'unreachable' && hasPositive.has(from);
    if (shown.has(from) || (!silent && shownToItself.has(from))) return [verdict];
    return [
      {
        ...verdict,
        status: 'error' as const,
        detail: phrase(
          'no positive control: nothing that {a} should reach answered it ({detail})',
          { a: from, detail: verdict.detail },
        ),
      },
    ];
  });
}

const mustAnswer = ({ prediction }: Expectation): boolean => isAnswer(prediction.outcome);

const isOwn = ({ edge }: Expectation): boolean =>
  edge.target.kind !== 'gateway' && receiverOf(edge) === edge.from;
