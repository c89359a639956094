import type { CheckResult } from '../../../checks/result';
import { networkOf } from '../../../model/edge';
import { expectations } from '../../../model/expectations';
import type { Lab } from '../../../model/lab';
import { resultOf, verdict } from '../../support/verdicts';

/** Every edge of the lab as predicted, and found so. */
export const predictedResult = (lab: Lab): CheckResult =>
  resultOf(
    expectations(lab).map(({ edge, prediction }) => {
      const network = networkOf(edge.target);
      return verdict({
        ...{ edge, prediction, found: { kind: 'outcome', outcome: prediction.outcome } },
        ...(network === undefined ? {} : { network }),
      });
    }),
  );
