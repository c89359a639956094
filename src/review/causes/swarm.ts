import { GATEWAY_BRIDGE, type Lab } from '../../topology/lab';
import { token, type Difference } from './cause';
import { single } from './nodes';
import { pairUp } from './pairs';
import { isOne, list } from './words';
import { phrase } from '../../text/text';

const WORDS = {
  joins: ['{names} joins the swarm', '{names} join the swarm'],
  leaves: ['{names} leaves the swarm', '{names} leave the swarm'],
} as const;

/** Nodes that join and leave the swarm, and with it get or lose docker_gwbridge; and which one manages it. */
export function* swarmDifferences(before: Lab, after: Lab): Generator<Difference> {
  const nodes = pairUp(before.nodes, after.nodes, ({ name }) => name);
  const kept = new Set(nodes.kept.map(([{ name }]) => name));
  const swarm = pairUp(before.swarm, after.swarm, (node) => node);
  const tell = (node: string, what: keyof typeof WORDS): Difference => ({
    kind: 'network',
    together: `swarm ${what}`,
    item: node,
    sentence: (items) => phrase(WORDS[what][isOne(items) ? 0 : 1], { names: list(items) }),
    subjects: [node],
    tokens: [token.network(node, GATEWAY_BRIDGE)],
  });
  for (const node of swarm.added) if (kept.has(node)) yield tell(node, 'joins');
  for (const node of swarm.removed) if (kept.has(node)) yield tell(node, 'leaves');
  const [old, now] = [before.swarm[0], after.swarm[0]];
  if (old === now || old === undefined || now === undefined) return;
  const text = phrase('{now} manages the swarm instead of {old}', { now, old });
  yield single({ kind: 'inert', subjects: [], text, tokens: [] });
}
