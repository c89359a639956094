import { z } from 'zod';
import type { ServiceState, SwarmNode, SwarmState } from './state';

/** The part of `docker info` that is read. */
const shownSwarm = z.object({
  NodeID: z.string(),
  NodeAddr: z.string(),
  LocalNodeState: z.string(),
  ControlAvailable: z.boolean(),
});

/** The part of `docker node inspect` that is read. */
const shownNode = z.object({
  ID: z.string(),
  Description: z.object({ Hostname: z.string().optional() }).nullish(),
  Status: z.object({ State: z.string().optional() }).nullish(),
  Spec: z.object({ Availability: z.string().optional() }).nullish(),
});

const portOfService = z.object({
  Protocol: z.string(),
  TargetPort: z.number(),
  PublishedPort: z.number().optional(),
  PublishMode: z.string().optional(),
});

/** The part of `docker service inspect` that is read. */
const shownService = z.object({
  Spec: z.object({
    Name: z.string(),
    Labels: z.record(z.string(), z.string()).nullish(),
    Mode: z
      .object({ Replicated: z.object({ Replicas: z.number().optional() }).nullish() })
      .nullish(),
    EndpointSpec: z.object({ Mode: z.string().optional() }).nullish(),
    TaskTemplate: z.object({
      ContainerSpec: z.object({ Image: z.string().optional() }).nullish(),
      Networks: z.array(z.object({ Target: z.string() })).nullish(),
    }),
  }),
  Endpoint: z
    .object({
      Ports: z.array(portOfService).nullish(),
      VirtualIPs: z
        .array(z.object({ NetworkID: z.string(), Addr: z.string().optional() }))
        .nullish(),
    })
    .nullish(),
});

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
  const value = shownSwarm.parse(JSON.parse(json));
  return {
    id: value.NodeID,
    address: value.NodeAddr,
    state: value.LocalNodeState,
    manager: value.ControlAvailable,
    ...(nodes === undefined
      ? {}
      : { nodes: z.array(shownNode).parse(JSON.parse(nodes)).map(parseNode) }),
    ...(services === undefined
      ? {}
      : { services: z.array(shownService).parse(JSON.parse(services)).map(parseService) }),
  };
}

const parseNode = ({ ID, Description, Status, Spec }: z.infer<typeof shownNode>): SwarmNode => ({
  id: ID,
  hostname: Description?.Hostname ?? '',
  status: Status?.State ?? 'unknown',
  availability: Spec?.Availability ?? '',
});

function parseService({ Spec, Endpoint }: z.infer<typeof shownService>): ServiceState {
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

const shownPort = ({
  Protocol,
  TargetPort,
  PublishedPort,
  PublishMode,
}: z.infer<typeof portOfService>): string =>
  `${PublishMode === 'host' ? 'host' : '*'}:${PublishedPort ?? ''}->${TargetPort}/${Protocol}`;
