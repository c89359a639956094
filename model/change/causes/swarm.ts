import { GATEWAY_BRIDGE, type Lab } from '../../lab';
import { token, type Difference } from './cause';
import { single } from './nodes';
import { pairUp } from './pairs';
import { list, verb } from './words';

/** Nodes that join and leave the swarm, and with it get or lose docker_gwbridge; and which one manages it. */
export function* swarmDifferences(before: Lab, after: Lab): Generator<Difference> {
  const nodes = pairUp(before.nodes, after.nodes, ({ name }) => name);
  const kept = new Set(nodes.kept.map(([{ name }]) => name));
  const swarm = pairUp(before.swarm, after.swarm, (node) => node);
  const tell = (node: string, one: string, several: string): Difference => ({
    kind: 'network',
    together: `swarm ${one}`,
    item: node,
    sentence: (items) => `${list(items)} ${verb(items, one, several)} the swarm`,
    subjects: [node],
    tokens: [token.network(node, GATEWAY_BRIDGE)],
  });
  for (const node of swarm.added) if (kept.has(node)) yield tell(node, 'joins', 'join');
  for (const node of swarm.removed) if (kept.has(node)) yield tell(node, 'leaves', 'leave');
  const [old, now] = [before.swarm[0], after.swarm[0]];
  if (old === now || old === undefined || now === undefined) return;
  const text = `${now} manages the swarm instead of ${old}`;
  yield single({ kind: 'inert', subjects: [], text, tokens: [] });
}
