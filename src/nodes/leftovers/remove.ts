import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Lab } from '../../topology/lab';
import { LabError } from '../../platform/errors';
import { LABELS } from '../containers/names';
import { askFor, EngineRefusal, engineApi, labelsOf, type Ask } from '../engine-api';
import { persist } from '../swarm/busy';
import type { Known } from './known';
import { nameOf, type Leftover } from './leftover';
import { isMade } from './sort';
import { phrase } from '../../text/text';

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

const shownService = z.object({ Spec: z.object({ Labels: labelsOf }) });
const shownContainer = z.object({ Config: z.object({ Labels: labelsOf }) });
const shownNetwork = z.object({
  Labels: labelsOf,
  Containers: z.record(z.string(), z.object({ Name: z.string() })).nullish(),
});

const REMOVE: Readonly<Record<Leftover['kind'], Remove>> = {
  async service({ node, name, id }, lab, engineOf) {
    const ask = engineOf(node);
    const found = await unlessGone(askFor(shownService, ask, `/services/${id}`));
    if (!isStillOurs(name, found?.Spec.Labels, lab)) return false;
    await unlessGone(ask('DELETE', `/services/${id}`));
    const filters = encodeURIComponent(
      JSON.stringify({ label: [`com.docker.swarm.service.id=${id}`] }),
    );
    // Its replicas hold networks and ports until they have stopped.
    const engines = lab.swarm.map(engineOf);
    await until(async () => {
      const left = await Promise.all(
        engines.map((engine) =>
          askFor(z.array(z.unknown()), engine, `/containers/json?all=1&filters=${filters}`),
        ),
      );
      return left.every((some) => some.length === 0);
    });
    return true;
  },
  async container({ node, name, id }, lab, engineOf) {
    const ask = engineOf(node);
    const look = () => unlessGone(askFor(shownContainer, ask, `/containers/${id}/json`));
    if (!isStillOurs(name, (await look())?.Config.Labels, lab)) return false;
    // 409: it is being removed already.
    await unlessGone(ask('DELETE', `/containers/${id}?force=1&v=1`), [404, 409]);
    await until(async () => (await look()) === undefined);
    return true;
  },
  async network(one, lab, engineOf) {
    const ask = engineOf(one.node);
    const found = await unlessGone(askFor(shownNetwork, ask, `/networks/${one.id}`));
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

/** Takes the lab's own containers off a network. @throws LabError where another's is on it */
async function freeNetwork(
  network: Leftover,
  { Containers }: z.infer<typeof shownNetwork>,
  lab: Lab,
  ask: Ask,
): Promise<void> {
  for (const [id, { Name }] of Object.entries(Containers ?? {})) {
    const found = await unlessGone(askFor(shownContainer, ask, `/containers/${id}/json`));
    if (found === undefined) continue;
    if (found.Config.Labels[LABELS.lab] !== lab.name) {
      throw new LabError(phrase('{what} cannot be removed', { what: nameOf(network) }), {
        where: phrase('container {name} on {node}', { name: Name, node: network.node }),
        why: phrase("it is not the lab's, and it is on the network {name}", { name: network.name }),
        next: phrase(
          'on {node}: docker network disconnect --force {network} {name}; then this command again',
          { node: network.node, network: network.name, name: Name },
        ),
      });
    }
    await unlessGone(
      ask('POST', `/networks/${network.id}/disconnect`, { Container: id, Force: true }),
    );
  }
}

const isStillOurs = (
  name: string,
  labels: Readonly<Record<string, string>> | undefined,
  lab: Lab,
): boolean => labels !== undefined && isMade({ name, labels }, lab);

/** What was answered; undefined where the engine says that there is no such thing. */
async function unlessGone<T>(
  asked: Promise<T>,
  gone: readonly number[] = [404],
): Promise<T | undefined> {
  try {
    return await asked;
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
      throw new LabError(
        phrase('not up: {names}', { names: node }),
        { next: phrase('./lab nodes up, then this command again') },
        3,
      );
    }
    const known = engines.get(node) ?? engineApi(host);
    engines.set(node, known);
    return known;
  };
}
