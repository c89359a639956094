import type { Facts } from '../facts';
import { GATEWAY_BRIDGE, type Container } from '../lab';
import { parseIpv4 } from './address';
import { byPreference, gatewayNetwork, needsGatewayBridge } from './gateway';
import {
  addName,
  portKey,
  type Bridge,
  type ContainerStack,
  type Host,
  type Interface,
  type Net,
  type Overlay,
} from './world';

/** The stack of a container with an interface on each of its networks, entered into the networks' tables. */
export function buildStack(
  container: Container,
  host: Host,
  overlays: readonly Overlay[],
  facts?: Facts,
): ContainerStack {
  const stack = emptyStack(container.name, host);
  if (container.networking.mode !== 'bridge') return stack;
  const addresses = facts?.addresses[container.name];
  for (const { network, address, aliases } of container.networking.attachments) {
    const nets: readonly Net[] = [...host.nets, ...overlays];
    const net = nets.find(({ name }) => name === network)!;
    const face = join(stack, net, address ?? addresses?.[network]);
    // A replica is asked for by the service's names: its own is another each time that it starts.
    if (net.isDefault || container.service !== undefined) continue;
    const { name, hostname = name } = container;
    for (const known of [name, hostname, ...aliases]) addName(net.names, known, face);
  }
  const faces = byPreference(stack.interfaces.map(candidate), host.engine);
  stack.preferred = [
    ...faces.filter(({ driver }) => driver === 'overlay'),
    ...faces.filter(({ driver }) => driver === 'bridge'),
  ].map(({ face }) => face);
  stack.gateway = gatewayOf(stack, container.ingress ?? false, addresses?.[GATEWAY_BRIDGE]);
  for (const port of container.ports) {
    const key = portKey(port.protocol, port.published);
    const publication = { port, ip: parseIpv4(port.ip), stack };
    host.published.set(key, [...(host.published.get(key) ?? []), publication]);
  }
  return stack;
}

export const emptyStack = (id: string, node: Host): ContainerStack => ({
  kind: 'container',
  id,
  node,
  interfaces: [],
  preferred: [],
  gateway: undefined,
  listens: new Map(),
  hosts: new Map(),
  unsaid: [],
});

export function join<N extends Net>(
  stack: ContainerStack,
  net: N,
  address: string | undefined,
): Interface<N> {
  const ip = address === undefined ? assumed(net) : parseIpv4(address);
  const face: Interface<N> = { net, stack, ip, known: address !== undefined };
  stack.interfaces.push(face);
  net.stacks.push(stack);
  if (face.known) net.owners.set(ip, stack);
  return face;
}

const candidate = <N extends Net>(face: Interface<N>) => ({
  face,
  name: face.net.name,
  driver: face.net.kind,
  internal: face.net.internal,
  ipv6: face.net.range6 !== undefined,
});

/**
 * An overlay leads nowhere by itself: a container that is on no bridge that leads out gets one more interface. Up to
 * engine 24 an internal bridge takes the default route all the same.
 */
function gatewayOf(
  stack: ContainerStack,
  ingress: boolean,
  address: string | undefined,
): Interface<Bridge> | undefined {
  const { interfaces, node } = stack;
  const bridges = interfaces.filter(
    (face): face is Interface<Bridge> => face.net.kind === 'bridge',
  );
  const chosen = gatewayNetwork(bridges.map(candidate), node.engine)?.face;
  const out = node.nets.find(({ name }) => name === GATEWAY_BRIDGE);
  const needed = ingress || needsGatewayBridge(interfaces.map(candidate));
  if (out === undefined || !needed) return chosen;
  const further = join(stack, out, address);
  return chosen ?? further;
}

/** The next address, as an engine counts them: up from the subnet's first, past the gateway and past `ingress-sbox`. */
function assumed(net: Net): number {
  const first = net.subnet.base + (net.name === GATEWAY_BRIDGE ? 2 : 1);
  const next = first + net.stacks.length;
  return next < net.gateway ? next : next + 1;
}
