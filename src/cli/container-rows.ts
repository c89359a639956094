import { isUp, SERVICE } from '../observe/place';
import { inSlots } from '../topology/replicas';
import type { Lab } from '../topology/lab';
import type { StatusRow as Row } from '../report/status';
import { type Told, phrase } from '../text/text';

/** A line of `docker ps`. */
export interface Listed {
  readonly name: string;
  readonly state: string;
  readonly detail: Told;
  /** The swarm's service that it is a task of; empty for a container of its own. */
  readonly service: string;
}

/** For `docker ps --format`. */
export const LISTING = `{{.Names}}\t{{.State}}\t{{.Status}}\t{{.Networks}}\t{{.Label "${SERVICE}"}}`;

export const parseListing = (output: string): Listed[] =>
  output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
    .map(([name = '', state = '', since = '', networks = '', service = '']) => ({
      ...{ name, state, service, detail: `${since}; ${networks.replaceAll(',', ', ')}` },
    }));

const ABSENT = { state: 'absent', detail: phrase('not deployed') };

/**
 * The lab's containers under their nodes, its replicas where they are, and what nobody declared. Which replicas nobody
 * runs is known only where every node of the swarm has been asked.
 *
 * @param found What the nodes that could be asked list, by their names
 */
export function containerRows(lab: Lab, found: ReadonlyMap<string, readonly Listed[]>): Row[] {
  const replicas = replicasOf(lab, found);
  const asked = lab.swarm.every((node) => found.has(node));
  const running = new Set(replicas.values());
  const missing = lab.containers.filter(
    ({ name, service }) => asked && service !== undefined && !running.has(name),
  );
  return [...found].flatMap(([node, listed]) => {
    const row = (name: string, { state, detail }: Pick<Listed, 'state' | 'detail'>): Row => ({
      ...{ what: 'container', name, node, state, detail },
    });
    const own = lab.containers
      .filter((container) => container.node === node && container.service === undefined)
      .map(({ name }) => name);
    const tasks = listed.filter((one) => replicas.has(one));
    // Docker keeps some of the tasks that have ended, or that could not be started.
    const others = listed.filter(
      (one) => !replicas.has(one) && !(isTask(lab, one) && !isUp(one.state)),
    );
    return [
      ...own.map((name) => row(name, others.find((one) => one.name === name) ?? ABSENT)),
      ...tasks.map((task) => row(replicas.get(task)!, task)),
      ...missing.filter((one) => one.node === node).map(({ name }) => row(name, ABSENT)),
      ...others
        .filter(({ name }) => !own.includes(name))
        .map(({ name, state }) =>
          row(name, { state, detail: phrase('not declared in the topology') }),
        ),
    ];
  });
}

/** The containers of a node that cannot be asked: nobody knows what has become of them. */
export const unknownRows = ({ containers }: Lab, node: string): Row[] =>
  containers
    .filter((one) => one.node === node && one.service === undefined)
    .map(({ name }) => ({
      ...{ what: 'container', name, node },
      ...{ state: 'unknown', detail: phrase('its node cannot be asked') },
    }));

/** The lab's names of the tasks that run. */
function replicasOf(
  lab: Lab,
  found: ReadonlyMap<string, readonly Listed[]>,
): ReadonlyMap<Listed, string> {
  const all = lab.swarm.flatMap((node) => found.get(node) ?? []);
  const names = lab.services.flatMap((service) => {
    const tasks = all.filter((one) => one.service === service.name && isUp(one.state));
    return [...inSlots(service, tasks, ({ name }) => name)];
  });
  return new Map(names.map(([name, task]) => [task, name]));
}

const isTask = ({ services }: Lab, { service }: Listed): boolean =>
  services.some(({ name }) => name === service);
