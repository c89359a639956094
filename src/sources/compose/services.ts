import { parseCidr, isAddress } from '../../topology/addresses';
import { IMAGE } from '../../topology/formats';
import type { TopologyAttachment, TopologyContainer } from '../../topology/topology';
import type { Unsaid } from '../../topology/unsaid';
import { listenersOf } from './listeners';
import { aliasesOf, type Names, type Replica } from './names';
import { publishedBy, type NodePorts } from './ports';
import type { ComposeService, Project } from './project';

export interface ServiceRequest {
  readonly key: string;
  readonly service: ComposeService;
  readonly project: Project;
  readonly names: Names;
  readonly on: NodePorts;
}

export interface MadeContainer {
  readonly container: TopologyContainer;
  readonly unsaid: readonly Unsaid[];
}

/** An image reference stands for one that is built. */
export const imageOf = ({
  key,
  service,
  project,
}: Pick<ServiceRequest, 'key' | 'service' | 'project'>) =>
  [service.image ?? '', `${project.name}-${key}`, 'built'].find(IMAGE.fits) ?? 'built';

/** The containers of a service that Compose runs on one engine. */
export const containersOf = (request: ServiceRequest): MadeContainer[] =>
  (request.names.replicas.get(request.key) ?? []).map((replica) => containerOf(request, replica));

function containerOf(request: ServiceRequest, replica: Replica): MadeContainer {
  const { service, on } = request;
  const { id } = replica;
  const listens = listenersOf(service);
  const made = { name: id, node: on.node, image: imageOf(request) };
  const mode = modeOf(request, id);
  const own: Unsaid[] = [...filtering(service, id, mode), ...lines(service, id, on.node)];
  const leftOut = (what: 'name' | 'port' | 'link' | 'address', value: string): Unsaid => ({
    ...{ kind: 'left-out', container: id, what, value },
  });
  if (mode !== 'bridge') {
    const container = { ...made, networkMode: mode.mode, listens };
    const ports = (service.ports ?? []).map(({ published = '', target = '' }) =>
      leftOut('port', `${published}:${target}`),
    );
    return { container, unsaid: [...mode.unsaid, ...own, ...ports] };
  }
  const { networks, unfit } = attachments(request, replica);
  const { ports, unsaid } = publishedBy(id, service.ports ?? [], on);
  const links = linksOf(request, id);
  return {
    container: { ...made, networks, ports, listens, links: links.fit },
    unsaid: [
      { kind: 'listeners', container: id },
      ...own,
      ...unsaid,
      ...unfit.map((name) => leftOut('name', name)),
      ...links.unfit.map((name) => leftOut('link', name)),
    ],
  };
}

interface Mode {
  readonly mode: 'host' | 'none' | `container:${string}`;
  readonly unsaid: readonly Unsaid[];
}

function modeOf({ service, names, on, project }: ServiceRequest, id: string): Mode | 'bridge' {
  const host = (): Mode => ({
    mode: 'host',
    unsaid: [{ kind: 'host-listeners', container: id, node: on.node }],
  });
  const own = Object.keys(service.networks ?? {});
  // Swarm files of old name the host's network as an external one.
  if (own.some((key) => project.networks?.[key]?.name === 'host')) return host();
  const [word = '', ...rest] = (service.network_mode ?? '').split(':');
  const value = rest.join(':');
  switch (word) {
    case 'host':
      return host();
    case 'none':
      return { mode: 'none', unsaid: [] };
    case 'service':
    case 'container': {
      const target =
        word === 'service' ? names.replicas.get(value)?.[0]?.id : names.others.get(value);
      if (target !== undefined && target !== id) return { mode: `container:${target}`, unsaid: [] };
      return { mode: 'none', unsaid: [{ kind: 'foreign-stack', container: id, of: value }] };
    }
    default:
      return 'bridge';
  }
}

function attachments(
  { key, service, project, names }: ServiceRequest,
  replica: Replica,
): { readonly networks: TopologyAttachment[]; readonly unfit: string[] } {
  const mode = service.network_mode ?? '';
  const own = Object.entries(service.networks ?? {});
  if (own.length === 0) {
    const other = names.networks.get(mode);
    return { networks: [{ network: other ?? 'bridge' }], unfit: [] };
  }
  const unfit: string[] = [];
  const networks = own.map(([network, given]): TopologyAttachment => {
    const declared = project.networks?.[network];
    if (declared?.name === 'bridge') return { network: 'bridge' };
    const called = aliasesOf(key, replica, service, given?.aliases ?? []);
    unfit.push(...called.unfit);
    const address = given?.ipv4_address;
    const hasSubnet = (declared?.ipam?.config ?? []).some(
      ({ subnet }) => parseCidr(subnet ?? '') !== undefined,
    );
    return {
      network: names.networks.get(network) ?? network,
      aliases: called.fit,
      ...(address !== undefined && isAddress(address) && hasSubnet ? { address } : {}),
      ...(given?.ipv6_address === undefined ? {} : { address6: given.ipv6_address.toLowerCase() }),
    };
  });
  return { networks, unfit: [...new Set(unfit)] };
}

/** Names that only this container knows; of several containers of a service the first is meant. */
function linksOf({ service, names }: ServiceRequest, id: string) {
  const fit: { container: string; alias: string }[] = [];
  const unfit: string[] = [...(service.external_links ?? [])];
  for (const link of service.links ?? []) {
    const [target = '', alias = target] = link.split(':');
    const to = names.replicas.get(target)?.[0]?.id;
    if (to === undefined) unfit.push(link);
    else if (to !== id && alias !== to) fit.push({ container: to, alias });
  }
  return { fit, unfit };
}

/** A container that may change routes and filters of its own stack; of the node's it would be the node's matter. */
function* filtering(
  { cap_add: capabilities, privileged }: ComposeService,
  container: string,
  mode: Mode | 'bridge',
): Iterable<Unsaid> {
  if (mode !== 'bridge') return;
  const may = (capabilities ?? []).some((one) => /^(CAP_)?(NET_ADMIN|ALL)$/i.test(one));
  if (may || privileged === true) yield { kind: 'own-firewall', container };
}

/** Further lines of /etc/hosts. */
function* lines(
  { extra_hosts: written }: ComposeService,
  container: string,
  node: string,
): Iterable<Unsaid> {
  const pairs = Array.isArray(written)
    ? written.map((line) => /^([^=:]+)[=:](.*)$/.exec(line)?.slice(1) ?? [line, ''])
    : Object.entries(written ?? {}).flatMap(([name, value]) =>
        [value].flat().map((address) => [name, address]),
      );
  for (const [name = '', address = ''] of pairs) {
    yield { kind: 'extra-host', container, name, address };
    if (address === 'host-gateway') yield { kind: 'host-services', container, node };
  }
}
