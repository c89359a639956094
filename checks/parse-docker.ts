import { isIPv4, isIPv6 } from 'node:net';
import type { AttachmentState, Binding, ContainerState, Inside, NetworkState } from './state';

/** The part of `docker inspect` that is read; engines leave fields out or give null. */
interface InspectedContainer {
  readonly Id: string;
  readonly Created?: string;
  readonly Name: string;
  readonly State: {
    readonly Status: string;
    readonly Pid: number;
    readonly ExitCode: number;
    readonly StartedAt?: string;
  };
  readonly RestartCount?: number;
  readonly Config: { readonly Labels?: Record<string, string> | null };
  readonly HostConfig: {
    readonly NetworkMode: string;
    readonly PortBindings?: Record<string, PortBinding[] | null> | null;
  };
  readonly NetworkSettings: { readonly Networks?: Record<string, InspectedEndpoint> | null };
}

interface InspectedEndpoint {
  readonly NetworkID: string;
  readonly IPAddress: string;
  readonly GlobalIPv6Address?: string;
  readonly Gateway: string;
  readonly MacAddress: string;
  readonly Aliases?: readonly string[] | null;
  readonly DNSNames?: readonly string[] | null;
}

interface PortBinding {
  readonly HostIp: string;
  readonly HostPort: string;
}

interface InspectedNetwork {
  readonly Id: string;
  readonly Name: string;
  readonly Driver: string;
  readonly Internal: boolean;
  readonly Attachable?: boolean;
  readonly EnableIPv6?: boolean;
  readonly Labels?: Record<string, string> | null;
  readonly Options?: Record<string, string> | null;
  readonly IPAM?: { readonly Config?: readonly { Subnet?: string; Gateway?: string }[] | null };
  readonly Containers?: Record<string, ListedEndpoint> | null;
}

interface ListedEndpoint {
  readonly Name: string;
  readonly IPv4Address?: string;
}

/** @param json one line of `docker inspect` */
export function parseContainer(json: string, inside: Inside | undefined): ContainerState {
  const value = JSON.parse(json) as InspectedContainer;
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
    labels: value.Config.Labels ?? {},
    networkMode: value.HostConfig.NetworkMode,
    attachments: Object.entries(value.NetworkSettings.Networks ?? {}).map(parseAttachment),
    bindings: Object.entries(value.HostConfig.PortBindings ?? {}).flatMap(parseBindings),
    ...(inside === undefined ? {} : { inside }),
  };
}

const parseAttachment = ([network, endpoint]: [string, InspectedEndpoint]): AttachmentState => ({
  network,
  networkId: endpoint.NetworkID,
  address: endpoint.IPAddress,
  ...(endpoint.GlobalIPv6Address ? { address6: endpoint.GlobalIPv6Address } : {}),
  gateway: endpoint.Gateway,
  mac: endpoint.MacAddress,
  aliases: [...new Set([...(endpoint.Aliases ?? []), ...(endpoint.DNSNames ?? [])])],
});

function parseBindings([port, bindings]: [string, PortBinding[] | null]): Binding[] {
  const [target, protocol = 'tcp'] = port.split('/');
  return (bindings ?? []).map(({ HostIp, HostPort }) => ({
    ip: HostIp === '' ? '0.0.0.0' : HostIp,
    published: Number(HostPort),
    target: Number(target),
    protocol,
  }));
}

/** @param json one line of `docker network inspect` */
export function parseNetwork(json: string): NetworkState {
  const value = JSON.parse(json) as InspectedNetwork;
  const ranges = value.IPAM?.Config ?? [];
  const ipam = ranges.find(({ Subnet }) => isIPv4(Subnet?.split('/')[0] ?? ''));
  const ipam6 = ranges.find(({ Subnet }) => isIPv6(Subnet?.split('/')[0] ?? ''));
  const options = value.Options ?? {};
  // An overlay's load balancer and the swarm's sandbox of ingress are no containers, and their ids are none.
  const members = Object.entries(value.Containers ?? {});
  const listed = members.filter(([id]) => /^[0-9a-f]{64}$/.test(id));
  return {
    id: value.Id,
    name: value.Name,
    driver: value.Driver,
    internal: value.Internal,
    attachable: value.Attachable ?? false,
    labels: value.Labels ?? {},
    options,
    ...(ipam?.Subnet === undefined ? {} : { subnet: ipam.Subnet }),
    // Some engines note the gateway with its prefix length.
    ...(ipam?.Gateway ? { gateway: ipam.Gateway.replace(/\/.*/, '') } : {}),
    ...(ipam6?.Subnet === undefined || value.EnableIPv6 === false ? {} : { subnet6: ipam6.Subnet }),
    bridge: options['com.docker.network.bridge.name'] ?? `br-${value.Id.slice(0, 12)}`,
    containers: listed.map(([, { Name }]) => Name),
    addresses: Object.fromEntries(
      members.map(([id, { IPv4Address = '' }]) => [id, IPv4Address.replace(/\/.*/, '')]),
    ),
  };
}
