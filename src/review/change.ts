import type { Text } from '../text/text';
import type { Edge, EndpointId } from '../topology/edge';
import type { Prediction } from '../predict/prediction';

/**
 * What a change does to an edge: it becomes reachable, stops being reachable, is not reachable on either side but
 * for another outcome, or has the same outcome for another reason.
 */
export type ChangeKind = 'new' | 'lost' | 'outcome' | 'reason';

/** Edges by what becomes of them. */
export type Counts = Readonly<Record<ChangeKind, number>>;

/** One edge that is not what it was. A side on which nobody could ask for it is undefined. */
export interface EdgeChange {
  readonly kind: ChangeKind;
  /** As it is asked for after the change, or before it where it is gone. */
  readonly edge: Edge;
  readonly before: Prediction | undefined;
  readonly after: Prediction | undefined;
}

/** Who is at the ends of a group's edges, seen from those whom the cause is about. */
export interface Parties {
  /** Whom the cause is about; empty where it is about nobody in particular. */
  readonly hub: readonly EndpointId[];
  /** They reach the hub, and it reaches them; without a hub: those who are senders and targets. */
  readonly both: readonly EndpointId[];
  /** Reached from the hub; without one: targets only. */
  readonly to: readonly EndpointId[];
  /** They reach the hub; without one: senders only. */
  readonly from: readonly EndpointId[];
}

/** The edges that change for one cause. */
export interface CauseGroup {
  /** The cause as a sentence without its full stop: `test4 joins the default bridge`. */
  readonly cause: Text;
  readonly counts: Counts;
  readonly parties: Parties;
  /** Made one by one when asked for: there may be a million. */
  readonly edges: () => Iterable<EdgeChange>;
}

/** What a change of the topology does to who can reach whom. Every changed edge is in exactly one group. */
export interface ReachabilityChange {
  readonly counts: Counts;
  /** Those with the most new and lost edges first. */
  readonly groups: readonly CauseGroup[];
  /** Changes of the topology that change no edge, as sentences. */
  readonly withoutEffect: readonly Text[];
}

export const NO_CHANGES: Counts = { new: 0, lost: 0, outcome: 0, reason: 0 };

export const addCounts = (a: Counts, b: Counts): Counts => ({
  new: a.new + b.new,
  lost: a.lost + b.lost,
  outcome: a.outcome + b.outcome,
  reason: a.reason + b.reason,
});
