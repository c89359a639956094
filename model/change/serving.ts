import type { EndpointId } from '../edge';
import { servingOf, type Answerer } from '../predict/prediction';

/** The publisher, else the listener, else whose stack answers. */
export function servedBy(answerer: Answerer | undefined): EndpointId | undefined {
  const { publisher, listener } = servingOf(answerer);
  return publisher ?? listener ?? answerer?.id;
}
