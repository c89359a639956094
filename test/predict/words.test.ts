import { edgeLabel } from '../../src/topology/edge';
import { expectations } from '../../src/edges/expectations';
import { validate } from '../../src/topology/validate';
import type { Nodes } from '../../src/fuzz/place';
import { topologyOf } from '../../src/fuzz/sample';
import { FIXED_SEEDS } from '../../src/fuzz/seeds';
import { reasonIn } from '../../src/i18n/catalogue';

/** Topologies that together meet almost every reason. */
const KINDS: readonly (readonly [Nodes, readonly number[]])[] = [
  [{ engine: '20.10', swarm: 0 }, FIXED_SEEDS.plain],
  [{ engine: '28.5', swarm: 2 }, FIXED_SEEDS.swarm],
];

test.each(KINDS)(
  'on the nodes of %j every reason has words, and the last ends in the outcome, where that is not reachable',
  (nodes, seeds) => {
    const all = seeds.flatMap((seed) =>
      expectations(validate(topologyOf(nodes, seed), 'random')).map(
        ({ edge, prediction: { outcome, reasons } }) => ({
          label: edgeLabel(edge),
          outcome,
          texts: reasons.map((reason) => reasonIn('en', reason)),
        }),
      ),
    );
    const hasWords = (text: string): boolean => text.length > 20 && !text.includes('undefined');
    const silent = all.filter(
      ({ outcome, texts }) =>
        !texts.every(hasWords) || !(outcome === 'reachable' || texts.at(-1)?.endsWith(outcome)),
    );
    expect(silent).toEqual([]);
  },
);
