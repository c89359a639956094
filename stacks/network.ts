import { Network as DockerNetwork } from '@cdktf/provider-docker/lib/network';
import { Construct } from 'constructs';
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
      ...(network.subnet === undefined
        ? {}
        : { ipamConfig: [{ subnet: network.subnet, gateway: network.gateway ?? '' }] }),
    });
    nameReadably(this.resource, `${network.node}_${network.name}`);
  }
}
