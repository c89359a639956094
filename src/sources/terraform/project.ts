import type { ComposeNetwork, ComposeService, Project } from '../compose/project';
import { attachmentsOf, type Attached } from './attachments';
import { configOf, referred, type Ground } from './references';
import type { ConfigModule, Resource, Values } from './show';

/** The Docker resources of a plan or a state as a project, and where each stands. */
export interface TerraformProject {
  readonly project: Project;
  /** Nodes, and which of them each container and network is on: one a configuration of the provider. */
  readonly nodes: readonly string[];
  readonly nodeOf: (part: readonly (string | number)[]) => number;
  /** Addresses of resources by their part of the project. */
  readonly addressOf: (part: readonly (string | number)[]) => string;
  /** Addresses of what is not predicted. */
  readonly leftOut: readonly string[];
}

const HOST = 'host';

export function projectOf(
  name: string,
  all: readonly Resource[],
  configuration: ConfigModule | undefined,
): TerraformProject {
  const networks = all.filter(({ type }) => type === 'docker_network');
  const containers = all.filter(({ type, managed }) => type === 'docker_container' && managed);
  const nodeNamed = (one: Resource): string =>
    /[.:]([^.:]+)$/.exec(configOf(configuration, one)?.provider_config_key ?? '')?.[1] ?? HOST;
  const nodes = [...new Set(containers.concat(networks).map(nodeNamed))];
  const keys = keyed(networks, nodeNamed);
  const ground: Ground = { all, configuration, keys };
  const attached = new Map(containers.map((one) => [one.address, attachmentsOf(ground, one)]));
  const called = keyed(containers, nodeNamed);
  const services = containers.map((one): [string, ComposeService] => [
    called.get(one.address)!,
    serviceOf(ground, called, one, attached.get(one.address)!),
  ]);
  const known = new Set(keys.values());
  const external = [...attached.values()]
    .flatMap(({ networks: own }) => Object.keys(own))
    .filter((key) => !known.has(key));
  const address = new Map<string, Resource>([
    ...containers.map((one): [string, Resource] => [`services ${called.get(one.address)}`, one]),
    ...networks.map((one): [string, Resource] => [`networks ${keys.get(one.address)}`, one]),
  ]);
  const resourceAt = ([list, key]: readonly (string | number)[]) => address.get(`${list} ${key}`);
  return {
    project: {
      name,
      services: Object.fromEntries(services),
      networks: Object.fromEntries<ComposeNetwork>([
        ...networks.map((one) => [keys.get(one.address)!, networkOf(one)] as const),
        ...external.map((key) => [key, { name: key, driver: 'bridge', external: true }] as const),
      ]),
    },
    nodes: nodes.length === 0 ? [HOST] : nodes,
    nodeOf: (part) => {
      const found = resourceAt(part);
      return found === undefined ? 0 : Math.max(0, nodes.indexOf(nodeNamed(found)));
    },
    addressOf: (part) => resourceAt(part)?.address ?? '',
    leftOut: all.filter(({ type }) => type === 'docker_service').map((one) => one.address),
  };
}

/** The name that an engine knows a resource by; with its node's where others on another node have it. */
function keyed(
  resources: readonly Resource[],
  nodeNamed: (one: Resource) => string,
): Map<string, string> {
  const nameOf = ({ values, name }: Resource): string => values.name || name;
  const twice = (one: Resource): boolean =>
    resources.some((other) => other !== one && nameOf(other) === nameOf(one));
  return new Map(
    resources.map((one) => [
      one.address,
      twice(one) ? `${nodeNamed(one)}.${nameOf(one)}` : nameOf(one),
    ]),
  );
}

function networkOf({ values, managed }: Resource): ComposeNetwork {
  const { name, driver, internal, ipv6, options, ipam_config: ipam } = values;
  return {
    ...(name ? { name } : {}),
    // Known after the apply only where nobody chose one.
    driver: driver || 'bridge',
    ...(managed ? {} : { external: true }),
    ...(internal === true ? { internal } : {}),
    ...(ipv6 === true ? { enable_ipv6: true } : {}),
    ...(options ? { driver_opts: options } : {}),
    ipam: {
      config: (ipam ?? []).map(({ subnet, gateway }) => ({
        ...(subnet ? { subnet } : {}),
        ...(gateway ? { gateway } : {}),
      })),
    },
  };
}

function serviceOf(
  ground: Ground,
  called: ReadonlyMap<string, string>,
  one: Resource,
  { networks, mode }: Attached,
): ComposeService {
  const { values } = one;
  const image = imageOf(ground, one);
  const shared = sharedStack(ground, called, one);
  return {
    ...(image === undefined ? {} : { image }),
    ...(values.name ? { container_name: values.name } : {}),
    ...(values.hostname ? { hostname: values.hostname } : {}),
    ...((shared ?? mode) === undefined ? {} : { network_mode: shared ?? mode }),
    networks,
    ports: (values.ports ?? []).map(portOf),
    links: values.links ?? [],
    extra_hosts: (values.host ?? []).map(({ host, ip }) => `${host}=${ip ?? ''}`),
    cap_add: (values.capabilities ?? []).flatMap(({ add }) => add ?? []),
    ...(values.privileged === true ? { privileged: true } : {}),
    healthcheck: [],
  };
}

const portOf = (port: NonNullable<Values['ports']>[number]) => ({
  ...(port.internal ? { target: port.internal } : {}),
  published: port.external ? String(port.external) : '',
  host_ip: port.ip ?? '',
  protocol: port.protocol ?? 'tcp',
});

/** The name of the image, also where only its id is known. */
function imageOf({ all, configuration }: Ground, one: Resource): string | undefined {
  const images = all.filter(({ type }) => type === 'docker_image');
  const { image } = one.values;
  const known = images.find(({ values }) => image && [values.image_id, values.id].includes(image))
    ?.values.name;
  if (known) return known;
  if (image && !image.startsWith('sha256:')) return image;
  const written = configOf(configuration, one)?.expressions?.['image'];
  return referred(configuration, all, one, written, 'docker_image')[0]?.values.name ?? undefined;
}

/** The mode of a container that has another one's stack. */
function sharedStack(
  { all, configuration }: Ground,
  called: ReadonlyMap<string, string>,
  one: Resource,
): string | undefined {
  const { network_mode: mode } = one.values;
  const id = /^container:(.*)$/.exec(mode ?? '')?.[1];
  const written = configOf(configuration, one)?.expressions?.['network_mode'];
  const target =
    id !== undefined
      ? all.find(({ type, values }) => type === 'docker_container' && values.id === id)
      : mode
        ? undefined
        : referred(configuration, all, one, written, 'docker_container')[0];
  if (target !== undefined) return `service:${called.get(target.address)}`;
  return id === undefined ? undefined : (mode ?? undefined);
}
