import type { Lab } from '../../topology/lab';
import { pairWords } from '../../topology/pair-words';
import { LabError } from '../../platform/errors';
import type { AccessState } from '../access';
import { engineApi, type Ask } from '../engine-api';
import { readKnown, type Known } from './known';
import type { Findings, Leftover, Obstacle } from './leftover';
import { objectsOn } from './objects';
import { obstaclesOn } from './obstacles';
import { leftoversOn, type Place } from './sort';
import { phrase, verbatim } from '../../text/text';

/** Milliseconds. A node that does not answer is for Terraform to name. */
const PATIENCE = 10_000;

export interface FindOptions {
  readonly api?: (dockerHost: string, patience: number) => Ask;
}

/**
 * Asks the nodes that are up what is on them, all at the same time and by their engines' listings, and compares it with
 * Terraform's state.
 *
 * @param state the state file; need not exist
 */
export async function findLeftovers(
  lab: Lab,
  access: readonly AccessState[],
  state: string,
  { api = engineApi }: FindOptions = {},
): Promise<Findings> {
  const known = readKnown(state);
  const places = await Promise.all(access.map((node) => placeOf(lab, node, api)));
  const there = places.filter((place) => place !== undefined);
  const leftovers = there.flatMap((place) => leftoversOn(place, lab, known));
  return {
    leftovers: [...leftovers].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)),
    obstacles: [
      ...there.flatMap((place) => obstaclesOn(place, lab, known, leftovers)),
      ...access.flatMap((node) => namespacesInTheWay(lab, node)),
    ],
    brokenPairs: access.filter((node) => hasBrokenPairs(lab, node, known)).map(({ name }) => name),
    healed: known.healed,
    serial: known.serial,
  };
}

/** In the order in which they can be removed. */
const ORDER: readonly Leftover['kind'][] = ['service', 'container', 'network'];

async function placeOf(
  lab: Lab,
  { name, dockerHost }: AccessState,
  api: NonNullable<FindOptions['api']>,
): Promise<Place | undefined> {
  if (dockerHost?.startsWith('unix://') !== true) return undefined;
  try {
    const objects = await objectsOn(api(dockerHost, PATIENCE), name === lab.swarm[0]);
    return { node: name, dockerHost, objects };
  } catch (error) {
    if (error instanceof LabError) return undefined;
    throw error;
  }
}

const pairsOn = (lab: Lab, node: string) => lab.namespacePairs.filter((pair) => pair.node === node);

/** The node says which pairs it was last given whole; the state says which it should have. */
function hasBrokenPairs(lab: Lab, { name, namespaces }: AccessState, known: Known): boolean {
  if (namespaces === undefined) return false;
  const { whole } = namespaces;
  const wanted = pairWords(pairsOn(lab, name));
  if (whole !== '' && !known.pairs.includes(whole)) return true;
  return wanted !== '' && known.pairs.includes(wanted) && whole !== wanted;
}

function namespacesInTheWay(lab: Lab, { name: node, namespaces, exec }: AccessState): Obstacle[] {
  const ends = pairsOn(lab, node).flatMap((pair) => pair.ends);
  return (namespaces?.found ?? [])
    .filter(({ name, owner }) => owner !== lab.name && ends.some((end) => end.name === name))
    .map(({ name, owner }) => ({
      node,
      what: phrase('network namespace {name}', { name }),
      owner:
        owner === '' ? phrase('nobody of this lab') : phrase('the lab {name}', { name: owner }),
      why: phrase("the lab's own namespace needs that name"),
      next: verbatim([...exec, 'ip', 'netns', 'delete', name].join(' ')),
    }));
}
