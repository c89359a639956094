import type { Hop, Interface } from './hop';
import type { RuleId } from './reason';
import type { Bridge, Host, Lan, Net, Stack } from '../network/world';

/** The interface of a stack on a network, or of another kind. */
export const at = (stack: Stack, on: 'lo' | 'veth' | 'nodes-network' | Net): Interface => ({
  kind: 'interface',
  stack: stack.id,
  node: nodeOf(stack),
  on: typeof on === 'string' ? on : { network: on.name },
});

const nodeOf = (stack: Stack): string | undefined => {
  if (stack.kind === 'outside') return undefined;
  return stack.kind === 'node' ? stack.id : stack.node.id;
};

/** From a stack over a bridge, as far as to another one that has the address. */
export const over = (net: Bridge | Lan, from: Stack, to?: Stack): Hop[] => {
  const bridge: Hop = {
    kind: net.kind === 'lan' ? 'segment' : 'bridge',
    node: net.node.id,
    network: net.name,
  };
  return to === undefined ? [at(from, net), bridge] : [at(from, net), bridge, at(to, net)];
};

/** Over the nodes' network, as far as to a stack that has the address. */
export const overNodesNetwork = (from: Stack, { subnet }: Host, to?: Stack): Hop[] => [
  at(from, 'nodes-network'),
  { kind: 'nodes-network', subnet: subnet.text },
  ...(to === undefined ? [] : [at(to, 'nodes-network')]),
];

/** Networks that are no part of the lab. */
export const ELSEWHERE: Hop = { kind: 'elsewhere' };

export const dropped = ({ id: stack }: Stack, rule: RuleId): Hop => ({
  kind: 'rule',
  stack,
  rule,
  does: 'drops',
});

export const passed = ({ id: stack }: Stack, rule: RuleId): Hop => ({
  kind: 'rule',
  stack,
  rule,
  does: 'passes',
});

/** Over an overlay network, from node to node; undefined: to the node of one of several replicas. */
export const overlay = (network: string, from: string, to: string | undefined): Hop => ({
  kind: 'overlay',
  network,
  from,
  to,
});
