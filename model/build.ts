import { DEFAULT_SERIES } from './engines';
import { cidr, firstHost, subnetOf } from './addresses';
import { parseSubnet6 } from './addresses6';
import type {
  Attachment,
  Container,
  Lab,
  LabNode,
  Link,
  Listener,
  Namespace,
  NamespacePair,
  Network,
  Networking,
  Overlay,
  PublishedPort,
  Service,
} from './lab';
import { readClaim } from './claims';
import { expandPort } from './ports';
import { replicasOf } from './replicas';
import {
  isFurther,
  type ContainerItem,
  type Draft,
  type Item,
  type ServiceItem,
} from './rules/draft';
import type {
  Topology,
  TopologyAttachment,
  TopologyBridge,
  TopologyLink,
  TopologyListener,
  TopologyNamespace,
  TopologyNamespacePair,
  TopologyNode,
  TopologyOverlay,
} from './topology';

/** The lab of a topology that no rule objects to: defaults filled in, short forms read. */
export function build(topology: Topology, draft: Draft): Lab {
  const first = topology.chapters[0]?.id ?? '';
  const swarm = [...(topology.swarm ?? [])];
  const claims = (topology.claims ?? []).flatMap((text) => {
    const read = readClaim(text);
    return read.ok ? [read.claim] : [];
  });
  const services = draft.services.map((service) => buildService(service, first));
  return {
    name: topology.name,
    title: topology.title ?? topology.name,
    outside: { address: topology.outside.address },
    chapters: topology.chapters.map(({ id, title }) => ({ id, title })),
    nodes: draft.nodes.map((node) => buildNode(node, first)),
    swarm,
    networks: draft.networks.map(({ value }) => buildNetwork(value, first)),
    overlays: draft.overlays.map(({ value }) => buildOverlay(value, first)),
    containers: [
      ...draft.containers.map((container) => buildContainer(container, first)),
      ...services.flatMap((service) => replicasOf(service, swarm)),
    ],
    services,
    namespacePairs: (topology.namespacePairs ?? []).map((pair) => buildPair(pair, first)),
    ...(claims.length === 0 ? {} : { claims }),
    ...(topology.unsaid === undefined ? {} : { unsaid: topology.unsaid }),
  };
}

function buildNode(item: Item<TopologyNode>, first: string): LabNode {
  const node = item.value;
  const range = cidr(node.address);
  const apart = isFurther(item);
  const remote = apart || node.ssh !== undefined;
  const backend = node.backend ?? (remote ? 'remote' : undefined);
  return {
    name: node.name,
    address: range.address,
    subnet: subnetOf(range),
    memory: node.memory ?? 1024,
    cpus: node.cpus ?? 1,
    engine: node.engine ?? DEFAULT_SERIES,
    listens: (node.listens ?? []).map(buildListener),
    chapter: node.chapter ?? first,
    ...(backend === undefined ? {} : { backend }),
    ...(remote ? { ssh: { ...node.ssh, host: node.ssh?.host ?? range.address } } : {}),
    ...(apart ? { apart } : {}),
  };
}

const range = ({ subnet, gateway }: TopologyBridge | TopologyOverlay) =>
  subnet === undefined ? {} : { subnet, gateway: gateway ?? firstHost(cidr(subnet)) };

function buildNetwork(network: TopologyBridge, first: string): Network {
  return {
    name: network.name,
    node: network.node,
    driver: 'bridge',
    ...range(network),
    ...(network.subnet6 === undefined ? {} : { subnet6: parseSubnet6(network.subnet6)!.text }),
    internal: network.internal ?? false,
    icc: network.icc ?? true,
    chapter: network.chapter ?? first,
  };
}

const buildOverlay = (network: TopologyOverlay, first: string): Overlay => ({
  name: network.name,
  driver: 'overlay',
  ...range(network),
  internal: network.internal ?? false,
  encrypted: network.encrypted ?? false,
  chapter: network.chapter ?? first,
});

function buildContainer(item: ContainerItem, first: string): Container {
  const { value } = item;
  const chapter = value.chapter ?? first;
  return {
    name: value.name,
    node: value.node,
    image: value.image,
    command: [...(value.command ?? [])],
    environment: { ...value.environment },
    ...(value.hostname === undefined ? {} : { hostname: value.hostname }),
    networking: buildNetworking(item, chapter),
    links: (value.links ?? []).map((link) => buildLink(link, chapter)),
    ports: buildPorts(item.ports),
    listens: (value.listens ?? []).map(buildListener),
    chapter,
  };
}

function buildService({ value, attachments, ports }: ServiceItem, first: string): Service {
  const chapter = value.chapter ?? first;
  return {
    name: value.name,
    image: value.image,
    command: [...(value.command ?? [])],
    environment: { ...value.environment },
    replicas: value.replicas ?? 1,
    networks: attachments.map(({ value: { network, chapter: own } }) => ({
      network,
      chapter: own ?? chapter,
    })),
    endpointMode: value.endpointMode ?? 'vip',
    ports: buildPorts(ports),
    listens: (value.listens ?? []).map(buildListener),
    chapter,
  };
}

const buildPorts = (ports: ContainerItem['ports']): PublishedPort[] =>
  ports.flatMap(({ parsed }) => (parsed.ok ? expandPort(parsed.spec) : []));

function buildNetworking(
  { mode, shares, attachments }: ContainerItem,
  chapter: string,
): Networking {
  if (shares !== undefined) return { mode: 'container', container: shares };
  if (mode === 'host' || mode === 'none') return { mode };
  return {
    mode: 'bridge',
    attachments: attachments.map(({ value }) => buildAttachment(value, chapter)),
  };
}

const buildAttachment = (attachment: TopologyAttachment, chapter: string): Attachment => ({
  network: attachment.network,
  aliases: [...(attachment.aliases ?? [])],
  ...(attachment.address === undefined ? {} : { address: attachment.address }),
  ...(attachment.address6 === undefined ? {} : { address6: attachment.address6 }),
  chapter: attachment.chapter ?? chapter,
});

const buildLink = (link: TopologyLink, chapter: string): Link => ({
  container: link.container,
  alias: link.alias ?? link.container,
  chapter: link.chapter ?? chapter,
});

const buildListener = ({ port, protocol, page, from, at }: TopologyListener): Listener => ({
  port,
  protocol: protocol ?? 'tcp',
  ...(page === undefined ? {} : { page }),
  ...(from === undefined || from === 'declared' ? {} : { from }),
  ...(at === undefined ? {} : { at: [...at] }),
});

function buildPair({ node, ends, chapter }: TopologyNamespacePair, first: string): NamespacePair {
  const [left, right] = ends;
  return { node, ends: [buildEnd(left), buildEnd(right)], chapter: chapter ?? first };
}

function buildEnd(end: TopologyNamespace): Namespace {
  const { address, prefix } = cidr(end.address);
  return { name: end.name, interface: end.interface, address, prefix };
}
