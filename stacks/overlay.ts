import { Network as DockerNetwork } from '@cdktf/provider-docker/lib/network';
import type { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import type { AddressRange } from '../src/topology/address-range';
import { LAB_LABEL, type Overlay as LabOverlay } from '../src/topology/lab';
import { constructId, nameReadably } from './naming';
import { ipRange } from './network';
import type { Node } from './node';

export interface OverlayProps {
  readonly lab: string;
  readonly overlay: LabOverlay;
  /** From which the swarm chooses addresses, where not from all of the subnet. */
  readonly range: AddressRange | undefined;
  /** The swarm's manager; a worker learns of the network when it first runs a container on it. */
  readonly manager: Node;
  /** What must stand before it. */
  readonly after: readonly TerraformResource[];
}

/** The swarm chooses it, and then it is among the options that are read back. */
const CHOSEN = 'options["com.docker.network.driver.overlay.vxlanid_list"]';

/** An attachable overlay network of the swarm. */
export class Overlay extends Construct {
  readonly resource: DockerNetwork;

  constructor(scope: Construct, { lab, overlay, range, manager, after }: OverlayProps) {
    super(scope, constructId('overlay', overlay.name));
    const { name, driver, internal, encrypted, subnet, gateway } = overlay;
    this.resource = new DockerNetwork(this, 'network', {
      provider: manager.provider,
      name,
      driver,
      attachable: true,
      internal,
      labels: [{ label: LAB_LABEL, value: lab }],
      ...(encrypted ? { options: { encrypted: 'true' } } : {}),
      ...(subnet === undefined
        ? {}
        : { ipamConfig: [{ subnet, gateway: gateway ?? '', ...ipRange(range) }] }),
      dependsOn: [...after],
      lifecycle: { ignoreChanges: [CHOSEN] },
    });
    nameReadably(this.resource, name);
  }
}
