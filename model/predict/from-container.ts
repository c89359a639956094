import type { Outcome } from '../edge';
import { GATEWAY_BRIDGE } from '../lab';
import { contains, formatIpv4, isLoopback, type Ipv4 } from './address';
import { answer } from './answer';
import { forward } from './forward';
import { input } from './input';
import { ownerOn } from './lookup';
import { letThrough } from './mesh';
import { onOverlay } from './overlay';
import type { Probe, Trace } from './rules';
import { anotherHasIt, nobodyHasIt } from './same-subnet';
import {
  bridgeLabel,
  destinationLabel,
  isOn,
  netLabel,
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
    trace?.push({ rule: 'loopback', text: `127.0.0.1 is ${from.id}'s own lo, which is up` });
    return answer(from, probe, trace);
  }
  if (from.interfaces.length === 0) {
    trace?.push({
      rule: 'none-network',
      text: `${from.id} has only lo and so no route to anywhere: unreachable`,
    });
    return 'unreachable';
  }
  if (to.owner === from || (to.known && hasAddress(from, to.ip))) {
    trace?.push({
      rule: 'own-address',
      text:
        to.owner === from
          ? `The packet is for ${from.id} itself and never leaves it`
          : `${from.id} itself has ${formatIpv4(to.ip)}, so the packet never leaves it towards ${to.owner.id}`,
    });
    return answer(from, probe, trace);
  }
  const face = interfaceTowards(from, to);
  if (face !== undefined) return onNetwork(from, face.net, to, probe, trace);
  if (from.gateway === undefined) {
    trace?.push({
      rule: 'internal-network',
      text: `${from.id} is on internal networks only and has no default route: unreachable`,
    });
    return 'unreachable';
  }
  const { net } = from.gateway;
  if (net.name === GATEWAY_BRIDGE) {
    trace?.push({
      rule: 'gateway-bridge',
      text: `${from.id} is on overlay networks and on no bridge that leads out: the engine has put it on ${GATEWAY_BRIDGE} besides`,
    });
  }
  trace?.push({
    rule: 'default-gateway',
    text: `${from.id} is not on the network of ${destinationLabel(to)}: the packet goes to its default gateway, ${net.node.id} on ${bridgeLabel(net)}`,
  });
  return forward(world, from, net, to, probe, trace);
}

const hasAddress = ({ interfaces }: ContainerStack, address: Ipv4): boolean =>
  interfaces.some(({ ip, known }) => known && ip === address);

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
  if (to.ip === net.gateway) {
    trace?.push({
      rule: 'gateway',
      text: `${formatIpv4(to.ip)} is the address of ${net.node.id} on ${bridgeLabel(net)}`,
    });
    return input(net.node, to.ip, net, probe, trace);
  }
  const owner = ownerOn(net, to);
  if (owner === undefined) {
    trace?.push(nobodyHasIt(from.id, to, net, `${netLabel(net)} on ${net.node.id}`));
    return 'unreachable';
  }
  const through = net.icc ? undefined : letThrough(net.node, probe);
  if (through !== undefined) trace?.push(through);
  else if (!net.icc) {
    trace?.push({
      rule: 'icc',
      text: `${from.id} and ${owner.id} are on ${net.name}, whose containers may not talk to each other (enable_icc=false): timeout`,
    });
    return 'timeout';
  }
  trace?.push(
    owner === to.owner
      ? {
          rule: 'same-bridge',
          text: `${from.id} and ${owner.id} are on the same bridge, ${netLabel(net)} of ${net.node.id}`,
        }
      : anotherHasIt(net.node.id, owner, to),
  );
  return answer(owner, probe, trace);
}
