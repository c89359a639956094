import { Network as DockerNetwork } from '@cdktf/provider-docker/lib/network';
import type { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { hasIpv6, LAB_LABEL, type Lan as LabLan } from '../src/topology/lab';
import { constructId, nameReadably } from './naming';
import type { Node } from './node';

export interface LanProps {
  readonly lab: string;
  readonly network: LabLan;
  readonly node: Node;
  /** What must stand before it. */
  readonly after: readonly TerraformResource[];
}

/** A macvlan or ipvlan network on one node. */
export class Lan extends Construct {
  readonly resource: DockerNetwork;

  constructor(scope: Construct, { lab, network, node, after }: LanProps) {
    super(scope, constructId('lan', network.node, network.name));
    const { driver, parent, mode, ranges, ipRange } = network;
    this.resource = new DockerNetwork(this, 'network', {
      provider: node.provider,
      name: network.name,
      driver,
      internal: network.internal,
      labels: [{ label: LAB_LABEL, value: lab }],
      options: { [`${driver}_mode`]: mode, ...(parent === undefined ? {} : { parent }) },
      ...(ranges.length === 0
        ? {}
        : {
            ipamConfig: ranges.map(({ subnet, gateway }, index) => ({
              subnet,
              ...(gateway === undefined ? {} : { gateway }),
              ...(index === 0 && ipRange !== undefined ? { ipRange } : {}),
            })),
          }),
      ...(hasIpv6(network) ? { ipv6: true } : {}),
      dependsOn: [...after],
    });
    nameReadably(this.resource, `${network.node}_${network.name}`);
  }
}
