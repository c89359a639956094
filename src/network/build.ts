import { namespaceId, OUTSIDE, type EndpointId } from '../topology/edge';
import type { Facts } from './facts';
import type { Container, Lab } from '../topology/lab';
import { linkEnd, linkNames } from '../topology/links';
import { parseIpv4, parseRange, parseSubnet } from './address';
import { buildHost } from './host';
import { byPrefix } from './lookup';
import { buildService } from './service';
import { buildStack } from './stack';
import { leaveOpen } from './open';
import { overlayAddresses } from './subnets';
import {
  addName,
  portKey,
  type ContainerStack,
  type Endpoint,
  type Host,
  type NamespaceStack,
  type Outside,
  type Overlay,
  type World,
} from './world';

/** The lab as stacks, addresses and tables that a walk can look things up in. */
export function buildWorld(lab: Lab, facts?: Facts): World {
  const endpoints = new Map<EndpointId, Endpoint>();
  const hosts = new Map(lab.nodes.map((node) => [node.name, buildHost(lab, node, facts)]));
  for (const host of hosts.values()) endpoints.set(host.id, { id: host.id, stack: host });
  const overlays = buildOverlays(lab, facts);
  const stacks = new Map<string, ContainerStack>();
  const ground = { overlays, facts };
  for (const container of lab.containers) {
    const { mode } = container.networking;
    if (mode === 'bridge' || mode === 'none') {
      const host = hosts.get(container.node)!;
      stacks.set(container.name, buildStack(container, host, ground));
    }
  }
  for (const container of lab.containers) {
    const endpoint = endpointOf(container, lab, stacks, hosts);
    endpoints.set(container.name, endpoint);
    listen(container, endpoint);
  }
  for (const container of lab.containers) addLinks(lab, container, stacks);
  for (const service of lab.services) {
    const stack = buildService(
      service,
      lab.containers.filter((one) => one.service === service.name).map(({ name }) => name),
      lab.swarm.map((name) => hosts.get(name)!),
      overlays,
      facts,
    );
    endpoints.set(service.name, { id: service.name, stack });
  }
  for (const namespace of buildNamespaces(lab, hosts)) {
    endpoints.set(namespace.id, { id: namespace.id, stack: namespace });
  }
  const outside = buildOutside(lab, hosts);
  endpoints.set(OUTSIDE, { id: OUTSIDE, stack: outside });
  const world: World = {
    lab,
    endpoints,
    hosts: [...hosts.values()],
    overlays,
    outside,
    hostByIp: new Map(
      [...hosts.values()].flatMap((host) =>
        [host.ip, ...host.addresses].map((ip) => [ip, host] as const),
      ),
    ),
  };
  leaveOpen(world);
  return world;
}

function buildOutside(
  { outside: { address, address6, routes = [] } }: Lab,
  hosts: ReadonlyMap<string, Host>,
): Outside {
  return {
    kind: 'outside',
    id: OUTSIDE,
    ip: parseIpv4(address),
    ip6: address6?.split('/')[0],
    routes: [...routes]
      .sort((a, b) => byPrefix(a.to, b.to))
      .map(({ to, via }) => ({ range: parseRange(to), via: hosts.get(via)! })),
  };
}

function buildOverlays(lab: Lab, facts?: Facts): Overlay[] {
  const addresses = overlayAddresses(lab, facts);
  return lab.overlays.map(({ name, internal }) => ({
    kind: 'overlay',
    name,
    ...addresses.get(name)!,
    range6: undefined,
    gateway6: undefined,
    internal,
    isDefault: false,
    stacks: [],
    owners: new Map(),
    names: new Map(),
  }));
}

function endpointOf(
  container: Container,
  lab: Lab,
  stacks: ReadonlyMap<string, ContainerStack>,
  hosts: ReadonlyMap<string, Host>,
): Endpoint {
  const own = stacks.get(container.name);
  if (own !== undefined) return { id: container.name, stack: own };
  const { networking } = container;
  if (networking.mode !== 'container') {
    return { id: container.name, stack: hosts.get(container.node)!, shares: 'host' };
  }
  const target = lab.containers.find(({ name }) => name === networking.container)!;
  return {
    id: container.name,
    stack: endpointOf(target, lab, stacks, hosts).stack,
    shares: 'container',
  };
}

function listen(container: Container, { stack }: Endpoint): void {
  if (stack.kind !== 'node' && stack.kind !== 'container') return;
  for (const listener of container.listens) {
    stack.listens.set(portKey(listener.protocol, listener.port), { by: container.name, listener });
  }
}

function addLinks(
  lab: Lab,
  container: Container,
  stacks: ReadonlyMap<string, ContainerStack>,
): void {
  for (const link of container.links) {
    const end = linkEnd(lab, container, link);
    const own = stacks.get(container.name);
    const there = end && stacks.get(end.target.name);
    const face = there?.interfaces.find(({ net }) => net.name === end?.network);
    if (end === undefined || own === undefined || face === undefined) continue;
    for (const name of linkNames(link, end)) addName(own.hosts, name, face);
    if (face.net.isDefault) there?.opensTo.set(own.id, exposed(end.target));
  }
}

/** What an image exposes is taken to be what listens. */
const exposed = ({ expose, listens, ports }: Container): ReadonlySet<number> =>
  new Set(
    [
      ...(expose ?? listens),
      ...ports.map(({ target: port, protocol }) => ({ port, protocol })),
    ].map(({ port, protocol }) => portKey(protocol, port)),
  );

function* buildNamespaces(lab: Lab, hosts: ReadonlyMap<string, Host>): Generator<NamespaceStack> {
  for (const pair of lab.namespacePairs) {
    const [a, b] = pair.ends.map((end): NamespaceStack => ({
      kind: 'namespace',
      id: namespaceId(end.name),
      node: hosts.get(pair.node)!,
      ip: parseIpv4(end.address),
      subnet: parseSubnet(`${end.address}/${end.prefix}`),
      peer: undefined,
    })) as [NamespaceStack, NamespaceStack];
    a.peer = b;
    b.peer = a;
    yield a;
    yield b;
  }
}
