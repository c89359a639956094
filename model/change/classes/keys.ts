import { contains, isLoopback, type Ipv4 } from '../../predict/address';
import { isLocal, netOf, ownerOn } from '../../predict/lookup';
import type { Probe } from '../../predict/rules';
import {
  portKey,
  type ContainerStack,
  type Destination,
  REPLICAS,
  type Host,
  type Interface,
  type MeshPort,
  type Net,
  type Overlay,
  type Publication,
  type World,
} from '../../predict/world';

/*
 * Two ends with equal keys behave alike: whatever the predictor reads of an end is in its key. Where the predictor
 * learns to read more, test/model/change/ finds what is missing here.
 */

/** A network, without the addresses that the engine chooses. */
export function netKey(net: Net): string {
  if (net.kind === 'overlay') return `overlay ${net.name}${net.internal ? ' internal' : ''}`;
  const { node, name, internal, icc, isDefault, range6, stacks } = net;
  const ipv6 = range6 === undefined ? '' : stacks.length === 0 ? ' unused IPv6' : ' IPv6';
  return `${node.id}/${name}${internal ? ' internal' : ''}${icc ? '' : ' no-icc'}${isDefault ? ' default' : ''}${ipv6}`;
}

/** What an interface stands for; empty for a container's own. */
export const serviceKey = ({ stack, ip }: Interface): string => {
  if (stack.service === undefined) return '';
  return ip === REPLICAS ? ' replicas' : ' virtual address';
};

export const hostKey = ({ id, ip, engineName, defaultRoute, apart }: Host): string =>
  `${id} ${ip} ${engineName} ${defaultRoute}${apart ? ' apart' : ''}`;

/** How each node would treat a packet for this address. */
export function addressKey(world: World, to: Destination, probe: Probe): string {
  const parts = world.hosts.map((host) => atHost(host, to, probe));
  parts.push(...world.overlays.flatMap((net) => onOverlay(net, to, probe)));
  if (to.ip === world.outside.ip) parts.push('outside');
  if (isLoopback(to.ip) && to.owner.kind === 'node') {
    parts.push(`loopback ${portState(to.owner, to.ip, probe)}`);
  }
  return parts.join('; ');
}

function atHost(host: Host, to: Destination, probe: Probe): string {
  const parts: string[] = [];
  if (isLocal(host, to.ip))
    parts.push(`local ${portState(host, to.ip, probe)}${host.apart ? ' apart' : ''}`);
  const net = netOf(host, to);
  if (net !== undefined) {
    const owner = ownerOn(net, to);
    parts.push(`on ${netKey(net)} ${to.ip === net.gateway} ${ownerState(owner, to, probe)}`);
  }
  if (contains(host.subnet, to.ip)) parts.push('near');
  if (probe.protocol !== 'icmp' && host.mesh.has(portKey(probe.protocol, probe.port))) {
    // Its rules let packets for the port pass, whatever their destination.
    parts.push('mesh');
  }
  return parts.join(', ');
}

/** For those who are on it; nobody else has a way there. */
function onOverlay(net: Overlay, to: Destination, probe: Probe): string[] {
  if (to.net !== net && !contains(net.subnet, to.ip)) return [];
  const owner = ownerState(ownerOn(net, to), to, probe);
  return [`on ${netKey(net)} ${to.ip === net.gateway} ${owner}`];
}

function ownerState(owner: ContainerStack | undefined, to: Destination, probe: Probe): string {
  if (owner === undefined) return 'nobody';
  if (owner === to.owner) return owner.service === undefined ? 'owner' : 'virtual address';
  return `${owner.id} ${listens(owner, probe)}`;
}

export const listens = (stack: ContainerStack, { protocol, port }: Probe): boolean =>
  protocol !== 'icmp' && stack.listens.has(portKey(protocol, port));

/** Who has a port of a node, as far as it decides what happens to a packet for it. */
function portState(host: Host, ip: Ipv4, { protocol, port }: Probe): string {
  if (protocol === 'icmp') return '';
  const key = portKey(protocol, port);
  const mesh = host.mesh.get(key);
  if (mesh !== undefined) return meshKey(mesh);
  const publication = publicationAt(host, ip, { protocol, port });
  if (publication !== undefined) return publicationKey(publication);
  const own = host.listens.get(key);
  if (own !== undefined) return own.by === host.id ? 'node listens' : 'container listens';
  return host.published.has(key) ? 'published elsewhere' : 'nobody';
}

function publicationKey({ port, stack }: Publication): string {
  const net = stack.gateway?.net;
  const { ip, protocol, target } = port;
  const open = listens(stack, { protocol, port: target });
  return `published ${ip === '0.0.0.0'} ${net === undefined ? 'nowhere' : net.internal} ${open}`;
}

/** A port of the routing mesh, which comes before everything else that the node has on it. */
function meshKey({ port: { protocol, target }, service }: MeshPort): string {
  const nets = service.interfaces.map(({ net }) => netKey(net)).sort();
  return `mesh ${listens(service, { protocol, port: target })} ${nets.join()}`;
}

/** The publication that takes a packet for a port of the node at this address. */
export const publicationAt = (
  host: Host,
  ip: Ipv4,
  { protocol, port }: Probe,
): Publication | undefined =>
  host.published.get(portKey(protocol, port))?.find((one) => one.ip === 0 || one.ip === ip);
