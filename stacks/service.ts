import type { Network as DockerNetwork } from '@cdktf/provider-docker/lib/network';
import { Service as DockerService } from '@cdktf/provider-docker/lib/service';
import type { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { LAB_LABEL, type Service as LabService } from '../src/topology/lab';
import { SYSCTLS } from './container';
import { literal } from './literal';
import { constructId, nameReadably } from './naming';
import type { Node } from './node';

export interface ServiceProps {
  readonly lab: string;
  readonly service: LabService;
  /** The swarm's manager, which runs it. */
  readonly manager: Node;
  /** The swarm's overlay networks, by name. */
  readonly overlays: ReadonlyMap<string, DockerNetwork>;
  /** The image on every node of the swarm, and whatever else must be there first. */
  readonly after: readonly TerraformResource[];
}

/** Waiting for the replicas; an engine that is busy refuses a replica at first, and the swarm tries again. */
const CONVERGE = { delay: '1s', timeout: '180s' };

/** A service of the swarm with its replicas, its networks and what it publishes through the routing mesh. */
export class Service extends Construct {
  readonly resource: DockerService;

  constructor(scope: Construct, { lab, service, manager, overlays, after }: ServiceProps) {
    super(scope, constructId('service', service.name));
    const { name, command, environment, replicas, endpointMode, ports, networks } = service;
    const labels = [{ label: LAB_LABEL, value: lab }];
    this.resource = new DockerService(this, 'service', {
      provider: manager.provider,
      name,
      labels,
      mode: { replicated: { replicas } },
      taskSpec: {
        containerSpec: {
          image: service.image,
          labels,
          sysctl: SYSCTLS,
          ...(command.length === 0 ? {} : { args: command.map(literal) }),
          ...(Object.keys(environment).length === 0 ? {} : { env: literals(environment) }),
        },
      },
      endpointSpec: {
        mode: endpointMode,
        ...(ports.length === 0
          ? {}
          : {
              ports: ports.map(({ published, target, protocol }) => ({
                publishedPort: published,
                targetPort: target,
                protocol,
                publishMode: 'ingress',
              })),
            }),
      },
      convergeConfig: CONVERGE,
      dependsOn: [...after],
    });
    // By id, so that a replaced network replaces its services; the binding does not know the attribute yet.
    this.resource.addOverride(
      'task_spec.networks_advanced',
      networks.map(({ network }) => ({ id: overlays.get(network)?.id ?? network })),
    );
    nameReadably(this.resource, name);
  }
}

const literals = (values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, literal(value)]));
