import { GATEWAY_BRIDGE, type Lab } from '../../topology/lab';
import { LABELS } from '../containers/names';
import type { Known } from './known';
import { nameOf, type Leftover } from './leftover';
import type { FoundContainer, FoundNetwork, FoundService, Objects } from './objects';

/** A node with what its engine holds. */
export interface Place {
  readonly node: string;
  /** Such as `unix:///run/x/docker.sock`. */
  readonly dockerHost: string;
  readonly objects: Objects;
}

/** On a replica of a service: the swarm makes and removes it. */
const TASK = 'com.docker.swarm.task.id';

type Labelled = Pick<FoundContainer, 'name' | 'labels'>;

/** What Terraform made for the lab; its nodes and what they need among themselves are the lab's in another way. */
export const isMade = ({ name, labels }: Labelled, lab: Pick<Lab, 'name'>): boolean =>
  labels[LABELS.lab] === lab.name &&
  labels[LABELS.checkout] === undefined &&
  labels[TASK] === undefined &&
  name !== GATEWAY_BRIDGE;

/** What the lab's label is on and the state does not know by its id, services first and networks last. */
export function leftoversOn({ node, objects }: Place, lab: Lab, known: Known): Leftover[] {
  const pick = (
    kind: Leftover['kind'],
    found: readonly (FoundContainer | FoundNetwork | FoundService)[],
  ): Leftover[] =>
    found
      .filter((one) => isMade(one, lab) && !known.ids.has(one.id))
      .map(({ name, id }) => ({ kind, node, name, id }))
      .sort((a, b) => (nameOf(a) + a.id < nameOf(b) + b.id ? -1 : 1));
  const isManager = node === lab.swarm[0];
  // A worker shows overlays, too; they are the manager's.
  const networks = objects.networks.filter(({ scope }) => scope !== 'swarm' || isManager);
  return [
    ...pick('service', objects.services),
    ...pick('container', objects.containers),
    ...pick('network', networks),
  ];
}
