import type { Outcome } from '../topology/edge';
import { GATEWAY_BRIDGE } from '../topology/lab';
import { familyOf, holds, isLoopback, type Ip } from '../network/address';
import { answer } from './answer';
import { forward } from './forward';
import { at, over } from './hops';
import { onBridge } from './on-bridge';
import { beyondLan, onLan } from './on-lan';
import { onOverlay } from './overlay';
import type { Probe } from './probe';
import type { Trace } from './trace';
import { untoldNet, untoldRoute } from './unsaid';
import {
  asked,
  isOn,
  type ContainerStack,
  type Destination,
  type Interface,
  type World,
} from '../network/world';

/** A packet that a container sends: to itself, over one of its networks, or to its default gateway. */
export function fromContainer(
  world: World,
  from: ContainerStack,
  to: Destination,
  probe: Probe,
  trace: Trace,
): Outcome {
  if (isLoopback(to.ip)) {
    if (typeof to.ip === 'string' && !from.loopback6) {
      trace?.step({ rule: 'ipv6', case: 'no-loopback', from: from.id });
      return 'unreachable';
    }
    trace?.step({ rule: 'loopback', ...own(from, to) }, at(from, 'lo'));
    return answer(from, to.ip, probe, trace);
  }
  if (from.interfaces.length === 0) {
    const elsewhere = untoldRoute(from, trace);
    if (elsewhere !== undefined) return elsewhere;
    trace?.step({ rule: 'none-network', from: from.id, name: undefined });
    return 'unreachable';
  }
  if (to.owner === from || (to.known && hasAddress(from, to.ip))) {
    trace?.step({ rule: 'own-address', ...own(from, to) }, at(from, 'lo'));
    return answer(from, to.ip, probe, trace);
  }
  const untold = untoldNet(to.net, trace);
  if (untold !== undefined) return untold;
  const face = interfaceTowards(from, to);
  if (face !== undefined) return onNetwork(world, from, face, to, probe, trace);
  const through = from.gateways[familyOf(to.ip)];
  const routed = untoldRoute(from, trace) ?? untoldNet(through?.net, trace);
  if (routed !== undefined) return routed;
  if (through === undefined) return nowhere(from, to, trace);
  const { net } = through;
  if (net.kind === 'lan') return beyondLan(world, from, net, to, probe, trace);
  if (net.name === GATEWAY_BRIDGE) {
    trace?.step({ rule: 'gateway-bridge', from: from.id, network: net.name });
  }
  trace?.step(
    {
      rule: 'default-gateway',
      from: from.id,
      to: asked(to),
      node: net.node.id,
      network: net.name,
    },
    ...over(net, from, net.node),
  );
  return forward(world, from, net, to, probe, trace);
}

const hasAddress = ({ interfaces }: ContainerStack, address: Ip): boolean =>
  interfaces.some(
    ({ IPv4, IPv6, further }) =>
      (IPv4?.known === true && IPv4.ip === address) ||
      (IPv6?.known === true && IPv6.ip === address) ||
      further.some(({ ip }) => ip === address),
  );

const own = ({ id: from }: ContainerStack, to: Destination) =>
  ({ from, kind: 'container', to: asked(to) }) as const;

/** The interface of its own over which it reaches an address without a router. */
function interfaceTowards(from: ContainerStack, to: Destination): Interface | undefined {
  const family = familyOf(to.ip);
  const shared = from.interfaces.find(({ net }) => net === to.net);
  if (shared !== undefined && onLink(shared, to.ip)) return shared;
  if (isOn(to.net, from.node)) return undefined;
  return from.interfaces.find((face) => {
    const held = face[family];
    return held !== undefined && holds(held.range, to.ip);
  });
}

function onLink(face: Interface, ip: Ip): boolean {
  const held = face[familyOf(ip)];
  if (face.further.some(({ range }) => holds(range, ip))) return true;
  if (held === undefined) return false;
  return face.net.kind !== 'lan' || holds(held.range, ip);
}

function onNetwork(
  world: World,
  from: ContainerStack,
  { net }: Interface,
  to: Destination,
  probe: Probe,
  trace: Trace,
): Outcome {
  switch (net.kind) {
    case 'overlay':
      return onOverlay(from, net, to, probe, trace);
    case 'lan':
      return onLan(world, from, net, to, probe, trace);
    case 'bridge':
      return onBridge(from, net, to, probe, trace);
  }
}

function nowhere(from: ContainerStack, to: Destination, trace: Trace): Outcome {
  const family = familyOf(to.ip);
  if (family === 'IPv6') {
    const has = from.interfaces.some(({ IPv6 }) => IPv6 !== undefined);
    trace?.step({ rule: 'ipv6', case: has ? 'no-default-route' : 'none', from: from.id });
  } else if (from.interfaces.every(({ net }) => net.internal)) {
    trace?.step({ rule: 'internal-network', case: 'no-route', from: from.id });
  } else {
    trace?.step({ rule: 'no-gateway', from: from.id, family });
  }
  return 'unreachable';
}
