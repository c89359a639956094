import type { CheckResult } from '../../../src/verdict/result';
import { networkOf } from '../../../src/topology/edge';
import { expectations } from '../../../src/edges/expectations';
import type { Lab } from '../../../src/topology/lab';
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
