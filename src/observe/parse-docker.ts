import { isIPv4, isIPv6 } from 'node:net';
import { z } from 'zod';
import type { AttachmentState, Binding, ContainerState, Inside, NetworkState } from './state';

/** Engines leave fields out or give null where there is nothing to say. */
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);
const byName = <T extends z.ZodType>(value: T) =>
  z
    .record(z.string(), value)
    .nullish()
    .transform((found) => found ?? {});

const bindings = z.array(z.object({ HostIp: text, HostPort: text })).nullable();

const inspectedEndpoint = z.object({
  NetworkID: text,
  IPAddress: text,
  GlobalIPv6Address: text,
  Gateway: text,
  MacAddress: text,
  Aliases: z.array(z.string()).nullish(),
  DNSNames: z.array(z.string()).nullish(),
});

/** The part of `docker inspect` that is read. */
const inspectedContainer = z.object({
  Id: z.string(),
  Created: z.string().optional(),
  Name: z.string(),
  State: z.object({
    Status: z.string(),
    Pid: z.number(),
    ExitCode: z.number(),
    StartedAt: z.string().optional(),
  }),
  RestartCount: z.number().optional(),
  Config: z.object({ Labels: byName(z.string()) }),
  HostConfig: z.object({ NetworkMode: z.string(), PortBindings: byName(bindings) }),
  NetworkSettings: z.object({ Networks: byName(inspectedEndpoint) }),
});

/** The part of `docker network inspect` that is read. */
const inspectedNetwork = z.object({
  Id: z.string(),
  Name: z.string(),
  Driver: z.string(),
  Internal: flag,
  Attachable: flag,
  EnableIPv6: flag.optional(),
  Labels: byName(z.string()),
  Options: byName(z.string()),
  IPAM: z
    .object({
      Config: z.array(z.object({ Subnet: z.string().optional(), Gateway: text })).nullish(),
    })
    .nullish(),
  Containers: byName(z.object({ Name: text, IPv4Address: text })),
});

/** @param json one line of `docker inspect` */
export function parseContainer(json: string, inside: Inside | undefined): ContainerState {
  const value = inspectedContainer.parse(JSON.parse(json));
  return {
    id: value.Id,
    name: value.Name.replace(/^\//, ''),
    status: value.State.Status,
    pid: value.State.Pid,
    exitCode: value.State.ExitCode,
    ...(value.Created === undefined ? {} : { created: value.Created }),
    ...(value.State.StartedAt === undefined
      ? {}
      : { startedAt: Date.parse(value.State.StartedAt) }),
    ...(value.RestartCount === undefined ? {} : { restarts: value.RestartCount }),
    labels: value.Config.Labels,
    networkMode: value.HostConfig.NetworkMode,
    attachments: Object.entries(value.NetworkSettings.Networks).map(parseAttachment),
    bindings: Object.entries(value.HostConfig.PortBindings).flatMap(parseBindings),
    ...(inside === undefined ? {} : { inside }),
  };
}

const parseAttachment = ([network, endpoint]: [
  string,
  z.infer<typeof inspectedEndpoint>,
]): AttachmentState => ({
  network,
  networkId: endpoint.NetworkID,
  address: endpoint.IPAddress,
  ...(endpoint.GlobalIPv6Address ? { address6: endpoint.GlobalIPv6Address } : {}),
  gateway: endpoint.Gateway,
  mac: endpoint.MacAddress,
  aliases: [...new Set([...(endpoint.Aliases ?? []), ...(endpoint.DNSNames ?? [])])],
});

function parseBindings([port, found]: [string, z.infer<typeof bindings>]): Binding[] {
  const [target, protocol = 'tcp'] = port.split('/');
  return (found ?? []).map(({ HostIp, HostPort }) => ({
    ip: HostIp === '' ? '0.0.0.0' : HostIp,
    published: Number(HostPort),
    target: Number(target),
    protocol,
  }));
}

/** @param json one line of `docker network inspect` */
export function parseNetwork(json: string): NetworkState {
  const value = inspectedNetwork.parse(JSON.parse(json));
  const ranges = value.IPAM?.Config ?? [];
  const ipam = ranges.find(({ Subnet }) => isIPv4(Subnet?.split('/')[0] ?? ''));
  const ipam6 = ranges.find(({ Subnet }) => isIPv6(Subnet?.split('/')[0] ?? ''));
  const options = value.Options;
  // An overlay's load balancer and the swarm's sandbox of ingress are no containers, and their ids are none.
  const members = Object.entries(value.Containers);
  const listed = members.filter(([id]) => /^[0-9a-f]{64}$/.test(id));
  return {
    id: value.Id,
    name: value.Name,
    driver: value.Driver,
    internal: value.Internal,
    attachable: value.Attachable,
    labels: value.Labels,
    options,
    ...(ipam?.Subnet === undefined ? {} : { subnet: ipam.Subnet }),
    // Some engines note the gateway with its prefix length.
    ...(ipam?.Gateway ? { gateway: ipam.Gateway.replace(/\/.*/, '') } : {}),
    ...(ipam6?.Subnet === undefined || value.EnableIPv6 === false ? {} : { subnet6: ipam6.Subnet }),
    bridge: options['com.docker.network.bridge.name'] ?? `br-${value.Id.slice(0, 12)}`,
    containers: listed.map(([, { Name }]) => Name),
    addresses: Object.fromEntries(
      members.map(([id, { IPv4Address }]) => [id, IPv4Address.replace(/\/.*/, '')]),
    ),
  };
}
