import type { Edge, Target } from '../topology/edge';
import { formatIp, formatIpv4 } from '../network/address';
import { aimsAt } from '../predict/aim';
import { probedAims } from '../predict/leaves';
import { keepsAddress, sourceOf } from '../predict/masquerade';
import { meanings } from '../predict/names';
import { predictorOf } from '../predict/predict';
import {
  addressTargets,
  askedNames,
  nodePorts,
  targets6,
  type AskedName,
  type Common,
} from '../predict/targets';
import { isService, type Endpoint, type Host, type Interface, type World } from '../network/world';

/**
 * Every edge that is probed, sender by sender: see "What is probed" in docs/reachability.md. Packets that would
 * leave the lab are not among them.
 */
export function* edgesOf(world: World): Generator<Edge> {
  const aims = aimsAt(world, addressTargets(world));
  const aims6 = aimsAt(world, targets6(world));
  const names = askedNames(world);
  for (const from of world.endpoints.values()) {
    if (isService(from)) continue;
    const targets = [
      ...own(from),
      ...probedAims(world, from, aims)
        .map(({ target }) => target)
        .filter((target) => ownGateway(from, target) === undefined),
      ...probedAims(world, from, aims6).map(({ target }) => target),
      ...nameTargets(world, from, names),
      ...outside(world, from),
    ];
    for (const target of targets) yield { from: from.id, target };
  }
}

/** Its own 127.0.0.1, its gateways, and the node's ports at 127.0.0.1 where the node's stack is its own. */
function own({ stack }: Endpoint): Target[] {
  if (stack.kind === 'outside') return [];
  const loopback: Target = { kind: 'loopback' };
  if (stack.kind === 'node')
    return [
      loopback,
      ...nodePorts(stack, '127.0.0.1'),
      ...loopbackAddresses(stack).flatMap((address) => nodePorts(stack, address)),
    ];
  if (stack.kind === 'namespace') return [loopback];
  return [
    loopback,
    ...stack.interfaces
      .filter(({ net }) => !net.internal && net.kind !== 'lan' && net.gateway !== undefined)
      .map(({ net }): Target => ({ kind: 'gateway', network: net.name })),
  ];
}

/** Further addresses of its lo on which something is published. */
export function loopbackAddresses({ published }: Host): string[] {
  const at = [...published.values()].flat().map(({ port }) => port.ip);
  return [...new Set(at.filter((ip) => ip.startsWith('127.') && ip !== '127.0.0.1'))];
}

/** A gateway of the sender's own, as which it asks for the address. */
export function ownGateway({ stack }: Endpoint, target: Common): Target | undefined {
  if (stack.kind !== 'container' || target.kind !== 'ping') return undefined;
  const { endpoint, network } = target;
  if (network === undefined || endpoint !== stack.node.id) return undefined;
  const own = stack.interfaces.some(({ net }) => net.name === network && !net.internal);
  return own ? { kind: 'gateway', network } : undefined;
}

function nameTargets(world: World, from: Endpoint, names: readonly AskedName[]): Target[] {
  if (from.stack.kind === 'outside' || from.stack.kind === 'namespace') return [];
  return names.flatMap(({ name, endpoint: carrier }): Target[] => {
    const meant = meanings(from, name, undefined);
    if (!answerAlike(world, from, meant)) return [];
    return [{ kind: 'name', name, endpoint: meant[0]?.stack.id ?? carrier }];
  });
}

/** A name of several is asked for where all of them would answer alike: which of them is asked is open. */
export function answerAlike(world: World, from: Endpoint, meant: readonly Interface[]): boolean {
  if (meant.length < 2) return true;
  const predictor = predictorOf(world);
  const outcomes = meant.map(({ stack: { id: endpoint }, net: { name: network }, IPv4 }) =>
    predictor.outcome({
      from: from.id,
      target: { kind: IPv4 === undefined ? 'ping6' : 'ping', endpoint, network },
    }),
  );
  return new Set(outcomes).size === 1;
}

/** NAT makes the node's address of whatever a container sends. */
export function outside(world: World, { stack }: Endpoint): Target[] {
  if (stack.kind === 'outside') return [];
  const node = stack.kind === 'node' ? stack : stack.node;
  // Whether a further host finds the machine that runs the lab is decided elsewhere.
  if (node.apart) return [];
  const net = stack.kind === 'container' ? stack.gateways.IPv4?.net : undefined;
  if (net?.kind === 'lan') return [];
  if (stack.kind !== 'container' || net === undefined)
    return [{ kind: 'outside', seenAs: formatIpv4(node.ip) }];
  const held = stack.gateways.IPv4?.IPv4;
  return [
    {
      kind: 'outside',
      seenAs:
        keepsAddress(net, 'IPv4') && held?.known === true
          ? formatIp(held.ip)
          : sourceOf(world, net),
    },
  ];
}
