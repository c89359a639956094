import fc from 'fast-check';
import { diffReachability } from '../../src/review/diff';
import { validate } from '../../src/topology/validate';
import { validTopology } from '../support/topologies';
import { edits } from './edits';
import { changedEdges } from './oracle';
import { sorted, told } from './told';
import { withRandomServices } from './with-services';

const labs = fc
  .oneof(
    validTopology(),
    withRandomServices(
      validTopology(
        { nodes: { minLength: 2, maxLength: 3 }, containers: { minLength: 1, maxLength: 6 } },
        2,
      ),
    ),
  )
  .map((topology) => validate(topology, 'random.ts'));
/** A lab and another: a change of it, or one that has nothing to do with it. */
const pairs = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(labs, edits()).map(([lab, edit]) => [lab, edit(lab)] as const) },
  { weight: 1, arbitrary: fc.tuple(labs, labs) },
);
const runs = { numRuns: Number(process.env['CHANGE_RUNS'] ?? 300) };

test('a lab and itself: nothing changes', () => {
  fc.assert(
    fc.property(labs, (lab) => {
      const { groups, withoutEffect } = diffReachability(lab, structuredClone(lab));
      expect({ groups, withoutEffect }).toEqual({ groups: [], withoutEffect: [] });
    }),
    runs,
  );
});

test('edges and counts are those that differ when each edge is predicted by itself, each told once', () => {
  fc.assert(
    fc.property(pairs, ([before, after]) => {
      const edges = told(diffReachability(before, after), before, after);
      expect(edges).toEqual(sorted(changedEdges(before, after)));
    }),
    runs,
  );
});

test('taking a change back: what appeared disappears, and the other way round', () => {
  const back = { new: 'lost', lost: 'new', outcome: 'outcome', reason: 'reason' } as const;
  fc.assert(
    fc.property(pairs, ([before, after]) => {
      const there = told(diffReachability(before, after), before, after);
      const again = told(diffReachability(after, before), after, before);
      expect(again).toEqual(sorted(there.map(([edge, kind]) => [edge, back[kind]] as const)));
    }),
    runs,
  );
});
