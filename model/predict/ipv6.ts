import type { Edge, Outcome, Target } from '../edge';
import { endpoint } from './destination';
import { answersWithoutCarrier, filtersIpv6 } from './engine';
import type { Trace } from './rules';
import {
  bridgeLabel,
  gateway6,
  netLabel,
  type ContainerStack,
  type Bridge,
  type Host,
  type Net,
  type World,
} from './world';

export type Ping6 = Extract<Target, { kind: 'ping6' }>;

/** Whose an IPv6 address is, and the network on which it is. */
export interface Destination6 {
  readonly owner: ContainerStack | Host;
  readonly net: Bridge;
}

/** @throws Error where the endpoint has no IPv6 address on the network */
export function destination6(world: World, { endpoint: id, network }: Ping6): Destination6 {
  const { stack } = endpoint(world, id);
  if (stack.kind === 'container' || stack.kind === 'node') {
    const nets: readonly Net[] =
      stack.kind === 'node' ? stack.nets : stack.interfaces.map(({ net }) => net);
    const net = nets
      .filter((one) => one.kind === 'bridge')
      .find(({ name, range6 }) => name === network && range6 !== undefined);
    if (net !== undefined) return { owner: stack, net };
  }
  throw new Error(`${id} has no IPv6 address on ${network}`);
}

/** An ICMPv6 echo: nodes have IPv6 on their bridges only, so it never leaves one. */
export function walk6(world: World, edge: Edge, target: Ping6, trace: Trace): Outcome {
  const { stack } = endpoint(world, edge.from);
  const to = destination6(world, target);
  switch (stack.kind) {
    case 'container':
      return fromContainer6(stack, to, trace);
    case 'node':
      return fromHost6(stack, to, trace);
    case 'namespace':
    case 'outside':
      trace?.push({ rule: 'ipv6', text: `${stack.id} has no IPv6 route: unreachable` });
      return 'unreachable';
  }
}

const label = ({ owner, net }: Destination6): string =>
  `the IPv6 address of ${owner.id} on ${netLabel(net)}`;

function fromHost6(host: Host, to: Destination6, trace: Trace): Outcome {
  if (to.owner === host) {
    trace?.push({ rule: 'own-address', text: `${label(to)} is an address of ${host.id} itself` });
    return 'reachable';
  }
  if (to.net.node !== host) return noRoute(host, to, trace);
  trace?.push({
    rule: 'node-to-container',
    text: `${host.id} has an IPv6 address on ${bridgeLabel(to.net)}, so it reaches ${to.owner.id} directly`,
  });
  return 'reachable';
}

function noRoute(host: Host, to: Destination6, trace: Trace): Outcome {
  trace?.push({ rule: 'ipv6', text: `${host.id} has no IPv6 route to ${label(to)}: unreachable` });
  return 'unreachable';
}

function fromContainer6(from: ContainerStack, to: Destination6, trace: Trace): Outcome {
  if (from.interfaces.length === 0) {
    trace?.push({
      rule: 'none-network',
      text: `${from.id} has only lo and so no route to anywhere: unreachable`,
    });
    return 'unreachable';
  }
  if (to.owner === from) {
    trace?.push({
      rule: 'own-address',
      text: `The packet is for ${from.id} itself and never leaves it`,
    });
    return 'reachable';
  }
  if (from.interfaces.some(({ net }) => net === to.net)) return onBridge6(from, to, trace);
  const through = gateway6(from);
  if (through === undefined) {
    trace?.push({
      rule: 'ipv6',
      text: from.interfaces.some(({ net }) => net.range6 !== undefined)
        ? `${from.id} has no IPv6 default route: unreachable`
        : `None of the networks of ${from.id} has IPv6: unreachable`,
    });
    return 'unreachable';
  }
  const { net: via } = through;
  trace?.push({
    rule: 'default-gateway',
    text: `${from.id} is not on ${netLabel(to.net)}: the packet goes to its IPv6 default gateway, ${via.node.id} on ${bridgeLabel(via)}`,
  });
  return forward6(via, to, trace);
}

function onBridge6(from: ContainerStack, { owner, net }: Destination6, trace: Trace): Outcome {
  if (owner.kind === 'node') {
    trace?.push({ rule: 'gateway', text: `${owner.id} has that address on ${bridgeLabel(net)}` });
    return 'reachable';
  }
  if (net.icc || !filtersIpv6(net.node.engine)) {
    trace?.push({
      rule: 'same-bridge',
      text: `${from.id} and ${owner.id} are on the same bridge, ${netLabel(net)} of ${net.node.id}`,
    });
    if (!net.icc) unfiltered(net, 'enable_icc=false', trace);
    return 'reachable';
  }
  trace?.push({
    rule: 'icc',
    text: `${from.id} and ${owner.id} are on ${net.name}, whose containers may not talk to each other (enable_icc=false): timeout`,
  });
  return 'timeout';
}

const unfiltered = ({ node }: Bridge, what: string, trace: Trace): void =>
  void trace?.push({
    rule: 'ipv6',
    text: `Engine ${node.engineName} makes no ip6tables rules, so ${what} does not hold for IPv6`,
  });

/** A packet that has come to its node over bridge `via`. */
function forward6(via: Bridge, to: Destination6, trace: Trace): Outcome {
  const host = via.node;
  const { owner, net } = to;
  if (owner === host && net.stacks.length === 0 && !answersWithoutCarrier(host.engine)) {
    trace?.push({
      rule: 'ipv6',
      text: `No container is on ${netLabel(net)}: its bridge has no carrier, and on engine ${host.engineName} its IPv6 address stays tentative and does not answer: timeout`,
    });
    return 'timeout';
  }
  if (owner === host) {
    trace?.push({
      rule: 'own-node',
      text: `${label(to)} is an address of ${host.id}: the packet has arrived and crosses no bridge`,
    });
    return 'reachable';
  }
  if (net.node !== host || owner.kind === 'node') return noRoute(host, to, trace);
  if (filtersIpv6(host.engine)) {
    trace?.push({
      rule: net.internal ? 'internal-network' : 'isolation',
      text: net.internal
        ? `${netLabel(net)} is internal: ${host.id} drops what comes to it from other networks: timeout`
        : `${netLabel(via)} and ${netLabel(net)} are different bridges of ${host.id}; Docker's isolation rules drop packets between bridges: timeout`,
    });
    return 'timeout';
  }
  unfiltered(net, 'isolation', trace);
  const back = gateway6(owner) ?? owner.interfaces.find((face) => face.net === via);
  if (back === undefined) {
    trace?.push({
      rule: 'ipv6',
      text: `${owner.id} has no IPv6 route back, so its answer goes nowhere: timeout`,
    });
    return 'timeout';
  }
  trace?.push({ rule: 'ipv6', text: `${host.id} passes it on to ${owner.id}: reachable` });
  return 'reachable';
}
