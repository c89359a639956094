import type { EndpointId, Outcome } from '../topology/edge';
import type { Hop } from './hop';
import type { Reason } from './reason';

/** What becomes of a packet, who answers it, and why. */
export interface Prediction {
  readonly outcome: Outcome;
  /** Undefined where nothing answers. */
  readonly answeredBy: Answerer | undefined;
  /** As far as the packet comes; empty where the sender cannot send it. */
  readonly hops: readonly Hop[];
  /** From the sender to the answer, never empty. */
  readonly reasons: readonly Reason[];
}

/** Whose network stack answers, be it with a refusal, and what in it does. */
export type Answerer =
  | (Serving & { readonly kind: 'container'; readonly id: EndpointId; readonly node: string })
  | (Serving & { readonly kind: 'node'; readonly id: EndpointId })
  /** `replicas`: those of which one answers; none where the virtual address itself does. */
  | (Serving & {
      readonly kind: 'service';
      readonly id: EndpointId;
      readonly replicas: readonly EndpointId[];
    })
  | { readonly kind: 'namespace'; readonly id: EndpointId; readonly node: string }
  | { readonly kind: 'outside'; readonly id: EndpointId };

interface Serving {
  /** Who listens on the port that is asked for: a container, which may have another's stack, or a node. */
  readonly listener?: EndpointId;
  /** Text that the page of `listener` must contain. */
  readonly page?: string;
  /** The container or service that publishes the port that is asked for at a node. */
  readonly publisher?: EndpointId;
}

/** Who publishes the port that is asked for, who listens there, and the page. */
export const servingOf = (answerer: Answerer | undefined): Serving =>
  answerer === undefined || answerer.kind === 'namespace' || answerer.kind === 'outside'
    ? {}
    : answerer;

/** The reason by which a port of a node is passed on: `publisher`, and `target`, the port inside. */
export const passedOn = ({
  reasons,
}: Pick<Prediction, 'reasons'>): Extract<Reason, { readonly target: number }> | undefined =>
  reasons.find((reason) => 'target' in reason);

/** Whoever publishes the port that is asked for, in the order of the reasons. */
export const publishersOf = ({ reasons }: Pick<Prediction, 'reasons'>): readonly EndpointId[] =>
  reasons.flatMap((reason) => ('publisher' in reason ? [reason.publisher] : []));

/** Everyone behind what is asked for: whose stack answers, who listens or publishes, and the replicas of a service. */
export function behindOf(prediction: Prediction): readonly EndpointId[] {
  const { answeredBy } = prediction;
  const { listener } = servingOf(answeredBy);
  return [
    ...new Set([
      ...publishersOf(prediction),
      ...(listener === undefined ? [] : [listener]),
      ...(answeredBy === undefined ? [] : [answeredBy.id]),
      ...(answeredBy?.kind === 'service' ? answeredBy.replicas : []),
    ]),
  ];
}
