import { parseSubnet6 } from '../../topology/addresses6';
import { CONTAINER_NAME } from '../../topology/formats';
import { OUTSIDE } from '../../topology/edge';
import { RESERVED_NETWORKS } from '../../topology/lab';
import type { ComposeNetwork, ComposeService, Project } from '../compose/project';
import type { EngineContainer, EngineNetwork, Inspected } from './inspected';

/** What runs on an engine as a project, and what each part of it is there. */
export interface EngineProject {
  readonly project: Project;
  /** Containers by the keys of their services. */
  readonly containers: ReadonlyMap<string, EngineContainer>;
  /** Networks by their keys; the default bridge has none. */
  readonly networks: ReadonlyMap<string, EngineNetwork>;
}

/**
 * @param name of a Compose project: only its containers are meant, by the names that its files have for them
 */
export function projectOf(inspected: Inspected, name?: string): EngineProject {
  const meant = inspected.containers.filter(
    ({ project }) => name === undefined || project === name,
  );
  const containers = keyed(meant, (one) =>
    name === undefined ? keyOf(one) : serviceKey(one, meant),
  );
  const used = new Set(meant.flatMap(({ networks }) => idsIn(networks)));
  const networks = keyed(
    inspected.networks.filter(
      ({ id, name: called, project }) =>
        !RESERVED_NETWORKS.has(called) && (name === undefined || project === name || used.has(id)),
    ),
    (one) => (name !== undefined && one.project === name ? one.network : one.name),
  );
  const keys = new Map([...networks].map(([key, { id }]) => [id, key]));
  const ids = new Map([...containers].map(([key, { id }]) => [id, key]));
  return {
    project: {
      name: name ?? inspected.name,
      services: Object.fromEntries(
        [...containers].map(([key, one]) => [key, serviceOf(one, keys, ids)]),
      ),
      networks: Object.fromEntries(
        [...networks].map(([key, one]) => [
          key,
          // A swarm has members of its overlays on other nodes too.
          networkOf(one, one.driver === 'overlay' || (name !== undefined && one.project !== name)),
        ]),
      ),
    },
    containers,
    networks,
  };
}

/** The container's own name; its short id, which is a name too, where that cannot be one here. */
const keyOf = ({ name, id }: EngineContainer): string =>
  CONTAINER_NAME.fits(name) && name !== OUTSIDE ? name : id.slice(0, 12);

/** As the source of Compose files calls it: by its service, and its number where there are several. */
function serviceKey(one: EngineContainer, all: readonly EngineContainer[]): string {
  const alike = all.filter(({ service }) => service === one.service);
  return alike.length === 1 ? one.service : `${one.service}.${one.number}`;
}

/** Engines have had several networks of one name: the second is known by its id. */
function keyed<T extends { readonly id: string }>(
  all: readonly T[],
  keyFor: (one: T) => string,
): Map<string, T> {
  const found = new Map<string, T>();
  for (const one of all) {
    const key = keyFor(one);
    found.set(key === '' || found.has(key) ? one.id.slice(0, 12) : key, one);
  }
  return found;
}

const idsIn = (networks: EngineContainer['networks']): string[] =>
  Object.values(networks ?? {}).map(({ NetworkID }) => NetworkID);

function serviceOf(
  one: EngineContainer,
  networks: ReadonlyMap<string, string>,
  containers: ReadonlyMap<string, string>,
): ComposeService {
  const short = one.id.slice(0, 12);
  const own = Object.entries(one.networks ?? {});
  const attached = own.flatMap(([called, given]) => {
    const key = networks.get(given.NetworkID) ?? (called === 'bridge' ? called : undefined);
    if (key === undefined) return [];
    const aliases = [...new Set([...given.DNSNames, ...given.Aliases])];
    const value = {
      aliases: aliases.filter((name) => name !== short && name !== one.name),
      ...(given.IPAddress === '' ? {} : { ipv4_address: given.IPAddress }),
      ...(given.GlobalIPv6Address === '' ? {} : { ipv6_address: given.GlobalIPv6Address }),
    };
    return [[key, value] as const];
  });
  const [mode = '', of = ''] = one.mode.split(':');
  const shared = mode === 'container' ? containers.get(of) : undefined;
  const links = [...one.links, ...own.flatMap(([, { Links }]) => Links)].map((link) =>
    linkOf(link, containers),
  );
  const modeOf = (): { network_mode?: string } => {
    if (mode === 'host') return { network_mode: mode };
    if (mode === 'container') {
      return { network_mode: shared === undefined ? one.mode : `service:${shared}` };
    }
    // Taken off all its networks.
    return attached.length === 0 ? { network_mode: 'none' } : {};
  };
  return {
    image: one.image,
    container_name: CONTAINER_NAME.fits(one.name) ? one.name : short,
    ...(one.hostname === '' || one.hostname === short ? {} : { hostname: one.hostname }),
    ...modeOf(),
    networks: Object.fromEntries(attached),
    ports: portsOf(one),
    expose: one.exposed,
    links: links.filter((link) => link !== undefined),
    extra_hosts: one.hosts,
    cap_add: one.capabilities,
    ...(one.privileged === true ? { privileged: true } : {}),
    healthcheck: [],
  };
}

/** `/db:/web/database` is how an engine keeps a link of web to db; `db:database` how it keeps one on a network. */
function linkOf(link: string, containers: ReadonlyMap<string, string>): string | undefined {
  const [target = '', alias = ''] = link.split(':');
  const name = target.replace(/^\//, '');
  const known = [...containers].find(([id, key]) => key === name || id.startsWith(name));
  if (known === undefined) return undefined;
  return `${known[1]}:${alias.replace(/^.*\//, '') || name}`;
}

/** What is really published; of both families each port once. */
function portsOf({ ports }: EngineContainer): NonNullable<ComposeService['ports']> {
  const found = new Map<string, NonNullable<ComposeService['ports']>[number]>();
  for (const [port, bindings] of Object.entries(ports ?? {})) {
    const [target = '', protocol = 'tcp'] = port.split('/');
    for (const { HostIp, HostPort } of bindings ?? []) {
      const ip = ['0.0.0.0', '::', ''].includes(HostIp) ? '' : HostIp;
      found.set(`${ip} ${HostPort} ${port}`, {
        ...{ target: Number(target), published: HostPort, protocol },
        ...(ip === '' ? {} : { host_ip: ip }),
      });
    }
  }
  return [...found.values()];
}

function networkOf(one: EngineNetwork, external: boolean): ComposeNetwork {
  const ranges = one.ranges ?? [];
  const six = ranges.find(({ Subnet }) => parseSubnet6(Subnet) !== undefined);
  return {
    name: one.name,
    driver: one.driver,
    ...(external ? { external: true } : {}),
    ...(one.internal === true ? { internal: true } : {}),
    ...(one.ipv6 === true && six !== undefined ? { enable_ipv6: true } : {}),
    driver_opts: one.options ?? {},
    ipam: {
      config: ranges.map(({ Subnet, Gateway }) => ({
        subnet: Subnet,
        ...(Gateway === '' ? {} : { gateway: Gateway.replace(/\/.*/, '') }),
      })),
    },
  };
}
