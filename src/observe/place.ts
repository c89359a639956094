import type { Container, Lab } from '../topology/lab';
import { inSlots } from '../topology/replicas';
import type { ContainerState, NodeState, States } from './state';

declare const placed: unique symbol;

/** A lab with its replicas where the swarm runs them: another type than the lab as declared, and `place` alone makes it. */
export type PlacedLab = Lab & { readonly [placed]: true };

/** What is on the nodes, under the lab's names, and the lab with its replicas where the swarm runs them. */
export interface Placed {
  readonly lab: PlacedLab;
  readonly states: States;
}

/** A container of the swarm's, with its node. */
interface Task {
  readonly node: string;
  readonly container: ContainerState;
}

/** Label of a container that a swarm runs: the name of its service. */
export const SERVICE = 'com.docker.swarm.service.name';
const TASK = 'com.docker.swarm.task.name';

/**
 * Finds the replicas of the lab's services. A replica that nobody runs is where a node could not be asked, if there is
 * such a node; of the tasks that Docker keeps after their end none is a replica. Placing again changes nothing.
 */
export function place(lab: Lab, states: States): Placed {
  if (lab.services.length === 0) return { lab: inPlace(lab), states };
  const members = lab.swarm.flatMap((node) => states.get(node) ?? []);
  const found = new Map(
    lab.services.flatMap((service) => [
      ...inSlots(service, tasksOf(service.name, members), taskName),
    ]),
  );
  const unknown = lab.swarm.find((node) => states.get(node)?.problem !== undefined);
  const nodeOf = ({ name, node, service }: Container): string =>
    service === undefined ? node : (found.get(name)?.node ?? unknown ?? node);
  const names = new Map([...found].map(([name, { container }]) => [container.id, name]));
  return {
    lab: inPlace({
      ...lab,
      containers: lab.containers.map((container) => ({ ...container, node: nodeOf(container) })),
    }),
    states: new Map([...states].map(([node, state]) => [node, renamed(state, names)])),
  };
}

const inPlace = (lab: Lab): PlacedLab => lab as PlacedLab;

const tasksOf = (service: string, members: readonly NodeState[]): Task[] =>
  members
    .flatMap(({ node, containers }) => containers.map((container) => ({ node, container })))
    .filter(({ container: { labels, status } }) => labels[SERVICE] === service && isUp(status))
    // A node that the manager loses sight of keeps running tasks that others have taken over: the last one counts.
    .sort((a, b) => made(a).localeCompare(made(b)));

const made = ({ container }: Task): string => container.created ?? '';

const taskName = ({ container }: Task): string => container.labels[TASK] ?? '';

/** True for a task's container that still is one; of the others Docker keeps some. */
export const isUp = (status: string): boolean => status === 'running' || status === 'paused';

function renamed(state: NodeState, names: ReadonlyMap<string, string>): NodeState {
  const full = new Map<string, string>();
  const containers = state.containers.map((container): ContainerState => {
    const name = names.get(container.id);
    if (name === undefined) return container;
    full.set(container.name, name);
    return { ...container, name, fullName: container.fullName ?? container.name };
  });
  return {
    ...state,
    containers,
    networks: state.networks.map((network) => ({
      ...network,
      containers: network.containers.map((name) => full.get(name) ?? name),
    })),
  };
}
