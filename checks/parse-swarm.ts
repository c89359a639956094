import type { ServiceState, SwarmNode, SwarmState } from './state';

/** The part of `docker info` that is read. */
interface ShownSwarm {
  readonly NodeID: string;
  readonly NodeAddr: string;
  readonly LocalNodeState: string;
  readonly ControlAvailable: boolean;
}

/** The part of `docker node inspect` that is read. */
interface ShownNode {
  readonly ID: string;
  readonly Description?: { readonly Hostname?: string };
  readonly Status?: { readonly State?: string };
  readonly Spec?: { readonly Availability?: string };
}

/** The part of `docker service inspect` that is read. */
interface ShownService {
  readonly Spec: {
    readonly Name: string;
    readonly Labels?: Record<string, string> | null;
    readonly Mode?: { readonly Replicated?: { readonly Replicas?: number } };
    readonly EndpointSpec?: { readonly Mode?: string };
    readonly TaskTemplate: {
      readonly ContainerSpec?: { readonly Image?: string };
      readonly Networks?: readonly { readonly Target: string }[] | null;
    };
  };
  readonly Endpoint?: {
    readonly Ports?: readonly ShownPort[] | null;
    readonly VirtualIPs?: readonly { readonly NetworkID: string; readonly Addr?: string }[] | null;
  };
}

interface ShownPort {
  readonly Protocol: string;
  readonly TargetPort: number;
  readonly PublishedPort?: number;
  readonly PublishMode?: string;
}

/**
 * @param json `Swarm` of `docker info`; undefined where the engine is in none
 * @param nodes What a manager knows of the swarm's nodes
 * @param services and of its services
 */
export function parseSwarm(
  json: string | undefined,
  nodes: string | undefined,
  services: string | undefined,
): SwarmState | undefined {
  if (json === undefined) return undefined;
  const value = JSON.parse(json) as ShownSwarm;
  return {
    id: value.NodeID,
    address: value.NodeAddr,
    state: value.LocalNodeState,
    manager: value.ControlAvailable,
    ...(nodes === undefined ? {} : { nodes: (JSON.parse(nodes) as ShownNode[]).map(parseNode) }),
    ...(services === undefined
      ? {}
      : { services: (JSON.parse(services) as ShownService[]).map(parseService) }),
  };
}

const parseNode = ({ ID, Description, Status, Spec }: ShownNode): SwarmNode => ({
  id: ID,
  hostname: Description?.Hostname ?? '',
  status: Status?.State ?? 'unknown',
  availability: Spec?.Availability ?? '',
});

function parseService({ Spec, Endpoint }: ShownService): ServiceState {
  const { ContainerSpec, Networks } = Spec.TaskTemplate;
  const replicas = Spec.Mode?.Replicated?.Replicas;
  return {
    name: Spec.Name,
    labels: Spec.Labels ?? {},
    ...(replicas === undefined ? {} : { replicas }),
    image: ContainerSpec?.Image ?? '',
    endpointMode: Spec.EndpointSpec?.Mode ?? 'vip',
    networks: (Networks ?? []).map(({ Target }) => Target),
    virtualAddresses: Object.fromEntries(
      (Endpoint?.VirtualIPs ?? []).flatMap(({ NetworkID, Addr }) =>
        Addr ? [[NetworkID, Addr.replace(/\/.*/, '')]] : [],
      ),
    ),
    ports: (Endpoint?.Ports ?? []).map(shownPort),
  };
}

const shownPort = ({ Protocol, TargetPort, PublishedPort, PublishMode }: ShownPort): string =>
  `${PublishMode === 'host' ? 'host' : '*'}:${PublishedPort ?? ''}->${TargetPort}/${Protocol}`;
