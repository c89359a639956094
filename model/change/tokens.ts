import type { EndpointId } from '../edge';
import { GATEWAY_BRIDGE, type Listener } from '../lab';
import type { Destination, Endpoint, Interface, Publication, MeshPort } from '../predict/world';
import { token, type Token } from './causes/cause';
import type { Side } from './side';

/*
 * What the ends of an edge are known by to the causes.
 */

export function senderTokens({ id, stack }: Endpoint): Token[] {
  const own = [token.endpoint(id), token.endpoint(stack.id)];
  switch (stack.kind) {
    case 'container':
      return [...own, token.node(stack.node.id), ...stack.interfaces.map(networkToken)];
    case 'node':
      return [...own, token.node(stack.id)];
    case 'namespace':
      return [...own, token.node(stack.node.id)];
    case 'outside':
      return own;
  }
}

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

export const publisherTokens = (side: Side, { port, stack }: Publication): Token[] => [
  token.endpoint(stack.id),
  ...listenerTokens(side, stack.id, { port: port.target, protocol: port.protocol }),
  ...stack.interfaces.map(networkToken),
];

/** A node gets the ports of the mesh, and loses them, with its part in the swarm. */
export const meshTokens = (side: Side, node: EndpointId, { port, service }: MeshPort): Token[] => [
  token.endpoint(service.id),
  ...listenerTokens(side, service.id, { port: port.target, protocol: port.protocol }),
  token.network(node, GATEWAY_BRIDGE),
];
