import type { EndpointId } from '../topology/edge';
import type { Parties } from './change';
import type { Row } from './rows';

/**
 * Who is at the ends of the rows' edges, seen from the hub where it has a part in them.
 *
 * @param everybody Endpoints of both labs, in the order in which they are told
 */
export function partiesOf(
  rows: readonly Row[],
  hub: readonly EndpointId[],
  everybody: readonly EndpointId[],
): Parties {
  const core = new Set(hub);
  const to = new Set<EndpointId>();
  const from = new Set<EndpointId>();
  let central = false;
  for (const {
    from: { id },
    parties,
  } of rows) {
    const sends = core.has(id);
    for (const party of parties) {
      const receives = core.has(party);
      central ||= sends || receives;
      if (sends || core.size === 0) to.add(party);
      if (receives || core.size === 0) from.add(id);
    }
  }
  if (core.size > 0 && !central) return partiesOf(rows, [], everybody);
  const others = everybody.filter((id) => !core.has(id));
  return {
    hub,
    both: others.filter((id) => to.has(id) && from.has(id)),
    to: others.filter((id) => to.has(id) && !from.has(id)),
    from: others.filter((id) => from.has(id) && !to.has(id)),
  };
}
