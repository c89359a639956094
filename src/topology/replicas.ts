import type { Container, Service } from './lab';

/**
 * The replicas of a service as containers. Which node each is on is the swarm's choice: they are taken to be on its
 * nodes in turn, until `src/observe/place.ts` has looked.
 */
export const replicasOf = (service: Service, swarm: readonly string[]): Container[] =>
  Array.from({ length: service.replicas }, (_, index) => ({
    name: replicaName(service.name, index + 1),
    node: swarm[index % swarm.length] ?? '',
    service: service.name,
    ...(service.ports.length === 0 ? {} : { ingress: true }),
    image: service.image,
    command: service.command,
    environment: service.environment,
    networking: {
      mode: 'bridge',
      attachments: service.networks.map((attachment) => ({ ...attachment, aliases: [] })),
    },
    links: [],
    ports: [],
    listens: service.listens,
    chapter: service.chapter,
  }));

/** Docker's own name of a task, without the id that changes with every start: `web.1`. */
export const replicaName = (service: string, slot: number): string => `${service}.${slot}`;

/**
 * What is found of a service, under the names of its replicas: each under its own slot, and those of other slots, which
 * a swarm uses once it has taken replicas away, in turn. Of several in one slot the last counts; what there is too much
 * of is left out.
 *
 * @param nameOf Docker's own name of a task: `web.1.` and its id
 */
export function* inSlots<T>(
  { name, replicas }: Pick<Service, 'name' | 'replicas'>,
  tasks: readonly T[],
  nameOf: (task: T) => string,
): Iterable<[string, T]> {
  const found = tasks
    .map((task) => ({ task, slot: Number(nameOf(task).split('.').at(-2)) }))
    .sort((a, b) => a.slot - b.slot);
  const slots = Array.from({ length: replicas }, (_, index) => index + 1);
  const own = new Map(found.map((one) => [one.slot, one]));
  // A task without a slot is of a service that runs on every node.
  const others = found.filter(
    (one) => Number.isNaN(one.slot) || (!slots.includes(one.slot) && own.get(one.slot) === one),
  );
  for (const slot of slots) {
    const one = own.get(slot) ?? others.shift();
    if (one !== undefined) yield [replicaName(name, slot), one.task];
  }
}
