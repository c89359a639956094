import { Network as DockerNetwork } from '@cdktf/provider-docker/lib/network';
import type { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import type { AddressRange } from '../model/address-range';
import { parseSubnet6 } from '../model/addresses6';
import { LAB_LABEL, type Network as LabNetwork } from '../model/lab';
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
      ...(network.icc ? {} : { options: { 'com.docker.network.bridge.enable_icc': 'false' } }),
      ...ranges(network, range),
      dependsOn: [...after],
      ...(lifecycle === undefined ? {} : { lifecycle }),
    });
    nameReadably(this.resource, `${network.node}_${network.name}`);
  }
}

function ranges({ subnet, gateway, subnet6 }: LabNetwork, range: AddressRange | undefined) {
  const ipamConfig = [
    ...(subnet === undefined ? [] : [{ subnet, gateway: gateway ?? '', ...ipRange(range) }]),
    ...(subnet6 === undefined ? [] : [{ subnet: subnet6, gateway: gateway6(subnet6) }]),
  ];
  return {
    ...(ipamConfig.length === 0 ? {} : { ipamConfig }),
    ...(subnet6 === undefined ? {} : { ipv6: true }),
  };
}

/** As a part of `ipam_config`. */
export const ipRange = (range: AddressRange | undefined) =>
  range === undefined ? {} : { ipRange: range.text };

// Written down, since an engine that chooses it by itself shows it in the plan as a change.
const gateway6 = (subnet6: string): string => parseSubnet6(subnet6)?.gateway ?? '';
