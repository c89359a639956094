import type { Edge, Outcome } from '../../src/topology/edge';
import type { EngineSeries } from '../../src/topology/engines';
import { createPredictor } from '../../src/predict/predict';
import type { Topology } from '../../src/topology/topology';
import { validate } from '../../src/topology/validate';
import { LabError } from '../../src/platform/errors';
import cases from './cases.json';
import { REASONS } from './reasons';

const on = (topology: unknown, engine: string): Topology => {
  const copy = structuredClone(topology) as Topology & { nodes: { engine?: EngineSeries }[] };
  for (const node of copy.nodes) node.engine = engine as EngineSeries;
  return copy;
};

const reachability = cases.reachability.flatMap(({ topology, cases: asked }) =>
  asked.flatMap((one) => one.engines.map((engine) => ({ ...one, topology, engine }))),
);

describe('what moby’s own tests measure', () => {
  it.each(reachability)('$id $test on $engine: $what', ({ topology, engine, edge, expected }) => {
    const lab = validate(on(topology, engine), 'cases.json');
    const outcome = createPredictor(lab).outcome(edge as Edge);
    expect(expected as Outcome[]).toContain(outcome);
  });
});

/** Whether a set-up is taken. */
function isAccepted(topology: Topology): boolean {
  try {
    validate(topology, 'cases.json');
    return true;
  } catch (error) {
    if (error instanceof LabError || error instanceof Error) return false;
    throw error;
  }
}

const acceptance = cases.acceptance.flatMap((one) =>
  one.engines.map((engine) => ({ ...one, engine })),
);

describe('what moby’s own tests set up', () => {
  it.each(acceptance)('$id $test on $engine: $what', ({ id, topology, engine, accepted }) => {
    const why = REASONS[id];
    const taken = isAccepted(on(topology, engine));
    expect({ id, taken, why }).toEqual({
      id,
      taken: why === undefined ? accepted : !accepted,
      why,
    });
  });
});
