import type { EndpointId } from '../edge';
import type { Block } from './blocks';
import type { Parties } from './change';

/** Who is at the ends of the blocks' edges, seen from the hub where it has a part in them. */
export function partiesOf(blocks: readonly Block[], hub: readonly EndpointId[]): Parties {
  const core = new Set(hub);
  const to = new Set<EndpointId>();
  const from = new Set<EndpointId>();
  let central = false;
  for (const { senders, party } of blocks) {
    const sends = senders.some(({ id }) => core.has(id));
    const receives = core.has(party);
    central ||= sends || receives;
    if (sends || core.size === 0) to.add(party);
    if (receives || core.size === 0) for (const { id } of senders) from.add(id);
  }
  if (core.size > 0 && !central) return partiesOf(blocks, []);
  const both = [...to].filter((id) => from.has(id) && !core.has(id));
  const only = (ids: Set<EndpointId>, others: Set<EndpointId>): EndpointId[] =>
    [...ids].filter((id) => !others.has(id) && !core.has(id));
  return { hub, both, to: only(to, from), from: only(from, to) };
}
