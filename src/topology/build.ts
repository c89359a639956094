import { cidr } from './addresses';
import { buildLan, buildNetwork, buildOverlay } from './build-network';
import { buildListener, buildNode, buildOutside } from './build-node';
import { canonical, inSmallLetters, optional } from './build-parts';
import type {
  Attachment,
  Container,
  ExtraHost,
  Lab,
  Link,
  Namespace,
  NamespacePair,
  Networking,
  Protocol,
  PublishedPort,
  Service,
} from './lab';
import { readClaim } from './claims';
import { choosePorts } from './chosen-ports';
import { ANY_ADDRESS, expandPort } from './ports';
import { replicasOf } from './replicas';
import type { ContainerItem, Draft, ServiceItem } from './rules/draft';
import type {
  Topology,
  TopologyAttachment,
  TopologyLink,
  TopologyNamespace,
  TopologyNamespacePair,
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
    outside: buildOutside(topology.outside),
    chapters: topology.chapters.map(({ id, title }) => ({ id, title })),
    nodes: draft.nodes.map((node) => buildNode(node, first)),
    swarm,
    networks: draft.networks.map(({ value }) => buildNetwork(value, first)),
    overlays: draft.overlays.map(({ value }) => buildOverlay(value, first)),
    ...(draft.lans.length === 0
      ? {}
      : { lans: draft.lans.map(({ value }) => buildLan(value, first)) }),
    containers: [
      ...choosePorts(
        draft.containers.map((container) =>
          buildContainer(container, first, draft.nodeNamed.get(container.value.node)?.value.ip),
        ),
      ),
      ...services.flatMap((service) => replicasOf(service, swarm)),
    ],
    services,
    namespacePairs: (topology.namespacePairs ?? []).map((pair) => buildPair(pair, first)),
    ...(claims.length === 0 ? {} : { claims }),
    ...(topology.unsaid === undefined ? {} : { unsaid: topology.unsaid }),
  };
}

function buildContainer(
  item: ContainerItem,
  first: string,
  address: string | undefined,
): Container {
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
    ...optional('extraHosts', value.extraHosts?.map(buildExtraHost)),
    ...optional('dns', value.dns),
    ...optional('names', inSmallLetters(value.names)),
    ...optional('expose', value.expose?.map(readExposed)),
    ...optional('sysctls', value.sysctls),
    links: (value.links ?? []).map((link) => buildLink(link, chapter)),
    ports: buildPorts(item.ports, address),
    listens: (value.listens ?? []).map(buildListener),
    chapter,
  };
}

const buildExtraHost = (line: string): ExtraHost => {
  const colon = line.indexOf(':');
  return { name: line.slice(0, colon), address: line.slice(colon + 1) };
};

const readExposed = (text: string) => {
  const [port = '', protocol = 'tcp'] = text.split('/');
  return { port: Number(port), protocol: protocol as Protocol };
};

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

/** @param address Where the node publishes ports that name no address; default: everywhere */
const buildPorts = (ports: ContainerItem['ports'], address?: string): PublishedPort[] =>
  ports
    .flatMap(({ parsed }) => (parsed.ok ? expandPort(parsed.spec) : []))
    .map((port) =>
      address === undefined || port.ip !== ANY_ADDRESS || port.family !== undefined
        ? port
        : { ...port, ip: canonical(address) },
    );

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
  ...optional('address6', attachment.address6 && canonical(attachment.address6)),
  ...optional('gwPriority', attachment.gwPriority),
  ...optional('linkLocalIps', attachment.linkLocalIps?.map(canonical)),
  ...optional('driverOpts', attachment.driverOpts),
  chapter: attachment.chapter ?? chapter,
});

const buildLink = (link: TopologyLink, chapter: string): Link => ({
  container: link.container,
  alias: link.alias ?? link.container,
  chapter: link.chapter ?? chapter,
});

function buildPair({ node, ends, chapter }: TopologyNamespacePair, first: string): NamespacePair {
  const [left, right] = ends;
  return { node, ends: [buildEnd(left), buildEnd(right)], chapter: chapter ?? first };
}

function buildEnd(end: TopologyNamespace): Namespace {
  const { address, prefix } = cidr(end.address);
  return { name: end.name, interface: end.interface, address, prefix };
}
