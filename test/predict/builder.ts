import { replicasOf } from '../../src/topology/replicas';
import type {
  Attachment,
  Container,
  Lab,
  LabNode,
  Listener,
  NamespacePair,
  Network,
  Overlay,
  PublishedPort,
  Service,
} from '../../src/topology/lab';

/** A container as a test writes it; everything left out is Docker's default. */
export interface ContainerSpec extends Partial<
  Omit<Container, 'name' | 'networking' | 'ports' | 'listens'>
> {
  readonly mode?: 'host' | 'none' | `container:${string}`;
  readonly networks?: readonly (string | (Partial<Attachment> & { readonly network: string }))[];
  readonly ports?: readonly (Partial<PublishedPort> & { readonly published: number })[];
  readonly listens?: readonly (number | Listener)[];
}

/** A service as a test writes it. */
interface ServiceSpec extends Partial<Omit<Service, 'networks' | 'ports' | 'listens'>> {
  readonly name: string;
  readonly networks: readonly (string | Service['networks'][number])[];
  readonly ports?: ContainerSpec['ports'];
  readonly listens?: ContainerSpec['listens'];
}

export interface LabSpec {
  readonly chapters?: readonly string[];
  readonly nodes?: readonly (Partial<LabNode> & { readonly name: string })[];
  readonly networks?: readonly (Partial<Network> & { readonly name: string })[];
  readonly swarm?: readonly string[];
  readonly overlays?: readonly (Partial<Overlay> & { readonly name: string })[];
  readonly containers?: Readonly<Record<string, ContainerSpec>>;
  readonly services?: readonly ServiceSpec[];
  readonly namespacePairs?: readonly NamespacePair[];
}

const listener = (one: number | Listener): Listener =>
  typeof one === 'number' ? { port: one, protocol: 'tcp' } : one;

/** A lab without the validation: node1 and node2 unless other nodes are given, everything on node1 by default. */
export function buildLab(spec: LabSpec): Lab {
  const chapters = spec.chapters ?? ['all'];
  const chapter = chapters[0]!;
  const nodes = spec.nodes ?? [{ name: 'node1' }, { name: 'node2' }];
  const services = (spec.services ?? []).map((one) => service(one, chapter));
  return {
    name: 'test',
    title: 'test',
    outside: { address: '192.168.205.1' },
    chapters: chapters.map((id) => ({ id, title: id })),
    nodes: nodes.map((node, i) => ({
      address: `192.168.205.${10 + i}`,
      subnet: '192.168.205.0/24',
      memory: 1024,
      cpus: 1,
      engine: '26.1',
      listens: [],
      chapter,
      ...node,
    })),
    swarm: spec.swarm ?? [],
    services,
    overlays: (spec.overlays ?? []).map((overlay) => ({
      driver: 'overlay',
      internal: false,
      encrypted: false,
      chapter,
      ...overlay,
    })),
    networks: (spec.networks ?? []).map((network) => ({
      node: 'node1',
      driver: 'bridge',
      internal: false,
      icc: true,
      chapter,
      ...(network.subnet === undefined
        ? {}
        : { gateway: network.subnet.replace(/\d+\/\d+$/, '1') }),
      ...network,
    })),
    containers: [
      ...Object.entries(spec.containers ?? {}).map(([name, one]) => container(name, one, chapter)),
      ...services.flatMap((one) => replicasOf(one, spec.swarm ?? [])),
    ],
    namespacePairs: spec.namespacePairs ?? [],
  };
}

/** Namespaces ns1 and ns2, joined by a veth pair. */
export const namespacePair = (node: string, chapter: string): NamespacePair => ({
  node,
  chapter,
  ends: [
    { name: 'ns1', interface: 'veth1', address: '10.9.0.1', prefix: 24 },
    { name: 'ns2', interface: 'veth2', address: '10.9.0.2', prefix: 24 },
  ],
});

function container(name: string, spec: ContainerSpec, chapter: string): Container {
  const { mode, networks, ports, listens, ...rest } = spec;
  const own = spec.chapter ?? chapter;
  const attachments = (networks ?? ['bridge']).map((one) => ({
    aliases: [],
    chapter: own,
    ...(typeof one === 'string' ? { network: one } : one),
  }));
  return {
    name,
    node: 'node1',
    image: 'busybox:1.36',
    command: [],
    environment: {},
    links: [],
    chapter,
    ...rest,
    networking:
      mode === undefined
        ? { mode: 'bridge', attachments }
        : mode === 'host' || mode === 'none'
          ? { mode }
          : { mode: 'container', container: mode.slice('container:'.length) },
    ports: (ports ?? []).map(publishedPort),
    listens: (listens ?? []).map(listener),
  };
}

function service(spec: ServiceSpec, chapter: string): Service {
  const { networks, ports, listens, ...rest } = spec;
  const own = spec.chapter ?? chapter;
  return {
    image: 'nginx:1.26',
    command: [],
    environment: {},
    replicas: 1,
    endpointMode: 'vip',
    chapter,
    ...rest,
    networks: networks.map((one) =>
      typeof one === 'string' ? { network: one, chapter: own } : one,
    ),
    ports: (ports ?? []).map(publishedPort),
    listens: (listens ?? []).map(listener),
  };
}

const publishedPort = (
  port: Partial<PublishedPort> & { readonly published: number },
): PublishedPort => ({
  ...{ ip: '0.0.0.0', target: port.published, protocol: 'tcp' },
  ...port,
});
