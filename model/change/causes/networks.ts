import type { Lab, Network } from '../../lab';
import { token, type Difference } from './cause';
import { single } from './nodes';
import { changedFields, pairUp } from './pairs';
import { list, verb, withMembers } from './words';

/** Key of a network among those of all nodes. */
const networkKey = (node: string, name: string): string => `${node} ${name}`;

/** Networks of nodes that are there before and after. */
export function* networkDifferences(before: Lab, after: Lab): Generator<Difference> {
  const nodes = pairUp(before.nodes, after.nodes, ({ name }) => name);
  const kept = new Set(nodes.kept.map(([{ name }]) => name));
  const on = ({ networks }: Lab): Network[] => networks.filter(({ node }) => kept.has(node));
  const networks = pairUp(on(before), on(after), ({ node, name }) => networkKey(node, name));
  for (const network of networks.added) yield whole(after, network, 'is new');
  for (const network of networks.removed) yield whole(before, network, 'is gone');
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
      together: `${now.node} ${changed.join()}`,
      item: now.name,
      sentence: (items) =>
        `${verb(items, 'network', 'networks')} ${list(items)} of ${now.node}: ${changed.join(', ')}`,
      subjects: [],
      tokens: [token.network(now.node, now.name)],
    };
  }
}

/** With the containers that are on it. */
function whole({ containers }: Lab, { node, name }: Network, verb: string): Difference {
  const own = containers.filter((container) => container.node === node);
  const who = withMembers(own, name);
  return single({
    kind: 'network',
    subjects: [],
    text: `network ${name} of ${node} ${verb}${who}`,
    tokens: [token.network(node, name)],
  });
}
