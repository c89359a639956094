import { OUTSIDE, type Outcome } from '../topology/edge';
import { familyOf, holds, isLoopback } from '../network/address';
import { answer } from './answer';
import { at, dropped, ELSEWHERE, over, overNodesNetwork } from './hops';
import { input } from './input';
import { isLocal, netOf, onNodesNetwork, ownerOn } from '../network/lookup';
import { fromMachine } from './on-lan';
import type { Probe } from './probe';
import { anotherHasIt, nobodyHasIt } from './same-subnet';
import type { Trace } from './trace';
import {
  asked,
  type ContainerStack,
  type Destination,
  type Host,
  type World,
} from '../network/world';

/** A packet that a node itself sends. */
export function fromHost(
  world: World,
  host: Host,
  to: Destination,
  probe: Probe,
  trace: Trace,
): Outcome {
  if (isLoopback(to.ip) || isLocal(host, to.ip)) {
    trace?.step(
      {
        rule: isLoopback(to.ip) ? 'loopback' : 'own-address',
        from: host.id,
        kind: 'node',
        to: asked(to),
      },
      at(host, 'lo'),
    );
    return input(host, to.ip, 'self', probe, trace);
  }
  const net = netOf(host, to);
  if (net === undefined) return fromNodesNetwork(world, host, to, probe, trace);
  const owner = ownerOn(net, to);
  if (owner === undefined) {
    trace?.step(nobodyHasIt(host.id, to, net, undefined), ...over(net, host));
    return 'unreachable';
  }
  trace?.step(
    owner === to.owner
      ? {
          rule: 'node-to-container',
          family: familyOf(to.ip),
          node: host.id,
          network: net.name,
          to: owner.id,
        }
      : anotherHasIt(host.id, owner, to),
    ...over(net, host, owner),
  );
  return answer(owner, to.ip, probe, trace);
}

/**
 * A packet that leaves a node through its interface on the nodes' network.
 *
 * @param source Whose address it has: the node's, or that of a container which is not masqueraded
 */
export function fromNodesNetwork(
  world: World,
  host: Host,
  to: Destination,
  probe: Probe,
  trace: Trace,
  source: Host | ContainerStack = host,
): Outcome {
  const on = onNodesNetwork(host, to.ip);
  if (!host.apart && on) {
    const member = fromMachine(world, host, to, probe, trace);
    if (member !== undefined)
      return source === host ? member : noWayBack(source, to.owner.id, trace);
  }
  const subnet = (typeof to.ip === 'number' ? host.subnet : host.subnet6)?.text ?? '';
  const other = world.hostByIp.get(to.ip);
  if (other !== undefined && !other.apart && !host.apart && on) {
    trace?.step(
      { rule: 'between-nodes', from: host.id, to: other.id, subnet },
      ...overNodesNetwork(host, host, other),
    );
    if (source !== host) return noWayBack(source, other.id, trace);
    return input(other, to.ip, 'lan', probe, trace);
  }
  const { outside } = world;
  if ((to.ip === outside.ip || to.ip === outside.ip6) && on && !host.apart) {
    trace?.step(
      { rule: 'between-nodes', from: host.id, to: OUTSIDE, subnet },
      ...overNodesNetwork(host, host, outside),
    );
    if (source !== host && !hasRouteTo(world, source, to)) return noWayBack(source, OUTSIDE, trace);
    trace?.answers({ kind: 'outside', id: OUTSIDE });
    return 'reachable';
  }
  if (on) {
    trace?.step(
      { rule: 'no-route', case: 'nobody', subnet, to: asked(to) },
      ...overNodesNetwork(host, host),
    );
    return 'unreachable';
  }
  if (typeof to.ip === 'string') {
    trace?.step({ rule: 'ipv6', case: 'no-route', from: host.id, to: asked(to) });
    return 'unreachable';
  }
  if (host.defaultRoute) {
    trace?.step({ rule: 'leaves-the-lab', from: host.id, to: asked(to) }, ELSEWHERE);
    return 'timeout';
  }
  trace?.step({ rule: 'no-route', case: 'no-route', from: host.id, to: asked(to) });
  return 'unreachable';
}

/** Whether the machine that runs the lab finds a container's own address. */
const hasRouteTo = ({ outside }: World, source: Host | ContainerStack, to: Destination): boolean =>
  source.kind === 'container' &&
  outside.routes.some(({ range, via }) =>
    via !== source.node
      ? false
      : source.interfaces.some((face) => {
          const held = face[familyOf(to.ip)];
          return held !== undefined && holds(range, held.ip);
        }),
  );

function noWayBack(source: Host | ContainerStack, to: string, trace: Trace): Outcome {
  trace?.step(
    { rule: 'not-masqueraded', case: 'no-way-back', from: to, to: source.id },
    dropped(source, 'not-masqueraded'),
  );
  return 'timeout';
}
