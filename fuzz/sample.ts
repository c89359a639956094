import fc from 'fast-check';
import type { EngineSeries, Topology } from '../model/topology';
import type { Size } from './choices';
import { placeOn } from './place';
import { validTopology } from './topologies';

/** As large as a few seconds allow. */
const SIZE: Size = {
  nodes: { minLength: 2, maxLength: 2 },
  containers: { minLength: 4, maxLength: 10 },
};

/** Topologies on the nodes of an engine. */
export const topologiesOn = (engine: EngineSeries): fc.Arbitrary<Topology> =>
  validTopology(SIZE).map((topology) => placeOn(engine, topology));

/** How fast-check makes the one topology of a seed. */
export const ONE = { numRuns: 1, unbiased: true } as const;

/** The topology of a seed. */
export const topologyOf = (engine: EngineSeries, seed: number): Topology =>
  fc.sample(topologiesOn(engine), { ...ONE, seed })[0]!;
