import type { Edge, EndpointId, Target } from '../../edge';
import type { Prediction } from '../../facts';
import { isOverlay, type Lab } from '../../lab';
import { formatIpv4, type Ipv4 } from '../../predict/address';
import { buildWorld } from '../../predict/build';
import { mayAsk } from '../../predict/leaves';
import { resolve } from '../../predict/names';
import { predictorOf, type Predictor } from '../../predict/predict';
import { isService, type Endpoint, type World } from '../../predict/world';

/** One of the two labs that are compared. */
export interface Side {
  readonly world: World;
  readonly predictor: Predictor;
  /** Addresses that the topology fixes and that more than one interface has: whoever has one is looked at alone. */
  readonly contested: ReadonlySet<Ipv4>;
  /** Names that links give. */
  readonly linked: ReadonlySet<string>;
  /** Containers without a stack of their own, by the stack that they have. */
  readonly sharers: ReadonlyMap<EndpointId, readonly EndpointId[]>;
}

export function sideOf(lab: Lab): Side {
  const world = buildWorld(lab);
  return {
    world,
    predictor: predictorOf(world),
    contested: contested(world),
    linked: new Set(lab.containers.flatMap(({ links }) => links.map(({ alias }) => alias))),
    sharers: sharersIn(world),
  };
}

function sharersIn({ endpoints }: World): Map<EndpointId, EndpointId[]> {
  const sharers = new Map<EndpointId, EndpointId[]>();
  for (const { id, stack, shares } of endpoints.values()) {
    if (shares !== undefined) sharers.set(stack.id, [...(sharers.get(stack.id) ?? []), id]);
  }
  return sharers;
}

function contested({ endpoints }: World): Set<Ipv4> {
  const holders = new Map<Ipv4, number>();
  const fixed = new Set<Ipv4>();
  const hold = (ip: Ipv4, known: boolean): void => {
    holders.set(ip, (holders.get(ip) ?? 0) + 1);
    if (known) fixed.add(ip);
  };
  for (const { stack, shares } of endpoints.values()) {
    if (shares !== undefined) continue;
    if (stack.kind === 'container') for (const { ip, known } of stack.interfaces) hold(ip, known);
    else hold(stack.ip, true);
    if (stack.kind === 'node') for (const { gateway } of stack.nets) hold(gateway, false);
  }
  return new Set([...fixed].filter((ip) => holders.get(ip)! > 1));
}

/**
 * The edge by which an endpoint asks for a target on this side; undefined where nobody asks, or where nobody can
 * tell (packets from outside to what is behind the nodes), or where the target is the endpoint itself.
 */
export function edgeOn({ world }: Side, from: EndpointId, target: Target): Edge | undefined {
  const sender = world.endpoints.get(from);
  if (sender === undefined || isService(sender)) return undefined;
  const asked = targetOf(world, sender, target);
  return asked === undefined ? undefined : { from, target: asked };
}

function targetOf(world: World, sender: Endpoint, target: Target): Target | undefined {
  const { id, stack } = sender;
  switch (target.kind) {
    case 'ping':
    case 'port':
      if (isOverlayGateway(world, target)) return ownGateway(sender, target);
      if (target.endpoint === id || !mayAsk(world, sender, target)) return undefined;
      return ownGateway(sender, target) ?? target;
    case 'ping6':
      if (stack.kind === 'outside' || stack.kind === 'namespace') return undefined;
      return target.endpoint === id || (stack.kind === 'node' && target.endpoint === stack.id)
        ? undefined
        : target;
    case 'node-port': {
      const loopback = target.address.startsWith('127.');
      if (!loopback && !mayAsk(world, sender, target)) return undefined;
      return loopback && (stack.kind !== 'node' || stack.id !== target.node) ? undefined : target;
    }
    case 'name': {
      if (stack.kind === 'outside' || stack.kind === 'namespace') return undefined;
      const found = resolve(sender, target.name, undefined)?.stack.id;
      if (found === id) return undefined;
      return found === undefined ? target : { ...target, endpoint: found };
    }
    case 'outside': {
      if (stack.kind === 'outside') return undefined;
      const node = stack.kind === 'node' ? stack : stack.node;
      if (node.apart) return undefined;
      return { kind: 'outside', seenAs: formatIpv4(node.ip) };
    }
    case 'loopback':
    case 'gateway':
      return target;
  }
}

/** Nobody but the overlay's members on the node has a way to it. */
const isOverlayGateway = ({ lab }: World, target: Target): boolean =>
  target.kind === 'ping' && lab.swarm.includes(target.endpoint) && isOverlay(lab, target.network);

/** A gateway of the sender's own is asked for as one. */
function ownGateway({ stack }: Endpoint, target: Target): Target | undefined {
  if (stack.kind !== 'container' || target.kind !== 'ping') return undefined;
  const { network } = target;
  if (network === undefined || target.endpoint !== stack.node.id) return undefined;
  const own = stack.interfaces.some(({ net }) => net.name === network && !net.internal);
  return own ? { kind: 'gateway', network } : undefined;
}

/** What is predicted of an edge beyond its outcome: the rules, and who it is that answers. */
export const groundsOf = (
  prediction: Prediction,
  edge: Edge,
  answerer: string | undefined,
): string =>
  [
    ...prediction.reasons.map(({ rule }) => rule),
    answerer ?? '',
    edge.target.kind === 'outside' && prediction.outcome === 'reachable' ? edge.target.seenAs : '',
    edge.target.kind === 'name' ? edge.target.endpoint : '',
  ].join(' ');
