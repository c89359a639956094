import { endpointNamed, questions } from '../edges/ask';
import type { ReachabilityChange } from '../review/change';
import { diffReachability } from '../review/diff';
import type { Edge } from '../topology/edge';
import type { Lab } from '../topology/lab';
import { createPredictor } from '../predict/predict';
import type { Prediction } from '../predict/prediction';
import type { Proof } from '../edges/prove';
import { prove, unknownParties } from '../edges/prove';
import type { Topology } from '../topology/topology';
import { validate as examine } from '../topology/validate';
import { reasonIn } from '../i18n/catalogue';

export type * from '../topology/topology';
export type { Claim } from '../topology/claims';
export type { Edge, Outcome, Target } from '../topology/edge';
export type { Reason } from '../predict/reason';
export { TopologyError } from '../topology/problems';
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
