import type { PublishedPort } from '../../topology/lab';
import { token, type Difference } from './cause';
import { pairUp } from './pairs';
import { keyOf, list } from './words';
import { phrase, type Value } from '../../text/text';

/** A port of the node, and where on it and to what a container publishes it. */
interface Socket {
  readonly port: PublishedPort;
  readonly words: string;
  readonly addresses: Value;
}

interface Publisher {
  readonly name: string;
  readonly ports: readonly PublishedPort[];
}

const WORDS = {
  node: {
    begins: '{name} publishes {ports}',
    ends: '{name} no longer publishes {ports}',
    changes: '{name} publishes otherwise: {ports}',
  },
  mesh: {
    begins: '{name} publishes {ports} through the routing mesh',
    ends: '{name} no longer publishes {ports} through the routing mesh',
    changes: '{name} publishes otherwise: {ports} through the routing mesh',
  },
} as const;

/**
 * Ports that a container or service begins or ceases to publish, or publishes otherwise.
 *
 * @param nodes Whose ports they are
 * @param how By the node itself, or by the swarm
 */
export function* portDifferences(
  old: Publisher,
  now: Publisher,
  nodes: readonly string[],
  how: keyof typeof WORDS = 'node',
): Generator<Difference> {
  const { name } = now;
  const sockets = pairUp(socketsOf(old), socketsOf(now), ({ words }) => words);
  const tell = (
    { port, words }: Socket,
    what: keyof (typeof WORDS)['node'],
    item: Value = words,
  ): Difference => ({
    kind: 'port',
    together: `${name} ${what}`,
    item,
    sentence: (items) => phrase(WORDS[how][what], { name, ports: list(items) }),
    subjects: [name],
    tokens: nodes.map((node) => token.published(node, port.published, port.protocol)),
  });
  for (const socket of sockets.added) yield tell(socket, 'begins');
  for (const socket of sockets.removed) yield tell(socket, 'ends');
  for (const [was, is] of sockets.kept) {
    if (keyOf(was.addresses) === keyOf(is.addresses)) continue;
    const item = phrase('{port} ({old} -> {now})', {
      port: is.words,
      old: was.addresses,
      now: is.addresses,
    });
    yield tell(is, 'changes', item);
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
    addresses: same.map(({ ip, target }) =>
      phrase('{address} to {port}', { address: ip, port: target }),
    ),
  }));
}
