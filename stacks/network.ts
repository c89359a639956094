import { Network as DockerNetwork } from '@cdktf/provider-docker/lib/network';
import type { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import type { AddressRange } from '../src/topology/address-range';
import { parseSubnet6 } from '../src/topology/addresses6';
import { LAB_LABEL, type Network as LabNetwork } from '../src/topology/lab';
import { constructId, nameReadably } from './naming';
import type { Node } from './node';
import { declaredSubnets } from './read-back';

export interface NetworkProps {
  readonly lab: string;
  readonly network: LabNetwork;
  /** From which the engine chooses addresses, where not from all of the subnet. */
  readonly range: AddressRange | undefined;
  readonly node: Node;
  /** What must stand before it. */
  readonly after: readonly TerraformResource[];
}

/** A user-defined network on one node. */
export class Network extends Construct {
  readonly resource: DockerNetwork;

  constructor(scope: Construct, { lab, network, range, node, after }: NetworkProps) {
    super(scope, constructId('network', network.node, network.name));
    const { labels, lifecycle } = declaredSubnets(network);
    this.resource = new DockerNetwork(this, 'network', {
      provider: node.provider,
      name: network.name,
      driver: network.driver,
      internal: network.internal,
      labels: [{ label: LAB_LABEL, value: lab }, ...labels],
      ...bridgeOptions(network),
      ...ranges(network, range),
      dependsOn: [...after],
      ...(lifecycle === undefined ? {} : { lifecycle }),
    });
    nameReadably(this.resource, `${network.node}_${network.name}`);
  }
}

const OPTION = 'com.docker.network.bridge';

/** Options of the driver, where there are any. */
function bridgeOptions(network: LabNetwork) {
  const { modes, hostIpv4, trustedHostInterfaces: trusted } = network;
  const options = {
    ...(network.icc ? {} : { [`${OPTION}.enable_icc`]: 'false' }),
    ...(modes === undefined || modes.IPv4 === 'nat'
      ? {}
      : { [`${OPTION}.gateway_mode_ipv4`]: modes.IPv4 }),
    ...(modes === undefined || modes.IPv6 === 'nat'
      ? {}
      : { [`${OPTION}.gateway_mode_ipv6`]: modes.IPv6 }),
    ...(network.masquerade === false ? { [`${OPTION}.enable_ip_masquerade`]: 'false' } : {}),
    ...(hostIpv4 === undefined ? {} : { 'com.docker.network.host_ipv4': hostIpv4 }),
    ...(network.inhibitIpv4 === true ? { [`${OPTION}.inhibit_ipv4`]: 'true' } : {}),
    ...(trusted === undefined ? {} : { [`${OPTION}.trusted_host_interfaces`]: trusted.join(':') }),
  };
  return Object.keys(options).length === 0 ? {} : { options };
}

function ranges(
  { subnet, gateway, subnet6, gateway6: router, ipv6 }: LabNetwork,
  range: AddressRange | undefined,
) {
  const ipamConfig = [
    ...(subnet === undefined
      ? []
      : [{ subnet, ...(gateway === undefined ? {} : { gateway }), ...ipRange(range) }]),
    ...(subnet6 === undefined ? [] : [{ subnet: subnet6, gateway: router ?? gateway6(subnet6) }]),
  ];
  return {
    ...(ipamConfig.length === 0 ? {} : { ipamConfig }),
    ...(subnet6 === undefined && ipv6 === undefined ? {} : { ipv6: true }),
  };
}

/** As a part of `ipam_config`. */
export const ipRange = (range: AddressRange | undefined) =>
  range === undefined ? {} : { ipRange: range.text };

// Written down, since an engine that chooses it by itself shows it in the plan as a change.
const gateway6 = (subnet6: string): string => parseSubnet6(subnet6)?.gateway ?? '';
