import { parseSubnet6 } from '../topology/addresses6';
import { SYSCTLS } from '../../stacks/container';
import {
  DEFAULT_BRIDGE,
  LAB_LABEL,
  type Attachment,
  type Container,
  type Network,
  type Overlay,
  type Service,
} from '../topology/lab';

/** Bodies of requests to an engine, as the provider of the stacks would make them. */

export const networkBody = (lab: string, network: Network): object => ({
  Name: network.name,
  CheckDuplicate: true,
  Driver: network.driver,
  Internal: network.internal,
  Labels: { [LAB_LABEL]: lab },
  Options: network.icc ? {} : { 'com.docker.network.bridge.enable_icc': 'false' },
  EnableIPv6: network.subnet6 !== undefined,
  IPAM: {
    Config: [
      ...(network.subnet === undefined
        ? []
        : [{ Subnet: network.subnet, Gateway: network.gateway }]),
      ...(network.subnet6 === undefined
        ? []
        : [{ Subnet: network.subnet6, Gateway: parseSubnet6(network.subnet6)!.gateway }]),
    ],
  },
});

export const overlayBody = (lab: string, { name, driver, internal, subnet, gateway }: Overlay) => ({
  Name: name,
  CheckDuplicate: true,
  Driver: driver,
  Attachable: true,
  Internal: internal,
  Labels: { [LAB_LABEL]: lab },
  IPAM: { Config: subnet === undefined ? [] : [{ Subnet: subnet, Gateway: gateway }] },
});

/** @param linked names that links give, each with its address */
export function containerBody(
  lab: string,
  container: Container,
  linked: readonly (readonly [name: string, address: string])[],
): object {
  const { image, command, environment, networking, ports } = container;
  const port = ({ target, protocol }: (typeof ports)[number]) => `${target}/${protocol}`;
  const bindings: Record<string, { HostIp: string; HostPort: string }[]> = {};
  for (const one of ports) {
    (bindings[port(one)] ??= []).push({ HostIp: one.ip, HostPort: String(one.published) });
  }
  return {
    Image: image,
    ...(command.length === 0 ? {} : { Cmd: command }),
    Env: Object.entries(environment).map(([name, value]) => `${name}=${value}`),
    Labels: { [LAB_LABEL]: lab },
    ExposedPorts: Object.fromEntries(ports.map((one) => [port(one), {}])),
    HostConfig: {
      NetworkMode:
        networking.mode === 'container' ? `container:${networking.container}` : networking.mode,
      ...(networking.mode === 'bridge' ? { Sysctls: SYSCTLS } : {}),
      PortBindings: bindings,
      ExtraHosts: linked.map(([known, address]) => `${known}:${address}`),
    },
  };
}

/** @param networks ids by name */
export const serviceBody = (
  lab: string,
  { name, image, command, environment, replicas, endpointMode, networks: joined }: Service,
  networks: ReadonlyMap<string, string>,
): object => ({
  Name: name,
  Labels: { [LAB_LABEL]: lab },
  TaskTemplate: {
    ContainerSpec: {
      Image: image,
      Labels: { [LAB_LABEL]: lab },
      ...(command.length === 0 ? {} : { Args: command }),
      Env: Object.entries(environment).map(([key, value]) => `${key}=${value}`),
      Sysctls: SYSCTLS,
    },
    Networks: joined.map(({ network }) => ({ Target: networks.get(network) ?? network })),
  },
  Mode: { Replicated: { Replicas: replicas } },
  EndpointSpec: { Mode: endpointMode },
});

export const attachmentBody = (container: string, { aliases, address }: Attachment): object => ({
  Container: container,
  EndpointConfig: {
    Aliases: aliases,
    ...(address === undefined ? {} : { IPAMConfig: { IPv4Address: address } }),
  },
});

/** Networks to which a container is connected one by one; none where the engine attaches it by itself. */
export function attachmentsOf({ networking }: Container): readonly Attachment[] {
  if (networking.mode !== 'bridge') return [];
  const { attachments } = networking;
  return attachments.every(({ network }) => network === DEFAULT_BRIDGE) ? [] : attachments;
}
