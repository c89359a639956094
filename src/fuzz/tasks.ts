import { setTimeout as pause } from 'node:timers/promises';
import type { Lab, Service } from '../topology/lab';
import { replicaName } from '../topology/replicas';
import { LabError } from '../platform/errors';
import type { NodeAccess } from './access';
import { serviceBody } from './requests';
import { verbatim } from '../text/text';

/** A container that runs, and where. */
export interface Running {
  readonly node: string;
  readonly pid: number;
}

interface Task {
  readonly Slot: number;
  readonly NodeID?: string;
  readonly Status: {
    readonly State: string;
    readonly Err?: string;
    readonly ContainerStatus?: { readonly PID?: number };
  };
}

/** For all replicas of a service to run, in milliseconds; an engine that is busy is asked again by the swarm. */
const PATIENCE = 120_000;

/**
 * Makes a lab's services and waits for their replicas, which are given by the lab's names for them.
 *
 * @param overlays Their ids by name
 * @throws LabError where they do not come up
 */
export async function deployServices(
  lab: Lab,
  access: readonly NodeAccess[],
  overlays: ReadonlyMap<string, string>,
): Promise<Map<string, Running>> {
  const found = new Map<string, Running>();
  const manager = access.find(({ name }) => name === lab.swarm[0]);
  if (manager === undefined || lab.services.length === 0) return found;
  const members = await Promise.all(
    access.map(async ({ name, ask }) => {
      const { Swarm } = (await ask('GET', '/info')) as { Swarm: { NodeID: string } };
      return [Swarm.NodeID, name] as const;
    }),
  );
  const names = new Map(members);
  for (const service of lab.services) {
    await manager.ask('POST', '/services/create', serviceBody(lab.name, service, overlays));
  }
  for (const service of lab.services) {
    for (const { Slot, NodeID = '', Status } of await running(service, manager)) {
      found.set(replicaName(service.name, Slot), {
        node: names.get(NodeID) ?? '',
        pid: Status.ContainerStatus?.PID ?? 0,
      });
    }
  }
  return found;
}

async function running({ name, replicas }: Service, { ask }: NodeAccess): Promise<Task[]> {
  const filters = encodeURIComponent(
    JSON.stringify({ service: [name], 'desired-state': ['running'] }),
  );
  const end = Date.now() + PATIENCE;
  for (;;) {
    const tasks = (await ask('GET', `/tasks?filters=${filters}`)) as Task[];
    const up = tasks.filter(({ Status }) => Status.State === 'running');
    if (up.length === replicas && tasks.length === replicas) return up;
    if (Date.now() > end) {
      const states = tasks.map(
        ({ Slot, Status: { State, Err = '' } }) => `${Slot}: ${State} ${Err}`,
      );
      throw new LabError(verbatim(`the service ${name} does not come up`), {
        why: verbatim(states.join('; ')),
      });
    }
    await pause(200);
  }
}
