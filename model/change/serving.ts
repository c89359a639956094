import type { EndpointId } from '../edge';
import type { Answerer } from '../predict/prediction';

interface Serving {
  readonly publisher?: EndpointId;
  readonly listener?: EndpointId;
}

/** Who publishes the port that is asked for, and who listens there. */
export const serving = (answerer: Answerer | undefined): Serving =>
  answerer === undefined || answerer.kind === 'namespace' || answerer.kind === 'outside'
    ? {}
    : answerer;

/** The publisher, else the listener, else whose stack answers. */
export function servedBy(answerer: Answerer | undefined): EndpointId | undefined {
  const { publisher, listener } = serving(answerer);
  return publisher ?? listener ?? answerer?.id;
}
