import type { Outcome } from '../edge';
import { GATEWAY_BRIDGE } from '../lab';
import { contains, isLoopback, type Ipv4 } from './address';
import { answer } from './answer';
import { forward } from './forward';
import { at, dropped, over, passed } from './hops';
import { input } from './input';
import { ownerOn } from './lookup';
import { letThrough } from './mesh';
import { onOverlay } from './overlay';
import type { Probe } from './probe';
import type { Reason } from './reason';
import { anotherHasIt, nobodyHasIt } from './same-subnet';
import type { Trace } from './trace';
import { untoldNet, untoldRoute } from './unsaid';
import {
  asked,
  isOn,
  type ContainerStack,
  type Destination,
  type Interface,
  type Net,
  type World,
} from './world';

/** A packet that a container sends: to itself, over one of its bridges, or to its default gateway. */
export function fromContainer(
  world: World,
  from: ContainerStack,
  to: Destination,
  probe: Probe,
  trace: Trace,
): Outcome {
  if (isLoopback(to.ip)) {
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
  if (face !== undefined) return onNetwork(from, face.net, to, probe, trace);
  const routed = untoldRoute(from, trace) ?? untoldNet(from.gateway?.net, trace);
  if (routed !== undefined) return routed;
  if (from.gateway === undefined) {
    trace?.step({ rule: 'internal-network', case: 'no-route', from: from.id });
    return 'unreachable';
  }
  const { net } = from.gateway;
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

const hasAddress = ({ interfaces }: ContainerStack, address: Ipv4): boolean =>
  interfaces.some(({ ip, known }) => known && ip === address);

const own = ({ id: from }: ContainerStack, to: Destination) =>
  ({ from, kind: 'container', to: asked(to) }) as const;

function interfaceTowards(from: ContainerStack, to: Destination): Interface | undefined {
  const shared = from.interfaces.find(({ net }) => net === to.net);
  if (shared !== undefined || isOn(to.net, from.node)) return shared;
  return from.interfaces.find(({ net }) => contains(net.subnet, to.ip));
}

function onNetwork(
  from: ContainerStack,
  net: Net,
  to: Destination,
  probe: Probe,
  trace: Trace,
): Outcome {
  if (net.kind === 'overlay') return onOverlay(from, net, to, probe, trace);
  const { name: network, node } = net;
  if (to.ip === net.gateway) {
    trace?.step(
      { rule: 'gateway', node: node.id, network, to: asked(to) },
      ...over(net, from, node),
    );
    return input(node, to.ip, net, probe, trace);
  }
  const owner = ownerOn(net, to);
  if (owner === undefined) {
    trace?.step(nobodyHasIt(from.id, to, net, node.id), ...over(net, from));
    return 'unreachable';
  }
  const through = net.icc ? undefined : letThrough(node, probe);
  if (!net.icc && through === undefined) {
    trace?.step(
      { rule: 'icc', from: from.id, to: owner.id, network, node: node.id },
      ...over(net, from),
      dropped(node, 'icc'),
    );
    return 'timeout';
  }
  if (trace !== undefined) {
    const why: Reason =
      owner === to.owner
        ? { rule: 'same-bridge', from: from.id, to: owner.id, network, node: node.id }
        : anotherHasIt(node.id, owner, to);
    if (through === undefined) trace.step(why, ...over(net, from, owner));
    else {
      trace.step(through, ...over(net, from), passed(node, through.rule));
      trace.step(why, at(owner, net));
    }
  }
  return answer(owner, to.ip, probe, trace);
}
