import type { ContainerState, NodeState, ServiceState, States } from '../../../src/observe/state';
import type { Lab } from '../../../src/topology/lab';
import { addServices } from '../../support/services';
import { container, overlayLab, overlayStates } from './overlay-lab';

/** Two services on the overlay: web has a virtual address and a port of the mesh, rr neither. */
export const servicesLab = (): Lab =>
  addServices(overlayLab(), {
    web: { replicas: 2, ports: [8080], listens: [80] },
    rr: { endpointMode: 'dnsrr' },
  });

/** A task of a service as the engine of its node has it. */
export function task(
  service: string,
  slot: number,
  networks: readonly string[],
  more: Partial<ContainerState> = {},
): ContainerState {
  const name = `${service}.${slot}.id${more.id ?? ''}`;
  return {
    ...container(name, networks),
    labels: { 'com.docker.swarm.service.name': service, 'com.docker.swarm.task.name': name },
    ...more,
  };
}

const web: ServiceState = {
  name: 'web',
  labels: {},
  replicas: 2,
  image: 'nginx:1.26',
  endpointMode: 'vip',
  networks: ['id of over'],
  virtualAddresses: { 'id of over': '10.0.1.20' },
  ports: ['*:8080->80/tcp'],
};

/** Each task leaves over docker_gwbridge. */
const withTasks = (state: NodeState, tasks: readonly ContainerState[]): NodeState => ({
  ...state,
  containers: [...state.containers, ...tasks],
  networks: state.networks.map((one) =>
    one.name === 'docker_gwbridge'
      ? {
          ...one,
          addresses: {
            ...one.addresses,
            ...Object.fromEntries(tasks.map(({ id }, i) => [id, `172.19.0.${10 + i}`])),
          },
        }
      : one,
  ),
});

const published = ['ingress', 'over'];

/** Both replicas of web are on node2, that of rr on node1, and there are other tasks of theirs. */
export function servicesStates(others: readonly ContainerState[] = []): States {
  const [one, two] = [...overlayStates().values()];
  const states = [
    withTasks({ ...one!, swarm: { ...one!.swarm!, services: [web] } }, [
      task('rr', 1, ['over']),
      ...others,
    ]),
    withTasks(two!, [task('web', 1, published), task('web', 2, published)]),
  ];
  return new Map(states.map((state) => [state.node, state]));
}
