import type { ContainerState, NodeState, ServiceState, States } from '../../src/observe/state';
import type { Lab, Service } from '../../src/topology/lab';
import { replicasOf } from '../../src/topology/replicas';
import { articleLab, articleStates } from './article';

export const [MANAGER, WORKER] = ['docker-node1', 'docker-node2'] as const;
export const VIRTUAL = '10.0.1.99';

const shop: Service = {
  name: 'shop',
  image: 'nginx:1.26',
  command: [],
  environment: {},
  replicas: 2,
  networks: [{ network: 'test-overlay', chapter: 'multi-host' }],
  endpointMode: 'vip',
  ports: [],
  listens: [{ port: 80, protocol: 'tcp', page: 'Welcome to nginx!' }],
  chapter: 'multi-host',
};

/** The containers of the article's overlay that become replicas, by the slots of their tasks. */
const TASKS: Readonly<Record<string, number>> = { 'web-overlay': 1, test5: 2 };

/** Docker's own name of a replica. */
export const called = (slot: number): string => `shop.${slot}.${'x'.repeat(24)}${slot}`;

/** The article's lab, with the containers of its overlay as the replicas of a service. */
export function servedLab(change: Partial<Service> = {}): Lab {
  const service = { ...shop, ...change };
  return {
    ...articleLab,
    containers: [
      ...articleLab.containers.filter(({ name }) => !(name in TASKS)),
      ...replicasOf(service, articleLab.swarm),
    ],
    services: [service],
  };
}

/**
 * Its nodes as they were recorded, with the names and labels of tasks.
 *
 * @param change of what the manager says of the service
 */
export function servedStates(
  change: Partial<ServiceState> = {},
  slots: Readonly<Record<string, number>> = TASKS,
): States {
  const name = (one: string): string => (slots[one] === undefined ? one : called(slots[one]));
  const task = (one: ContainerState): ContainerState => ({
    ...one,
    name: name(one.name),
    labels: {
      ...one.labels,
      'com.docker.swarm.service.name': 'shop',
      'com.docker.swarm.task.name': name(one.name),
    },
    attachments: one.attachments.map((at) => ({ ...at, aliases: at.aliases.map(name) })),
  });
  const node = (state: NodeState): NodeState => ({
    ...state,
    containers: state.containers.map((one) => (slots[one.name] === undefined ? one : task(one))),
    networks: state.networks.map((net) => ({ ...net, containers: net.containers.map(name) })),
  });
  const states = new Map([...articleStates()].map(([key, state]) => [key, node(state)]));
  return new Map([...states].map(([key, state]) => [key, managed(state, states, change)]));
}

function managed(state: NodeState, states: States, change: Partial<ServiceState>): NodeState {
  if (state.node !== MANAGER) return state;
  const id = states.get(MANAGER)!.networks.find((net) => net.name === 'test-overlay')!.id;
  const service: ServiceState = {
    name: 'shop',
    labels: { 'docker-network-lab.lab': articleLab.name },
    replicas: 2,
    image: 'nginx:1.26',
    endpointMode: 'vip',
    networks: [id],
    virtualAddresses: { [id]: VIRTUAL },
    ports: [],
    ...change,
  };
  return { ...state, swarm: { ...state.swarm!, services: [service] } };
}
