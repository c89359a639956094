import type { Container, Lab, Networking } from '../../lab';
import { attachmentDifferences } from './attachments';
import { token, type Difference } from './cause';
import { inertDifferences } from './inert';
import { linkDifferences } from './links';
import { listenerDifferences } from './listeners';
import { pairUp } from './pairs';
import { portDifferences } from './published';
import { list, networkingWords, placeOf, verb } from './words';

/** Containers; those of a node that is new or gone belong to the node, and replicas to their services. */
export function* containerDifferences(before: Lab, after: Lab): Generator<Difference> {
  const nodes = pairUp(before.nodes, after.nodes, ({ name }) => name);
  const kept = new Set(nodes.kept.map(([{ name }]) => name));
  const own = ({ containers }: Lab) => containers.filter(({ service }) => service === undefined);
  const containers = pairUp(own(before), own(after), ({ name }) => name);
  for (const container of containers.added) {
    if (kept.has(container.node)) yield whole(container, ['is new on', 'are new on']);
  }
  for (const container of containers.removed) {
    if (kept.has(container.node)) yield whole(container, ['is gone from', 'are gone from']);
  }
  for (const [old, now] of containers.kept) yield* keptContainer(before, after, old, now);
}

function whole(container: Container, [one, several]: readonly [string, string]): Difference {
  const { name } = container;
  const place = placeOf(container);
  return {
    kind: 'endpoint',
    together: `${one} ${place}`,
    item: name,
    sentence: (items) =>
      `${items.length > 6 ? `${items.length} containers: ` : ''}${list(items)} ${verb(items, one, several)} ${place}`,
    subjects: [name],
    tokens: [token.endpoint(name)],
  };
}

function* keptContainer(
  before: Lab,
  after: Lab,
  old: Container,
  now: Container,
): Generator<Difference> {
  const { name } = now;
  if (old.node !== now.node) {
    yield changed(`${old.node} ${now.node}`, name, `from ${old.node} to ${placeOf(now)}`, 'move');
  } else if (modeOf(old.networking) !== modeOf(now.networking)) {
    const from = networkingWords(old.networking);
    const to = networkingWords(now.networking);
    yield changed(`${from} ${to}`, name, `from ${from} to ${to}`, 'change');
  } else {
    yield* attachmentDifferences(before, after, old, now);
  }
  yield* portDifferences(old, now, [old.node, now.node]);
  yield* linkDifferences(old, now);
  yield* listenerDifferences(name, old.listens, now.listens);
  yield* inertDifferences(old, now);
}

const changed = (together: string, name: string, what: string, word: string): Difference => ({
  kind: 'mode',
  together,
  item: name,
  sentence: (items) => `${list(items)} ${verb(items, `${word}s`, word)} ${what}`,
  subjects: [name],
  tokens: [token.endpoint(name)],
});

const modeOf = (networking: Networking): string =>
  networking.mode === 'container' ? `container:${networking.container}` : networking.mode;
