import type { CheckResult, Verdict } from '../../../checks/result';
import { edgeLabel, type Target } from '../../../model/edge';
import { expectations } from '../../../model/expectations';
import type { Lab } from '../../../model/lab';
import { resultOf, verdict } from '../../support/verdicts';

/** Every edge of the lab as predicted, and found so. */
export const predictedResult = (lab: Lab): CheckResult =>
  resultOf(
    expectations(lab).map(({ edge, outcome, reasons }): Verdict => {
      const { from, target } = edge;
      const to = receiverOf(target) ?? from;
      return {
        ...verdict({ subject: edgeLabel(edge), from, to, expected: outcome, measured: outcome }),
        reasons,
        ...('network' in target ? { network: target.network } : {}),
      };
    }),
  );

const receiverOf = (target: Target): string | undefined => {
  if (target.kind === 'node-port') return target.node;
  return 'endpoint' in target ? target.endpoint : undefined;
};
