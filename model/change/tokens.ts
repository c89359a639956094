import type { EndpointId, Target } from '../edge';
import { GATEWAY_BRIDGE, type Listener } from '../lab';
import { passedOn, servingOf } from '../predict/prediction';
import type { Destination, Endpoint, Interface, Stack } from '../predict/world';
import { token, type Token } from './causes/cause';
import type { Side } from './side';

type NodePort = Extract<Target, { kind: 'node-port' }>;

/*
 * What the ends of an edge are known by to the causes.
 */

export function senderTokens({ id, stack }: Endpoint): Token[] {
  const own = [token.endpoint(id), token.endpoint(stack.id)];
  switch (stack.kind) {
    case 'container':
      return [...own, token.node(stack.node.id), ...networkTokens(stack)];
    case 'node':
      return [...own, token.node(stack.id)];
    case 'namespace':
      return [...own, token.node(stack.node.id)];
    case 'outside':
      return own;
  }
}

const networkTokens = (stack: Stack): Token[] =>
  stack.kind === 'container' ? stack.interfaces.map(networkToken) : [];

export const networkToken = ({ net, stack }: Interface): Token =>
  token.network(stack.node.id, net.name);

/** Of an address: whose it is and where. */
export function placeTokens(id: EndpointId, { owner, net }: Destination): Token[] {
  const node = owner.kind === 'outside' || owner.kind === 'node' ? owner.id : owner.node.id;
  const on = net === undefined ? [] : [token.network(node, net.name)];
  return [token.endpoint(id), token.node(node), ...on];
}

/** Of everyone who may listen in the stack. */
export const listenerTokens = (
  { sharers }: Side,
  stack: EndpointId,
  { port, protocol }: Listener,
): Token[] => (sharers.get(stack) ?? [stack]).map((id) => token.listener(id, port, protocol));

/** Of who serves a port of a node, as the node itself finds out. */
export function servingTokens(side: Side, target: NodePort): Token[] {
  const { node, protocol } = target;
  const prediction = side.predictor.predict({ from: node, target });
  const { answeredBy } = prediction;
  const { publisher, listener } = servingOf(answeredBy);
  const further = passedOn(prediction);
  const by = further?.publisher ?? publisher;
  if (by === undefined) {
    const own = listener === undefined ? [] : [token.endpoint(listener)];
    return [...own, ...listenerTokens(side, node, target)];
  }
  const inside = further === undefined ? [] : [{ port: further.target, protocol }];
  return [
    token.endpoint(by),
    ...inside.flatMap((one) => listenerTokens(side, by, one)),
    // A node gets the ports of the mesh, and loses them, with its part in the swarm.
    ...(answeredBy?.kind === 'service'
      ? [token.network(node, GATEWAY_BRIDGE)]
      : networkTokens(side.world.endpoints.get(by)!.stack)),
  ];
}
