import type { EndpointId, Target } from '../topology/edge';
import { GATEWAY_BRIDGE, type Listener } from '../topology/lab';
import type { Aim } from '../predict/aim';
import { passedOn, servingOf } from '../predict/prediction';
import {
  netsOf,
  type Destination,
  type Endpoint,
  type Interface,
  type Stack,
  type World,
} from '../network/world';
import { token, type Token } from './causes/cause';
import type { Side, Sides } from './side';
import type { Joined, Sender, Wanted } from './wanted';

/*
 * What the ends of an edge are known by to the causes.
 */

/** What a sender is known by, before and after. */
export const senderTokens = ({ before, after }: Sender): Token[] =>
  [before, after].flatMap((end) => (end === undefined ? [] : tokensOf(end)));

/** What a target is known by, before and after. */
export const targetTokens = ({ before, after }: Sides, target: Joined): Token[] => [
  ...wantedTokens(before, target.before),
  ...wantedTokens(after, target.after),
];

function tokensOf({ id, stack }: Endpoint): Token[] {
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

function wantedTokens(side: Side, wanted: Wanted | undefined): Token[] {
  if (wanted === undefined) return [];
  const { target, aim } = wanted;
  if (aim !== undefined) return aimTokens(side, aim);
  switch (target.kind) {
    case 'name':
      return nameTokens(side.world, target);
    case 'ping': {
      // The gateway that an overlay has on the node.
      const { endpoint: node, network = '' } = target;
      return [token.endpoint(node), token.node(node), token.network(node, network)];
    }
    case 'ping6':
    case 'port':
    case 'node-port':
    case 'outside':
      return [];
  }
}

function aimTokens(side: Side, { target, to }: Aim): Token[] {
  switch (target.kind) {
    case 'ping':
      return placeTokens(target.endpoint, to);
    case 'ping6':
      // The way back counts too, and leads over any of the owner's networks.
      return [...placeTokens(target.endpoint, to), ...networkTokens(to.owner)];
    case 'port':
      return [
        ...placeTokens(target.endpoint, to),
        ...listenerTokens(side.world, to.owner.id, target),
      ];
    case 'node-port': {
      const { node, port, protocol } = target;
      const published = token.published(node, port, protocol);
      return [...placeTokens(node, to), published, ...servingTokens(side, target)];
    }
  }
}

const networkTokens = (stack: Stack): Token[] =>
  stack.kind === 'container' ? stack.interfaces.map(networkToken) : [];

const networkToken = ({ net, stack }: Interface): Token => token.network(stack.node.id, net.name);

/** Of an address: whose it is and where. */
function placeTokens(id: EndpointId, { owner, net }: Destination): Token[] {
  const node = owner.kind === 'outside' || owner.kind === 'node' ? owner.id : owner.node.id;
  const on = net === undefined ? [] : [token.network(node, net.name)];
  return [token.endpoint(id), token.node(node), ...on];
}

/** Whoever carries the name: it leads to a network of the sender's, and a link to somebody who may not carry it. */
function nameTokens(world: World, { name, endpoint }: Extract<Target, { kind: 'name' }>): Token[] {
  const carriers = netsOf(world).flatMap(({ names }) => names.get(name.toLowerCase()) ?? []);
  return [
    token.name(name),
    token.endpoint(endpoint),
    ...carriers.flatMap((face) => [
      token.endpoint(face.stack.id),
      networkToken(face),
      token.node(face.stack.node.id),
    ]),
  ];
}

/** Of everyone who may listen in the stack. */
const listenerTokens = (
  { endpoints }: World,
  id: EndpointId,
  { port, protocol }: Listener,
): Token[] =>
  [...endpoints.values()]
    .filter(({ stack }) => stack.id === id)
    .map((sharer) => token.listener(sharer.id, port, protocol));

/** Of who serves a port of a node, as the node itself finds out. */
function servingTokens(
  { world, predictor }: Side,
  target: Extract<Target, { kind: 'node-port' }>,
): Token[] {
  const { node, protocol } = target;
  const prediction = predictor.predict({ from: node, target });
  const { answeredBy } = prediction;
  const { publisher, listener } = servingOf(answeredBy);
  const further = passedOn(prediction);
  const by = further?.publisher ?? publisher;
  if (by === undefined) {
    const own = listener === undefined ? [] : [token.endpoint(listener)];
    return [...own, ...listenerTokens(world, node, target)];
  }
  const inside = further === undefined ? [] : [{ port: further.target, protocol }];
  return [
    token.endpoint(by),
    ...inside.flatMap((one) => listenerTokens(world, by, one)),
    // A node gets the ports of the mesh, and loses them, with its part in the swarm.
    ...(answeredBy?.kind === 'service'
      ? [token.network(node, GATEWAY_BRIDGE)]
      : networkTokens(world.endpoints.get(by)!.stack)),
  ];
}
