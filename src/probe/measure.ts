import type { Inventory } from '../nodes/inventory';
import type { Run } from '../platform/run';
import type { Bound } from './bind';
import type { Measurement } from './measurement';
import { probe, type Round } from './probe';

type Sent = Bound & { readonly kind: 'probe' };

/** Measures what was bound: one command on each node, all nodes and this machine side by side. */
export async function measure(
  bound: readonly Bound[],
  inventory: Inventory,
  run: Run,
): Promise<(Measurement | undefined)[]> {
  const results = new Array<Measurement | undefined>(bound.length);
  const nodes = new Map<string | undefined, Map<string, number[]>>();
  bound.forEach((one, index) => {
    if (one.kind !== 'probe') return;
    const sources = nodes.get(one.source.node) ?? new Map<string, number[]>();
    nodes.set(one.source.node, sources);
    const group = sources.get(one.source.endpoint);
    if (group === undefined) sources.set(one.source.endpoint, [index]);
    else group.push(index);
  });
  await Promise.all(
    [...nodes].map(async ([node, sources]) => {
      const exec = inventory.nodes.find(({ name }) => name === node)?.exec ?? [];
      const groups = [...sources.values()];
      const measured = await probe(
        exec,
        groups.map((group) => roundOf(group, bound)),
        run,
      );
      groups.forEach((group, round) =>
        group.forEach((index, place) => {
          results[index] = measured[round]?.[place];
        }),
      );
    }),
  );
  return results;
}

function roundOf(group: readonly number[], bound: readonly Bound[]): Round {
  const sent = group.map((index) => bound[index] as Sent);
  return { source: sent[0]!.source, probes: sent.map(({ probe: one }) => one) };
}
