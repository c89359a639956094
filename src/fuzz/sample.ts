import fc from 'fast-check';
import type { Topology } from '../topology/topology';
import type { Size } from './choices';
import { placeOn, type Nodes } from './place';
import { validTopology } from './topologies';

/** As large as a few seconds allow. */
const SIZE: Size = {
  nodes: { minLength: 2, maxLength: 2 },
  containers: { minLength: 4, maxLength: 10 },
};

/** Topologies on the nodes of an engine. */
export const topologiesOn = (nodes: Nodes): fc.Arbitrary<Topology> =>
  validTopology(
    nodes.swarm === 0 ? SIZE : { ...SIZE, nodes: { minLength: 3, maxLength: 3 } },
    nodes.swarm,
  ).map((topology) => placeOn(nodes, topology));

/** How fast-check makes the one topology of a seed. */
export const ONE = { numRuns: 1, unbiased: true } as const;

/** The topology of a seed. */
export const topologyOf = (nodes: Nodes, seed: number): Topology =>
  fc.sample(topologiesOn(nodes), { ...ONE, seed })[0]!;
