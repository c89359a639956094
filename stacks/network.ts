import { Network as DockerNetwork } from '@cdktf/provider-docker/lib/network';
import { Construct } from 'constructs';
import { parseSubnet6 } from '../model/addresses6';
import type { Network as LabNetwork } from '../model/lab';
import { LAB_LABEL } from './access';
import { constructId, nameReadably } from './naming';
import type { Node } from './node';

export interface NetworkProps {
  readonly lab: string;
  readonly network: LabNetwork;
  readonly node: Node;
}

/** A user-defined network on one node. */
export class Network extends Construct {
  readonly resource: DockerNetwork;

  constructor(scope: Construct, { lab, network, node }: NetworkProps) {
    super(scope, constructId('network', network.node, network.name));
    this.resource = new DockerNetwork(this, 'network', {
      provider: node.provider,
      name: network.name,
      driver: network.driver,
      internal: network.internal,
      labels: [{ label: LAB_LABEL, value: lab }],
      ...(network.icc ? {} : { options: { 'com.docker.network.bridge.enable_icc': 'false' } }),
      ...ranges(network),
    });
    nameReadably(this.resource, `${network.node}_${network.name}`);
  }
}

function ranges({ subnet, gateway, subnet6 }: LabNetwork) {
  const ipamConfig = [
    ...(subnet === undefined ? [] : [{ subnet, gateway: gateway ?? '' }]),
    ...(subnet6 === undefined ? [] : [{ subnet: subnet6, gateway: gateway6(subnet6) }]),
  ];
  return {
    ...(ipamConfig.length === 0 ? {} : { ipamConfig }),
    ...(subnet6 === undefined ? {} : { ipv6: true }),
  };
}

// Written down, since an engine that chooses it by itself shows it in the plan as a change.
const gateway6 = (subnet6: string): string => parseSubnet6(subnet6)?.gateway ?? '';
