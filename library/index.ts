import { endpointNamed, questions } from '../model/ask';
import type { ReachabilityChange } from '../model/change/change';
import { diffReachability } from '../model/change/diff';
import type { Edge } from '../model/edge';
import type { Lab } from '../model/lab';
import { createPredictor } from '../model/predict/predict';
import type { Prediction } from '../model/predict/prediction';
import type { Proof } from '../model/prove';
import { prove, unknownParties } from '../model/prove';
import type { Topology } from '../model/topology';
import { validate as examine } from '../model/validate';
import { reasonIn } from '../words/catalogue';

export type * from '../model/topology';
export type { Claim } from '../model/claims';
export type { Edge, Outcome, Target } from '../model/edge';
export type { Reason } from '../model/predict/reason';
export { TopologyError } from '../model/problems';
export type { Lab, Prediction, Proof, ReachabilityChange };

/** A lab of a topology. @throws TopologyError with everything that is wrong */
export const validate = (topology: Topology): Lab => examine(topology, 'topology');

/** A way from one endpoint to another, what becomes of a packet on it, and why in English. */
export interface Answer {
  readonly edge: Edge;
  readonly prediction: Prediction;
  readonly why: readonly string[];
}

/**
 * Who is reached, by every way that the question means.
 *
 * @param to `db`, `db:5432`, `db@network`, `"name"`, an address or `outside`
 * @throws RangeError for somebody whom the lab has not got
 */
export function predict(lab: Lab, from: string, to: string): Answer[] {
  const sender = endpointNamed(lab, from, new Map());
  if (sender === undefined) throw new RangeError(`the lab has no endpoint ${from}`);
  const predictor = createPredictor(lab);
  return questions(lab, sender, to, new Map()).map((edge) => {
    const prediction = predictor.predict(edge);
    return { edge, prediction, why: prediction.reasons.map((one) => reasonIn('en', one)) };
  });
}

/** What a change opens and closes, and by which of its causes. */
export const review = (before: Lab, after: Lab): ReachabilityChange =>
  diffReachability(before, after);

/** The claims of a lab, each with the ways that break it. @throws RangeError for one that names what is not there */
export function proveClaims(lab: Lab): Proof[] {
  const claims = lab.claims ?? [];
  const [unknown] = unknownParties(lab, claims, new Map());
  if (unknown !== undefined) throw new RangeError(`${unknown.claim.text}: no ${unknown.name}`);
  return prove(lab, claims);
}
