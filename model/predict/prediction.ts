import type { EndpointId, Outcome } from '../edge';
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

/** Everyone behind what is asked for: whose stack answers, who listens or publishes, and the replicas of a service. */
export function behindOf({ answeredBy, reasons }: Prediction): readonly EndpointId[] {
  const publishers = reasons.flatMap((reason) => ('publisher' in reason ? [reason.publisher] : []));
  if (answeredBy === undefined) return [...new Set(publishers)];
  const { id } = answeredBy;
  const listener = 'listener' in answeredBy ? answeredBy.listener : undefined;
  const replicas = 'replicas' in answeredBy ? answeredBy.replicas : [];
  return [
    ...new Set([...publishers, ...(listener === undefined ? [] : [listener]), id, ...replicas]),
  ];
}
