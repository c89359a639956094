import type { EndpointId } from '../../topology/edge';
import type { Listener } from '../../topology/lab';
import { token, type Difference } from './cause';
import { pairUp } from './pairs';
import { list } from './words';
import { phrase } from '../../text/text';

const WORDS = {
  begins: '{name} listens on {ports}',
  ends: '{name} no longer listens on {ports}',
} as const;

/**
 * Ports on which a container, node or service begins or ceases to listen.
 *
 * @param ids Who listens: of a service each replica too
 */
export function* listenerDifferences(
  id: EndpointId,
  before: readonly Listener[],
  after: readonly Listener[],
  ids: readonly EndpointId[] = [id],
): Generator<Difference> {
  const words = ({ port, protocol }: Listener): string => `${port}/${protocol}`;
  const { added, removed } = pairUp(before, after, words);
  const tell = (listener: Listener, what: keyof typeof WORDS): Difference => ({
    kind: 'listener',
    together: `${id} ${what}`,
    item: words(listener),
    sentence: (items) => phrase(WORDS[what], { name: id, ports: list(items) }),
    subjects: [id],
    tokens: ids.map((one) => token.listener(one, listener.port, listener.protocol)),
  });
  for (const listener of added) yield tell(listener, 'begins');
  for (const listener of removed) yield tell(listener, 'ends');
}
