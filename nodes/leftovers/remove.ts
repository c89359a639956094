import { setTimeout as pause } from 'node:timers/promises';
import type { Lab } from '../../model/lab';
import { LabError } from '../../system/errors';
import { LABELS } from '../containers/names';
import { EngineRefusal, engineApi, type Ask } from '../engine-api';
import { persist } from '../swarm/busy';
import type { Known } from './known';
import { nameOf, type Leftover } from './leftover';
import { isMade } from './sort';

/** Milliseconds: what an engine needs to take a container's network away, and a swarm to stop replicas. */
const PATIENCE = 30_000;
const BETWEEN_LOOKS = 100;

export interface RemoveOptions {
  readonly lab: Lab;
  /** As it is now: what became known meanwhile stays. */
  readonly known: Known;
  /** The engine of a node. @throws LabError where there is none */
  readonly engineOf: (node: string) => Ask;
}

/**
 * Removes exactly these, as far as they still carry the lab's label and are still unknown to the state.
 *
 * @returns what was removed
 * @throws LabError where an engine refuses, or a container that is not the lab's is on a network
 */
export async function removeLeftovers(
  leftovers: readonly Leftover[],
  { lab, known, engineOf }: RemoveOptions,
): Promise<Leftover[]> {
  const removed: Leftover[] = [];
  for (const kind of ['service', 'container', 'network'] as const) {
    const some = leftovers.filter((one) => one.kind === kind && !known.ids.has(one.id));
    const done = await Promise.all(
      some.map(async (one) => ((await REMOVE[kind](one, lab, engineOf)) ? [one] : [])),
    );
    removed.push(...done.flat());
  }
  return removed;
}

type Remove = (one: Leftover, lab: Lab, engineOf: (node: string) => Ask) => Promise<boolean>;
type Labels = Readonly<Record<string, string>> | null;

const REMOVE: Readonly<Record<Leftover['kind'], Remove>> = {
  async service({ node, name, id }, lab, engineOf) {
    const ask = engineOf(node);
    const found = (await unlessGone(ask('GET', `/services/${id}`))) as
      { readonly Spec: { readonly Labels: Labels } } | undefined;
    if (!isStillOurs(name, found?.Spec.Labels, lab)) return false;
    await unlessGone(ask('DELETE', `/services/${id}`));
    const filters = encodeURIComponent(
      JSON.stringify({ label: [`com.docker.swarm.service.id=${id}`] }),
    );
    // Its replicas hold networks and ports until they have stopped.
    const engines = lab.swarm.map(engineOf);
    await until(async () => {
      const left = await Promise.all(
        engines.map((engine) => engine('GET', `/containers/json?all=1&filters=${filters}`)),
      );
      return left.every((some) => (some as readonly unknown[]).length === 0);
    });
    return true;
  },
  async container({ node, name, id }, lab, engineOf) {
    const ask = engineOf(node);
    const look = () =>
      unlessGone(ask('GET', `/containers/${id}/json`)) as Promise<
        { readonly Config: { readonly Labels: Labels } } | undefined
      >;
    if (!isStillOurs(name, (await look())?.Config.Labels, lab)) return false;
    // 409: it is being removed already.
    await unlessGone(ask('DELETE', `/containers/${id}?force=1&v=1`), [404, 409]);
    await until(async () => (await look()) === undefined);
    return true;
  },
  async network(one, lab, engineOf) {
    const ask = engineOf(one.node);
    const found = (await unlessGone(ask('GET', `/networks/${one.id}`))) as FoundNetwork | undefined;
    if (found === undefined || !isStillOurs(one.name, found.Labels, lab)) return false;
    await freeNetwork(one, found, lab, ask);
    await persist(
      () => unlessGone(ask('DELETE', `/networks/${one.id}`)),
      (error) => error instanceof EngineRefusal && error.status !== undefined,
      PATIENCE,
    );
    return true;
  },
};

interface FoundNetwork {
  readonly Labels: Labels;
  readonly Containers?: Readonly<Record<string, { readonly Name: string }>> | null;
}

/** Takes the lab's own containers off a network. @throws LabError where another's is on it */
async function freeNetwork(
  network: Leftover,
  { Containers }: FoundNetwork,
  lab: Lab,
  ask: Ask,
): Promise<void> {
  for (const [id, { Name }] of Object.entries(Containers ?? {})) {
    const found = (await unlessGone(ask('GET', `/containers/${id}/json`))) as
      { readonly Config: { readonly Labels: Labels } } | undefined;
    if (found === undefined) continue;
    if (found.Config.Labels?.[LABELS.lab] !== lab.name) {
      throw new LabError(`${nameOf(network)} cannot be removed`, {
        where: `container ${Name} on ${network.node}`,
        why: `it is not the lab's, and it is on the network ${network.name}`,
        next: `on ${network.node}: docker network disconnect --force ${network.name} ${Name}; then this command again`,
      });
    }
    await unlessGone(
      ask('POST', `/networks/${network.id}/disconnect`, { Container: id, Force: true }),
    );
  }
}

const isStillOurs = (name: string, labels: Labels | undefined, lab: Lab): boolean =>
  labels !== undefined && isMade({ name, labels: labels ?? {} }, lab);

/** What was answered; undefined where the engine says that there is no such thing. */
async function unlessGone(
  asked: Promise<unknown>,
  gone: readonly number[] = [404],
): Promise<unknown> {
  try {
    return (await asked) ?? {};
  } catch (error) {
    if (error instanceof EngineRefusal && gone.includes(error.status ?? 0)) return undefined;
    throw error;
  }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!(await isSo()) && Date.now() < end) await pause(BETWEEN_LOOKS);
}

/** The engines of an inventory's nodes, one connection each. */
export function enginesOf(
  nodes: readonly { readonly name: string; readonly dockerHost: string }[],
): (node: string) => Ask {
  const engines = new Map<string, Ask>();
  return (node) => {
    const host = nodes.find(({ name }) => name === node)?.dockerHost;
    if (host === undefined) {
      throw new LabError(`not up: ${node}`, { next: './lab nodes up, then this command again' }, 3);
    }
    const known = engines.get(node) ?? engineApi(host);
    engines.set(node, known);
    return known;
  };
}
