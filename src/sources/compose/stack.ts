import type { TopologyService } from '../../topology/topology';
import type { Unsaid } from '../../topology/unsaid';
import { listenersOf } from './listeners';
import { countOf, type Names } from './names';
import { publishedBy, type NodePorts } from './ports';
import type { ComposeService, Project } from './project';
import { imageOf } from './services';

/** Whether the files are those of a stack, which a swarm runs: no single engine could run them as they are. */
export const isStack = ({ services, networks }: Project): boolean =>
  Object.values(networks ?? {}).some((one) => one?.driver === 'overlay' && one.external !== true) ||
  Object.values(services ?? {}).some(
    ({ deploy, ports }) =>
      // Two containers of one engine cannot have one port of it.
      ((deploy?.replicas ?? 1) > 1 && (ports ?? []).some(({ published }) => isOne(published))) ||
      deploy?.mode === 'global' ||
      deploy?.endpoint_mode !== undefined ||
      (deploy?.placement?.constraints ?? []).length > 0,
  );

const isOne = (published = ''): boolean => /^[1-9]\d*$/.test(published);

export interface StackRequest {
  readonly key: string;
  readonly service: ComposeService;
  readonly project: Project;
  readonly names: Names;
  /** Every node of the swarm. */
  readonly on: readonly NodePorts[];
}

/** A service as a swarm runs it; undefined where it runs none, or one that has the stack of its node. */
export function stackServiceOf(request: StackRequest): {
  readonly service: TopologyService | undefined;
  readonly unsaid: readonly Unsaid[];
} {
  const { key, service, project, names, on } = request;
  const name = /^[a-zA-Z0-9][a-zA-Z0-9_-]*[a-zA-Z0-9]$/.test(key) ? key : `x-${key.length}`;
  const replicas = service.deploy?.mode === 'global' ? on.length : countOf(service);
  const networks = Object.keys(service.networks ?? {})
    .filter((network) => project.networks?.[network]?.name !== 'host')
    .map((network) => names.networks.get(network) ?? network);
  const [first] = on;
  if (replicas === 0) return { service: undefined, unsaid: [] };
  if (networks.length === 0 || first === undefined) {
    const value = service.network_mode ?? 'host';
    return {
      service: undefined,
      unsaid: [{ kind: 'left-out', container: name, what: 'service', value }],
    };
  }
  const ports = service.ports ?? [];
  const mesh = publishedBy(
    name,
    ports.filter(({ mode }) => mode !== 'host'),
    first,
  );
  const placed = ports.filter(({ mode }) => mode === 'host');
  const dnsrr = service.deploy?.endpoint_mode === 'dnsrr';
  return {
    service: {
      ...{ name, image: imageOf(request), replicas, networks },
      ...(dnsrr ? { endpointMode: 'dnsrr' as const } : { ports: mesh.ports }),
      listens: listenersOf(service),
    },
    unsaid: [
      ...Array.from({ length: replicas }, (_, index): Unsaid => ({
        kind: 'listeners',
        container: `${name}.${index + 1}`,
      })),
      { kind: 'listeners', container: name },
      ...mesh.unsaid,
      ...on.flatMap(({ node }) =>
        placed.flatMap(({ published, target, protocol = 'tcp' }): Unsaid[] =>
          target === undefined || (protocol !== 'tcp' && protocol !== 'udp')
            ? []
            : [
                {
                  ...{ kind: 'placement', container: name, node, target, protocol },
                  port: Number(published ?? 0),
                },
              ],
        ),
      ),
    ],
  };
}
