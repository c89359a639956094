import type { Lab, Network } from '../../topology/lab';
import { token, type Difference } from './cause';
import { single } from './nodes';
import { changedFields, pairUp } from './pairs';
import { isOne, keyOf, list, membersOf } from './words';
import { phrase } from '../../text/text';

/** Key of a network among those of all nodes. */
const networkKey = (node: string, name: string): string => `${node} ${name}`;

/** Networks of nodes that are there before and after. */
export function* networkDifferences(before: Lab, after: Lab): Generator<Difference> {
  const nodes = pairUp(before.nodes, after.nodes, ({ name }) => name);
  const kept = new Set(nodes.kept.map(([{ name }]) => name));
  const on = ({ networks }: Lab): Network[] => networks.filter(({ node }) => kept.has(node));
  const networks = pairUp(on(before), on(after), ({ node, name }) => networkKey(node, name));
  for (const network of networks.added) yield whole(after, network, 'new');
  for (const network of networks.removed) yield whole(before, network, 'gone');
  for (const [old, now] of networks.kept) {
    const changed = changedFields(old, now, [
      'driver',
      'subnet',
      'gateway',
      'subnet6',
      'internal',
      'icc',
    ]);
    if (changed.length === 0) continue;
    yield {
      kind: 'network-options',
      together: keyOf(now.node, changed),
      item: now.name,
      sentence: (items) =>
        phrase(
          isOne(items)
            ? 'network {names} of {node}: {changes}'
            : 'networks {names} of {node}: {changes}',
          { names: list(items), node: now.node, changes: changed },
        ),
      subjects: [],
      tokens: [token.network(now.node, now.name)],
    };
  }
}

const WHOLE = {
  new: ['network {name} of {node} is new', 'network {name} of {node} is new, with {names}'],
  gone: ['network {name} of {node} is gone', 'network {name} of {node} is gone, with {names}'],
} as const;

/** With the containers that are on it. */
function whole({ containers }: Lab, { node, name }: Network, what: keyof typeof WHOLE): Difference {
  const own = containers.filter((container) => container.node === node);
  const names = membersOf(own, name);
  return single({
    kind: 'network',
    subjects: [],
    text: phrase(WHOLE[what][names.length === 0 ? 0 : 1], { name, node, names: list(names) }),
    tokens: [token.network(node, name)],
  });
}
