import { namespaceId, OUTSIDE, type EndpointId } from '../edge';
import { parseSubnet6 } from '../addresses6';
import { engineNumber, VERSIONS } from '../engines';
import type { Facts } from '../facts';
import { DEFAULT_BRIDGE, GATEWAY_BRIDGE, type Container, type Lab, type LabNode } from '../lab';
import { linkEnd, linkNames } from '../links';
import { parseIpv4, parseSubnet } from './address';
import { addNet } from './lookup';
import { leaveOpen } from './open';
import { buildService } from './service';
import { buildStack, emptyStack } from './stack';
import { networkAddresses, overlayAddresses } from './subnets';
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
  for (const container of lab.containers) {
    const { mode } = container.networking;
    if (mode === 'bridge' || mode === 'none') {
      const host = hosts.get(container.node)!;
      stacks.set(container.name, buildStack(container, host, overlays, facts));
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
  const outside: Outside = { kind: 'outside', id: OUTSIDE, ip: parseIpv4(lab.outside.address) };
  endpoints.set(OUTSIDE, { id: OUTSIDE, stack: outside });
  const world: World = {
    lab,
    endpoints,
    hosts: [...hosts.values()],
    overlays,
    outside,
    hostByIp: new Map([...hosts.values()].map((host) => [host.ip, host])),
  };
  leaveOpen(world);
  return world;
}

function buildHost(lab: Lab, node: LabNode, facts?: Facts): Host {
  const measured = facts?.nodes[node.name];
  const engineName = measured?.engine ?? VERSIONS[node.engine];
  const host: Host = {
    kind: 'node',
    id: node.name,
    ip: parseIpv4(node.address),
    subnet: parseSubnet(node.subnet),
    engine: engineNumber(engineName),
    engineName,
    defaultRoute: measured?.defaultRoute ?? node.apart ?? false,
    apart: node.apart ?? false,
    nets: [],
    local: new Set([parseIpv4(node.address)]),
    routes: [],
    listens: new Map(),
    published: new Map(),
    mesh: new Map(),
    unsaid: [],
  };
  const declared = new Map(
    lab.networks.filter((n) => n.node === node.name).map((n) => [n.name, n]),
  );
  for (const [name, { subnet, gateway }] of networkAddresses(lab, node, facts)) {
    addNet(host, {
      kind: 'bridge',
      name,
      node: host,
      subnet,
      gateway,
      range6: parseSubnet6(declared.get(name)?.subnet6 ?? ''),
      internal: declared.get(name)?.internal ?? false,
      icc: declared.get(name)?.icc ?? name !== GATEWAY_BRIDGE,
      isDefault: name === DEFAULT_BRIDGE,
      stacks: [],
      owners: new Map(),
      names: new Map(),
    });
  }
  const gateway = host.nets.find(({ name }) => name === GATEWAY_BRIDGE);
  if (measured?.ingress !== undefined) {
    gateway?.owners.set(parseIpv4(measured.ingress), emptyStack('ingress-sbox', host));
  }
  for (const listener of node.listens) {
    host.listens.set(portKey(listener.protocol, listener.port), { by: node.name, listener });
  }
  return host;
}

function buildOverlays(lab: Lab, facts?: Facts): Overlay[] {
  const addresses = overlayAddresses(lab, facts);
  return lab.overlays.map(({ name, internal }) => ({
    kind: 'overlay',
    name,
    ...addresses.get(name)!,
    range6: undefined,
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
  }
}

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
