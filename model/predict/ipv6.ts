import type { Outcome, Target } from '../edge';
import { endpoint } from './destination';
import { answersWithoutCarrier, filtersIpv6 } from './engine';
import { at, dropped, over } from './hops';
import type { Asked } from './asked';
import type { Trace } from './trace';
import {
  gateway6,
  type ContainerStack,
  type Bridge,
  type Endpoint,
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
export function walk6(world: World, { stack }: Endpoint, target: Ping6, trace: Trace): Outcome {
  const to = destination6(world, target);
  switch (stack.kind) {
    case 'container':
      return fromContainer6(stack, to, trace);
    case 'node':
      return fromHost6(stack, to, trace);
    case 'namespace':
    case 'outside':
      trace?.step({ rule: 'ipv6', case: 'no-route', from: stack.id, to: undefined });
      return 'unreachable';
  }
}

const asked = ({ owner, net }: Destination6): Asked => ({
  family: 'IPv6',
  endpoint: owner.id,
  network: net.name,
  address: undefined,
});

/** Nobody is asked for a port by IPv6, so whoever has the address answers. */
function reached(owner: ContainerStack | Host, trace: Trace): Outcome {
  trace?.answers(
    owner.kind === 'node'
      ? { kind: 'node', id: owner.id }
      : { kind: 'container', id: owner.id, node: owner.node.id },
  );
  return 'reachable';
}

function fromHost6(host: Host, to: Destination6, trace: Trace): Outcome {
  if (to.owner === host) {
    trace?.step(
      { rule: 'own-address', from: host.id, kind: 'node', to: asked(to) },
      at(host, 'lo'),
    );
    return reached(host, trace);
  }
  if (to.net.node !== host) return noRoute(host, to, trace);
  trace?.step(
    {
      rule: 'node-to-container',
      family: 'IPv6',
      node: host.id,
      network: to.net.name,
      to: to.owner.id,
    },
    ...over(to.net, host, to.owner),
  );
  return reached(to.owner, trace);
}

function noRoute(host: Host, to: Destination6, trace: Trace): Outcome {
  trace?.step({ rule: 'ipv6', case: 'no-route', from: host.id, to: asked(to) });
  return 'unreachable';
}

function fromContainer6(from: ContainerStack, to: Destination6, trace: Trace): Outcome {
  if (from.interfaces.length === 0) {
    trace?.step({ rule: 'none-network', from: from.id, name: undefined });
    return 'unreachable';
  }
  if (to.owner === from) {
    trace?.step(
      { rule: 'own-address', from: from.id, kind: 'container', to: asked(to) },
      at(from, 'lo'),
    );
    return reached(from, trace);
  }
  if (from.interfaces.some(({ net }) => net === to.net)) return onBridge6(from, to, trace);
  const through = gateway6(from);
  if (through === undefined) {
    trace?.step({
      rule: 'ipv6',
      case: from.interfaces.some(({ net }) => net.range6 !== undefined)
        ? 'no-default-route'
        : 'none',
      from: from.id,
    });
    return 'unreachable';
  }
  const { net: via } = through;
  trace?.step(
    {
      rule: 'default-gateway',
      from: from.id,
      to: asked(to),
      node: via.node.id,
      network: via.name,
    },
    ...over(via, from, via.node),
  );
  return forward6(from, via, to, trace);
}

function onBridge6(from: ContainerStack, to: Destination6, trace: Trace): Outcome {
  const { owner, net } = to;
  if (owner.kind === 'node') {
    trace?.step(
      { rule: 'gateway', node: owner.id, network: net.name, to: asked(to) },
      ...over(net, from, owner),
    );
    return reached(owner, trace);
  }
  if (net.icc || !filtersIpv6(net.node.engine)) {
    trace?.step({ rule: 'same-bridge', ...members(from, owner, net) }, ...over(net, from, owner));
    if (!net.icc) unfiltered(net, 'enable_icc=false', trace);
    return reached(owner, trace);
  }
  trace?.step(
    { rule: 'icc', ...members(from, owner, net) },
    ...over(net, from),
    dropped(net.node, 'icc'),
  );
  return 'timeout';
}

const members = ({ id: from }: ContainerStack, { id: to }: ContainerStack, net: Bridge) => ({
  from,
  to,
  network: net.name,
  node: net.node.id,
});

const unfiltered = ({ node }: Bridge, what: 'isolation' | 'enable_icc=false', trace: Trace): void =>
  trace?.step({ rule: 'ipv6', case: 'unfiltered', engine: node.engineName, what });

/** A packet that has come to its node over bridge `via`. */
function forward6(from: ContainerStack, via: Bridge, to: Destination6, trace: Trace): Outcome {
  const host = via.node;
  const { owner, net } = to;
  if (owner === host && net.stacks.length === 0 && !answersWithoutCarrier(host.engine)) {
    trace?.step({
      rule: 'ipv6',
      case: 'no-carrier',
      network: net.name,
      engine: host.engineName,
    });
    return 'timeout';
  }
  if (owner === host) {
    trace?.step({ rule: 'own-node', from: from.id, node: host.id, to: asked(to) });
    return reached(host, trace);
  }
  if (net.node !== host || owner.kind === 'node') return noRoute(host, to, trace);
  if (filtersIpv6(host.engine)) {
    trace?.step(
      net.internal
        ? { rule: 'internal-network', case: 'to', network: net.name, node: host.id }
        : {
            rule: 'isolation',
            family: 'IPv6',
            from: from.id,
            to: owner.id,
            node: host.id,
            networks: [via.name, net.name],
          },
      dropped(host, net.internal ? 'internal-network' : 'isolation'),
    );
    return 'timeout';
  }
  unfiltered(net, 'isolation', trace);
  const back = gateway6(owner) ?? owner.interfaces.find((face) => face.net === via);
  if (back === undefined) {
    trace?.step(
      { rule: 'ipv6', case: 'no-way-back', from: owner.id },
      ...over(net, host, owner),
      dropped(owner, 'ipv6'),
    );
    return 'timeout';
  }
  trace?.step(
    { rule: 'ipv6', case: 'passed-on', node: host.id, to: owner.id },
    ...over(net, host, owner),
  );
  return reached(owner, trace);
}
