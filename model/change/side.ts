import type { Edge, EndpointId, Target } from '../edge';
import { outside, ownGateway } from '../edges';
import { isOverlay, type Lab } from '../lab';
import type { Ipv4 } from '../predict/address';
import { buildWorld } from '../predict/build';
import { mayAsk } from '../predict/leaves';
import { resolve } from '../predict/names';
import { predictorOf, type Predictor } from '../predict/predict';
import { isService, type Endpoint, type World } from '../predict/world';

/** One of the two labs that are compared. */
export interface Side {
  readonly world: World;
  readonly predictor: Predictor;
  /** Containers by the addresses that the topology gives them. */
  readonly holders: ReadonlyMap<Ipv4, readonly EndpointId[]>;
  /** Everyone who has the stack, by its id. */
  readonly sharers: ReadonlyMap<EndpointId, readonly EndpointId[]>;
}

/** The two labs that are compared. */
export interface Sides {
  readonly before: Side;
  readonly after: Side;
}

export function sideOf(lab: Lab): Side {
  const world = buildWorld(lab);
  return {
    world,
    predictor: predictorOf(world),
    holders: holdersIn(world),
    sharers: sharersIn(world),
  };
}

function holdersIn({ endpoints }: World): Map<Ipv4, EndpointId[]> {
  const holders = new Map<Ipv4, EndpointId[]>();
  for (const { stack, shares } of endpoints.values()) {
    if (stack.kind !== 'container' || shares !== undefined) continue;
    for (const { ip, known } of stack.interfaces) {
      if (known) holders.set(ip, [...(holders.get(ip) ?? []), stack.id]);
    }
  }
  return holders;
}

function sharersIn({ endpoints }: World): Map<EndpointId, EndpointId[]> {
  const sharers = new Map<EndpointId, EndpointId[]>();
  for (const { id, stack } of endpoints.values()) {
    const known = sharers.get(stack.id);
    if (known === undefined) sharers.set(stack.id, [id]);
    else known.push(id);
  }
  return sharers;
}

/**
 * The edge by which an endpoint asks for a target on this side; undefined where nobody asks, or where nobody can
 * tell (packets from outside to what is behind the nodes), or where the target is the endpoint itself.
 */
export function edgeOn({ world }: Side, from: EndpointId, target: Target): Edge | undefined {
  const sender = world.endpoints.get(from);
  if (sender === undefined || isService(sender)) return undefined;
  const asked = askedBy(world, sender, target);
  return asked === undefined ? undefined : { from, target: asked };
}

function askedBy(world: World, from: Endpoint, target: Target): Target | undefined {
  const { id, stack } = from;
  switch (target.kind) {
    case 'ping':
    case 'port': {
      const gateway = ownGateway(from, target);
      if (gateway !== undefined) return gateway;
      if (target.endpoint === id || isOverlayGateway(world, target)) return undefined;
      return mayAsk(world, from, target) ? target : undefined;
    }
    case 'ping6': {
      if (stack.kind === 'outside' || stack.kind === 'namespace') return undefined;
      const own = stack.kind === 'node' ? stack.id : id;
      return target.endpoint === own ? undefined : target;
    }
    case 'node-port':
      if (target.address.startsWith('127.')) return stack.id === target.node ? target : undefined;
      return mayAsk(world, from, target) ? target : undefined;
    case 'name': {
      if (stack.kind === 'outside' || stack.kind === 'namespace') return undefined;
      const found = resolve(from, target.name, undefined)?.stack.id;
      if (found === id) return undefined;
      return found === undefined ? target : { ...target, endpoint: found };
    }
    case 'outside':
      return outside(from)[0];
    case 'loopback':
    case 'gateway':
      return target;
  }
}

/** Nobody but the overlay's members on the node has a way to it. */
const isOverlayGateway = ({ lab }: World, target: Target): boolean =>
  target.kind === 'ping' && lab.swarm.includes(target.endpoint) && isOverlay(lab, target.network);
