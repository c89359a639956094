import { createPredictor } from '../../src/predict/predict';
import type { EngineSeries } from '../../src/topology/engines';
import { validate } from '../../src/topology/validate';
import type { Case } from './further/case';
import { DIRECT } from './further/direct';
import { LANS } from './further/lans';
import { MODES } from './further/modes';
import { NAMES } from './further/names';
import { PORTS } from './further/ports';
import { ROUTES } from './further/routes';
import { edgeLabel } from '../../src/topology/edge';

const CASES: readonly Case[] = [...MODES, ...DIRECT, ...PORTS, ...ROUTES, ...LANS, ...NAMES];

const on = ({ topology }: Case, engine: EngineSeries) => ({
  ...topology,
  nodes: topology.nodes.map((node) => ({ ...node, engine })),
});

const all = CASES.flatMap((one) =>
  one.engines.flatMap((engine) =>
    one.asserts.map(([edge, ...expected]) => ({
      ...{ one, engine, edge, expected },
      what: `${one.test} on ${engine}: ${edgeLabel(edge)}`,
    })),
  ),
);

describe('what moby’s own tests assert of engines’ options, drivers and modes', () => {
  it.each(all)('$what', ({ one, engine, edge, expected }) => {
    const { outcome, hops } = createPredictor(validate(on(one, engine), 'further.ts')).predict(
      edge,
    );
    expect(expected).toContain(outcome);
    if (one.over === undefined) return;
    const left = hops.find(({ kind }) => kind === 'interface');
    expect(left).toMatchObject({ on: { network: one.over } });
  });
});

test('of the 241 assertions that could not be expressed at first at least 205 are here', () => {
  const count = CASES.reduce((sum, { asserts }) => sum + asserts.length, 0);
  expect(count).toBeGreaterThanOrEqual(205);
});
