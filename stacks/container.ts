import { Container as DockerContainer } from '@cdktf/provider-docker/lib/container';
import type { Network as DockerNetwork } from '@cdktf/provider-docker/lib/network';
import type { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import {
  DEFAULT_BRIDGE,
  LAB_LABEL,
  type Attachment,
  type Container as LabContainer,
} from '../src/topology/lab';
import type { Link } from './link';
import { literal } from './literal';
import { constructId, nameReadably } from './naming';
import type { Node } from './node';
import { declaredPorts } from './read-back';

export interface ContainerProps {
  readonly lab: string;
  readonly container: LabContainer;
  readonly node: Node;
  /** The node's user-defined networks and the swarm's, by name. */
  readonly networks: ReadonlyMap<string, DockerNetwork>;
  readonly links: readonly Link[];
  /** What must stand before it. */
  readonly after: readonly TerraformResource[];
  /** The container whose network stack this one shares, with mode `container`. */
  readonly shared?: DockerContainer;
}

/**
 * Linux sends one address six "port unreachable" errors, then one a second; all containers of another node ask from
 * that node's address, so a check of many would take some refusals for silence.
 */
export const SYSCTLS = { 'net.ipv4.icmp_ratemask': '0' };

/** A container with its attachments, links and published ports. */
export class Container extends Construct {
  readonly resource: DockerContainer;

  constructor(scope: Construct, props: ContainerProps) {
    super(scope, constructId('container', props.container.name));
    const { container, links, node, after } = props;
    const environment = [
      ...Object.entries(container.environment).map(([name, value]) => literal(`${name}=${value}`)),
      ...links.map((link) => link.environment),
    ];
    const { labels, lifecycle } = declaredPorts(container.ports);
    this.resource = new DockerContainer(this, 'container', {
      provider: node.provider,
      name: container.name,
      image: node.imageId(container.image),
      ...(container.hostname === undefined ? {} : { hostname: container.hostname }),
      restart: 'unless-stopped',
      mustRun: true,
      labels: [{ label: LAB_LABEL, value: props.lab }, ...labels],
      networkMode: networkMode(props),
      ...(container.command.length === 0 ? {} : { command: container.command.map(literal) }),
      ...(environment.length === 0 ? {} : { env: environment }),
      ...hosts(props),
      ...(container.dns === undefined ? {} : { dns: [...container.dns] }),
      ...attachments(props),
      ...(container.networking.mode === 'bridge'
        ? { sysctls: { ...SYSCTLS, ...container.sysctls } }
        : {}),
      ...(container.ports.length === 0
        ? {}
        : {
            ports: container.ports.map(({ ip, published, target, protocol }) => ({
              ip,
              external: published,
              internal: target,
              protocol,
            })),
          }),
      ...(after.length === 0 ? {} : { dependsOn: [...after] }),
      ...(lifecycle === undefined ? {} : { lifecycle }),
    });
    nameReadably(this.resource, container.name);
    this.addNewer(container);
  }

  /** Arguments that the provider has and its generated binding has not, in the order of the attachments. */
  private addNewer({ networking }: LabContainer): void {
    if (networking.mode !== 'bridge') return;
    networking.attachments.forEach(({ gwPriority, linkLocalIps, driverOpts }, index) => {
      const set = (key: string, value: unknown): void =>
        this.resource.addOverride(`networks_advanced.${index}.${key}`, value);
      if (gwPriority !== undefined) set('gw_priority', gwPriority);
      if (linkLocalIps !== undefined) set('link_local_ips', linkLocalIps);
      if (driverOpts !== undefined)
        set(
          'driver_opts',
          Object.entries(driverOpts).map(([key, value]) => `${key}=${value}`),
        );
    });
  }
}

/** Lines of /etc/hosts: those that are declared, and those of links. */
function hosts({ container: { extraHosts = [] }, links }: ContainerProps) {
  const all = [
    ...extraHosts.map(({ name, address }) => ({ host: name, ip: address })),
    ...links.flatMap((link) => link.hosts),
  ];
  return all.length === 0 ? {} : { host: all };
}

function networkMode({ container, shared }: ContainerProps): string {
  const { mode } = container.networking;
  if (mode !== 'container') return mode;
  if (shared === undefined) throw new Error(`${container.name}: the shared container is missing`);
  return `container:${shared.id}`;
}

// Left out for a container that is on the default bridge only: the engine attaches it by itself.
function attachments({ container, networks }: ContainerProps) {
  if (container.networking.mode !== 'bridge') return {};
  const declared = container.networking.attachments;
  if (declared.every(({ network }) => network === DEFAULT_BRIDGE)) return {};
  return { networksAdvanced: declared.map((attachment) => advanced(attachment, networks)) };
}

function advanced(attachment: Attachment, networks: ReadonlyMap<string, DockerNetwork>) {
  // By id, so that a replaced network replaces its containers.
  const network = networks.get(attachment.network);
  return {
    name: network === undefined ? attachment.network : network.id,
    ...(attachment.aliases.length === 0 ? {} : { aliases: [...attachment.aliases] }),
    ...(attachment.address === undefined ? {} : { ipv4Address: attachment.address }),
    ...(attachment.address6 === undefined ? {} : { ipv6Address: attachment.address6 }),
  };
}
