import { namespaceId, OUTSIDE, type EndpointId } from '../../edge';
import type { Lab, LabNode, NamespacePair } from '../../lab';
import { token, type Difference } from './cause';
import { listenerDifferences } from './listeners';
import { changedFields, pairUp } from './pairs';
import { counted } from './words';

/** Nodes, namespace pairs and the machine that runs the lab. */
export function* nodeDifferences(before: Lab, after: Lab): Generator<Difference> {
  const nodes = pairUp(before.nodes, after.nodes, ({ name }) => name);
  for (const node of nodes.added) yield wholeNode(after, node, 'is new');
  for (const node of nodes.removed) yield wholeNode(before, node, 'is gone');
  for (const [old, now] of nodes.kept) yield* keptNode(old, now);
  if (before.outside.address !== after.outside.address) {
    yield single({
      kind: 'host',
      subjects: [OUTSIDE],
      text: `the machine that runs the lab has address ${after.outside.address} instead of ${before.outside.address}`,
      tokens: [token.endpoint(OUTSIDE)],
    });
  }
  const kept = new Set(nodes.kept.map(([node]) => node.name));
  const on = (pairs: readonly NamespacePair[]) => pairs.filter(({ node }) => kept.has(node));
  yield* pairDifferences(on(before.namespacePairs), on(after.namespacePairs));
}

/** With everything on it but replicas, which are on whichever node the swarm chooses. */
function wholeNode(lab: Lab, { name }: LabNode, verb: string): Difference {
  const containers = lab.containers
    .filter(({ node, service }) => node === name && service === undefined)
    .map((c) => c.name);
  const namespaces = lab.namespacePairs
    .filter(({ node }) => node === name)
    .flatMap(({ ends }) => ends.map((end) => namespaceId(end.name)));
  const subjects: EndpointId[] = [name, ...containers, ...namespaces];
  const load = containers.length === 0 ? '' : `, with ${counted(containers.length, 'container')}`;
  return single({
    kind: 'endpoint',
    subjects,
    text: `node ${name} ${verb}${load}`,
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
      text: `node ${name}: ${moved.join(', ')}`,
      tokens: [token.endpoint(name), token.node(name)],
    });
  }
  const inert = changedFields(old, now, ['memory', 'cpus']);
  if (inert.length > 0) {
    yield single({
      kind: 'inert',
      subjects: [],
      text: `node ${name}: ${inert.join(', ')}`,
      tokens: [],
    });
  }
  yield* listenerDifferences(name, old.listens, now.listens);
}

function* pairDifferences(
  before: readonly NamespacePair[],
  after: readonly NamespacePair[],
): Generator<Difference> {
  const names = ({ ends }: NamespacePair): string[] => ends.map(({ name }) => name).sort();
  const pairs = pairUp(before, after, (pair) => `${pair.node} ${names(pair).join(' ')}`);
  const tell = (pair: NamespacePair, what: string): Difference => {
    const subjects = names(pair).map(namespaceId);
    return single({
      kind: 'endpoint',
      subjects,
      text: `namespace pair ${names(pair).join(' and ')} ${what} on ${pair.node}`,
      tokens: subjects.map(token.endpoint),
    });
  };
  for (const pair of pairs.added) yield tell(pair, 'is new');
  for (const pair of pairs.removed) yield tell(pair, 'is gone');
  const addresses = ({ ends }: NamespacePair): string =>
    ends
      .map(({ name, address, prefix }) => `${name} ${address}/${prefix}`)
      .sort()
      .join();
  for (const [old, now] of pairs.kept) {
    if (addresses(old) !== addresses(now)) yield tell(now, 'has other addresses');
  }
}

/** A difference that is never told together with another. */
export const single = ({
  text,
  ...rest
}: Omit<Difference, 'together' | 'item' | 'sentence'> & { readonly text: string }): Difference => ({
  ...rest,
  together: text,
  item: text,
  sentence: () => text,
});
