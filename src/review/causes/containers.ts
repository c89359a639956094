import type { Container, Lab, Networking } from '../../topology/lab';
import { attachmentDifferences } from './attachments';
import { token, type Difference } from './cause';
import { inertDifferences } from './inert';
import { linkDifferences } from './links';
import { listenerDifferences } from './listeners';
import { pairUp } from './pairs';
import { portDifferences } from './published';
import { isOne, keyOf, list, networkingWords, placeOf } from './words';
import { phrase, type Value } from '../../text/text';

/** Containers; those of a node that is new or gone belong to the node, and replicas to their services. */
export function* containerDifferences(before: Lab, after: Lab): Generator<Difference> {
  const nodes = pairUp(before.nodes, after.nodes, ({ name }) => name);
  const kept = new Set(nodes.kept.map(([{ name }]) => name));
  const own = ({ containers }: Lab) => containers.filter(({ service }) => service === undefined);
  const containers = pairUp(own(before), own(after), ({ name }) => name);
  for (const container of containers.added) {
    if (kept.has(container.node)) yield whole(container, 'new');
  }
  for (const container of containers.removed) {
    if (kept.has(container.node)) yield whole(container, 'gone');
  }
  for (const [old, now] of containers.kept) yield* keptContainer(before, after, old, now);
}

const WHOLE = {
  new: [
    '{names} is new on {place}',
    '{names} are new on {place}',
    '{count} containers: {names} are new on {place}',
  ],
  gone: [
    '{names} is gone from {place}',
    '{names} are gone from {place}',
    '{count} containers: {names} are gone from {place}',
  ],
} as const;
/** From so many on a sentence counts them. */
const MANY = 7;

function whole(container: Container, what: keyof typeof WHOLE): Difference {
  const { name } = container;
  const place = placeOf(container);
  return {
    kind: 'endpoint',
    together: keyOf(what, place),
    item: name,
    sentence: (items) =>
      phrase(WHOLE[what][isOne(items) ? 0 : items.length < MANY ? 1 : 2], {
        count: items.length,
        names: list(items),
        place,
      }),
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
    yield changed(name, 'moves', old.node, placeOf(now));
  } else if (modeOf(old.networking) !== modeOf(now.networking)) {
    const [from, to] = [old, now].map((one) => networkingWords(one.networking));
    yield changed(name, 'changes', from!, to!);
  } else {
    yield* attachmentDifferences(before, after, old, now);
  }
  yield* portDifferences(old, now, [old.node, now.node]);
  yield* linkDifferences(old, now);
  yield* listenerDifferences(name, old.listens, now.listens);
  yield* inertDifferences(old, now);
}

const CHANGED = {
  moves: ['{names} moves from {from} to {to}', '{names} move from {from} to {to}'],
  changes: ['{names} changes from {from} to {to}', '{names} change from {from} to {to}'],
} as const;

const changed = (name: string, what: keyof typeof CHANGED, from: Value, to: Value): Difference => ({
  kind: 'mode',
  together: keyOf(what, from, to),
  item: name,
  sentence: (items) =>
    phrase(CHANGED[what][isOne(items) ? 0 : 1], { names: list(items), from, to }),
  subjects: [name],
  tokens: [token.endpoint(name)],
});

const modeOf = (networking: Networking): string =>
  networking.mode === 'container' ? `container:${networking.container}` : networking.mode;
