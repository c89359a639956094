import { nth6 } from '../topology/addresses6';
import type { Facts } from './facts';
import { GATEWAY_BRIDGE, type Attachment, type Container } from '../topology/lab';
import { holds, parseIp, parseRange, type Family, type Ip, type Range } from './address';
import { gatewaysOf, preferred } from './gateways';
import {
  addName,
  gatewayIn,
  portKey,
  rangeIn,
  type ContainerStack,
  type Held,
  type Host,
  type Interface,
  type Net,
  type Overlay,
} from './world';

/** What a container may be joined to. */
export interface Ground {
  readonly overlays: readonly Overlay[];
  readonly facts: Facts | undefined;
}

/** The stack of a container with an interface on each of its networks, entered into the networks' tables. */
export function buildStack(container: Container, host: Host, ground: Ground): ContainerStack {
  const stack = emptyStack(container, host);
  if (container.networking.mode !== 'bridge') return stack;
  const { facts } = ground;
  const nets: readonly Net[] = [...host.nets, ...host.lans, ...ground.overlays];
  for (const attachment of container.networking.attachments) {
    const { network, aliases } = attachment;
    const net = nets.find(({ name }) => name === network)!;
    const face = join(stack, net, wanted(container, attachment, ground));
    // A replica is asked for by the service's names: its own is another each time that it starts.
    if (net.isDefault || container.service !== undefined) continue;
    const { name, hostname = name } = container;
    for (const known of [name, hostname, ...aliases]) addName(net.names, known, face);
  }
  stack.preferred = preferred(stack, host.engine);
  const onGatewayBridge = facts?.addresses[container.name]?.[GATEWAY_BRIDGE];
  stack.gateways = gatewaysOf(stack, container.ingress ?? false, (out) =>
    join(stack, out, onGatewayBridge === undefined ? {} : { IPv4: onGatewayBridge }),
  );
  for (const port of container.ports) {
    const key = portKey(port.protocol, port.published);
    const publication = { port, ip: parseIp(port.ip), stack };
    host.published.set(key, [...(host.published.get(key) ?? []), publication]);
  }
  return stack;
}

/** Addresses that somebody has chosen or seen. */
interface Wanted {
  readonly IPv4?: string;
  readonly IPv6?: string;
  readonly further?: readonly string[];
  readonly priority?: number;
  readonly without6?: boolean;
}

function wanted({ name, sysctls }: Container, attachment: Attachment, { facts }: Ground): Wanted {
  const { network, address, address6, linkLocalIps, gwPriority, driverOpts } = attachment;
  const v4 = address ?? facts?.addresses[name]?.[network];
  const v6 = address6 ?? facts?.addresses6?.[name]?.[network];
  return {
    ...(v4 === undefined ? {} : { IPv4: v4 }),
    ...(v6 === undefined ? {} : { IPv6: v6 }),
    ...(linkLocalIps === undefined ? {} : { further: linkLocalIps }),
    ...(gwPriority === undefined ? {} : { priority: gwPriority }),
    without6: isOff6(sysctls) || isOff6(endpointSysctls(driverOpts)),
  };
}

const OFF = /^net[./]ipv6[./]conf[./](?:all|default|IFNAME|eth\d+)[./]disable_ipv6$/;

/** Whether kernel parameters switch IPv6 off. */
const isOff6 = (sysctls: Readonly<Record<string, string>> = {}): boolean =>
  Object.entries(sysctls).some(([key, value]) => OFF.test(key) && value === '1');

const endpointSysctls = (options: Attachment['driverOpts'] = {}): Record<string, string> =>
  Object.fromEntries(
    (options['com.docker.network.endpoint.sysctls'] ?? '')
      .split(',')
      .map((each) => each.split('=') as [string, string]),
  );

const ALL_OFF = /^net[./]ipv6[./]conf[./](?:all|lo)[./]disable_ipv6$/;

export const emptyStack = (
  {
    name: id,
    ports = [],
    dns = [],
    extraHosts = [],
    sysctls = {},
  }: Pick<Container, 'name'> & Partial<Container>,
  node: Host,
): ContainerStack => ({
  kind: 'container',
  id,
  node,
  interfaces: [],
  preferred: [],
  gateways: {},
  loopback6: !Object.entries(sysctls).some(([key, value]) => ALL_OFF.test(key) && value === '1'),
  ports,
  listens: new Map(),
  hosts: new Map(),
  extraHosts: new Map(extraHosts.map(({ name, address }) => [name.toLowerCase(), address])),
  dns,
  opensTo: new Map(),
  unsaid: [],
});

export function join<N extends Net>(
  stack: ContainerStack,
  net: N,
  { IPv4, IPv6, further = [], priority = 0, without6 = false }: Wanted,
): Interface<N> {
  const held = (family: Family, address: string | undefined): Held | undefined => {
    const first = rangeIn(net, family);
    if (first === undefined || (family === 'IPv6' && without6)) return undefined;
    const ip = address === undefined ? assumed(net, first) : parseIp(address);
    const at = net.kind === 'lan' ? net.ranges.find(({ range }) => holds(range, ip)) : undefined;
    const { range, router } = at ?? { range: first, router: gatewayIn(net, family) };
    return { ip, known: address !== undefined, range, router };
  };
  const face: Interface<N> = {
    net,
    stack,
    IPv4: held('IPv4', IPv4),
    IPv6: held('IPv6', IPv6),
    further: further.map((text) => ({
      ip: parseIp(text),
      known: true,
      range: parseRange(text.includes(':') ? 'fe80::/64' : '169.254.0.0/16'),
      router: undefined,
    })),
    priority,
  };
  stack.interfaces.push(face);
  net.stacks.push(stack);
  for (const one of [face.IPv4, face.IPv6, ...face.further])
    if (one?.known === true) net.owners.set(one.ip, stack);
  return face;
}

/** The next address, as an engine counts them: up from the subnet's first, past the gateway and past `ingress-sbox`. */
function assumed(net: Net, range: Range): Ip {
  const count = (net.name === GATEWAY_BRIDGE ? 2 : 1) + net.stacks.length;
  // Those of IPv6 are never shown, and nobody else's.
  if (!('base' in range)) return nth6(range, count + 1);
  // A subnet of two addresses has no other.
  if (range.text.endsWith('/31')) return range.base + (count - 1);
  const next = range.base + count;
  return net.gateway !== undefined && next >= net.gateway ? next + 1 : next;
}
