import { namespaceId, OUTSIDE, type EndpointId } from '../../topology/edge';
import type { Lab, LabNode, NamespacePair } from '../../topology/lab';
import { token, type Difference } from './cause';
import { listenerDifferences } from './listeners';
import { changedFields, pairUp } from './pairs';
import { phrase, type Text } from '../../text/text';
import { keyOf } from './words';

/** Nodes, namespace pairs and the machine that runs the lab. */
export function* nodeDifferences(before: Lab, after: Lab): Generator<Difference> {
  const nodes = pairUp(before.nodes, after.nodes, ({ name }) => name);
  for (const node of nodes.added) yield wholeNode(after, node, 'new');
  for (const node of nodes.removed) yield wholeNode(before, node, 'gone');
  for (const [old, now] of nodes.kept) yield* keptNode(old, now);
  if (before.outside.address !== after.outside.address) {
    yield single({
      kind: 'host',
      subjects: [OUTSIDE],
      text: phrase('the machine that runs the lab has address {now} instead of {old}', {
        now: after.outside.address,
        old: before.outside.address,
      }),
      tokens: [token.endpoint(OUTSIDE)],
    });
  }
  const kept = new Set(nodes.kept.map(([node]) => node.name));
  const on = (pairs: readonly NamespacePair[]) => pairs.filter(({ node }) => kept.has(node));
  yield* pairDifferences(on(before.namespacePairs), on(after.namespacePairs));
}

const WHOLE = {
  new: ['node {name} is new', 'node {name} is new, with {load}'],
  gone: ['node {name} is gone', 'node {name} is gone, with {load}'],
} as const;

/** With everything on it but replicas, which are on whichever node the swarm chooses. */
function wholeNode(lab: Lab, { name }: LabNode, what: keyof typeof WHOLE): Difference {
  const containers = lab.containers
    .filter(({ node, service }) => node === name && service === undefined)
    .map((c) => c.name);
  const namespaces = lab.namespacePairs
    .filter(({ node }) => node === name)
    .flatMap(({ ends }) => ends.map((end) => namespaceId(end.name)));
  const subjects: EndpointId[] = [name, ...containers, ...namespaces];
  const count = containers.length;
  const load = phrase(count === 1 ? '{count} container' : '{count} containers', { count });
  return single({
    kind: 'endpoint',
    subjects,
    text: phrase(WHOLE[what][count === 0 ? 0 : 1], { name, load }),
    tokens: subjects.map(token.endpoint),
  });
}

function* keptNode(old: LabNode, now: LabNode): Generator<Difference> {
  const name = now.name;
  const moved = changedFields(old, now, ['address', 'subnet', 'engine']);
  if (moved.length > 0) {
    yield single({
      kind: 'host',
      subjects: [name],
      text: phrase('node {name}: {changes}', { name, changes: moved }),
      tokens: [token.endpoint(name), token.node(name)],
    });
  }
  const inert = changedFields(old, now, ['memory', 'cpus']);
  if (inert.length > 0) {
    yield single({
      kind: 'inert',
      subjects: [],
      text: phrase('node {name}: {changes}', { name, changes: inert }),
      tokens: [],
    });
  }
  yield* listenerDifferences(name, old.listens, now.listens);
}

const PAIR = {
  new: 'namespace pair {name} and {other} is new on {node}',
  gone: 'namespace pair {name} and {other} is gone on {node}',
  addresses: 'namespace pair {name} and {other} has other addresses on {node}',
} as const;

function* pairDifferences(
  before: readonly NamespacePair[],
  after: readonly NamespacePair[],
): Generator<Difference> {
  const names = ({ ends }: NamespacePair): string[] => ends.map(({ name }) => name).sort();
  const pairs = pairUp(before, after, (pair) => `${pair.node} ${names(pair).join(' ')}`);
  const tell = (pair: NamespacePair, what: (typeof PAIR)[keyof typeof PAIR]): Difference => {
    const [name = '', other = ''] = names(pair);
    const subjects = [name, other].map(namespaceId);
    return single({
      kind: 'endpoint',
      subjects,
      text: phrase(what, { name, other, node: pair.node }),
      tokens: subjects.map(token.endpoint),
    });
  };
  for (const pair of pairs.added) yield tell(pair, PAIR.new);
  for (const pair of pairs.removed) yield tell(pair, PAIR.gone);
  const addresses = ({ ends }: NamespacePair): string =>
    ends
      .map(({ name, address, prefix }) => `${name} ${address}/${prefix}`)
      .sort()
      .join();
  for (const [old, now] of pairs.kept) {
    if (addresses(old) !== addresses(now)) yield tell(now, PAIR.addresses);
  }
}

/** A difference that is never told together with another. */
export const single = ({
  text,
  ...rest
}: Omit<Difference, 'together' | 'item' | 'sentence'> & { readonly text: Text }): Difference => ({
  ...rest,
  together: keyOf(text),
  item: '',
  sentence: () => text,
});
