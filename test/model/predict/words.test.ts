import { edgeLabel } from '../../../model/edge';
import { expectations } from '../../../model/expectations';
import { validate } from '../../../model/validate';
import type { Nodes } from '../../../fuzz/place';
import { topologyOf } from '../../../fuzz/sample';
import { FIXED_SEEDS } from '../../../fuzz/seeds';
import { reasonIn } from '../../../words/catalogue';

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
