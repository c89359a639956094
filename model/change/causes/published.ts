import type { PublishedPort } from '../../lab';
import { token, type Difference } from './cause';
import { pairUp } from './pairs';
import { list } from './words';

/** A port of the node, and where on it and to what a container publishes it. */
interface Socket {
  readonly port: PublishedPort;
  readonly words: string;
  readonly addresses: string;
}

interface Publisher {
  readonly name: string;
  readonly ports: readonly PublishedPort[];
}

/**
 * Ports that a container or service begins or ceases to publish, or publishes otherwise.
 *
 * @param nodes Whose ports they are
 * @param how Said at the end
 */
export function* portDifferences(
  old: Publisher,
  now: Publisher,
  nodes: readonly string[],
  how = '',
): Generator<Difference> {
  const { name } = now;
  const sockets = pairUp(socketsOf(old), socketsOf(now), ({ words }) => words);
  const tell = ({ port, words }: Socket, what: string, item = words): Difference => ({
    kind: 'port',
    together: `${name} ${what}`,
    item,
    sentence: (items) => `${name} ${what} ${list(items)}${how}`,
    subjects: [name],
    tokens: nodes.map((node) => token.published(node, port.published, port.protocol)),
  });
  for (const socket of sockets.added) yield tell(socket, 'publishes');
  for (const socket of sockets.removed) yield tell(socket, 'no longer publishes');
  for (const [was, is] of sockets.kept) {
    if (was.addresses === is.addresses) continue;
    const item = `${is.words} (${was.addresses} -> ${is.addresses})`;
    yield tell(is, 'publishes otherwise:', item);
  }
}

function socketsOf({ ports }: Publisher): Socket[] {
  const sockets = new Map<string, PublishedPort[]>();
  for (const port of ports) {
    const words = `${port.published}/${port.protocol}`;
    sockets.set(words, [...(sockets.get(words) ?? []), port]);
  }
  return [...sockets].map(([words, same]) => ({
    port: same[0]!,
    words,
    addresses: same.map(({ ip, target }) => `${ip} to ${target}`).join(' and '),
  }));
}
