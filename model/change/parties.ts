import { OUTSIDE, type EndpointId } from '../edge';
import { isOwn, type Block } from './blocks';
import type { Parties } from './change';
import type { JoinedTarget } from './classes/join';

/** Who is at the ends of the blocks' edges, seen from the hub where it has a part in them. */
export function partiesOf(blocks: readonly Block[], hub: readonly EndpointId[]): Parties {
  const core = new Set(hub);
  const to = new Set<EndpointId>();
  const from = new Set<EndpointId>();
  let central = false;
  for (const block of blocks) {
    const ends = endsOf(block);
    const sends = ends.senders.some((id) => core.has(id));
    const receives = ends.targets.some((id) => core.has(id));
    central ||= sends || receives;
    if (sends || core.size === 0) for (const id of ends.targets) to.add(id);
    if (receives || core.size === 0) for (const id of ends.senders) from.add(id);
  }
  if (core.size > 0 && !central) return partiesOf(blocks, []);
  const both = [...to].filter((id) => from.has(id) && !core.has(id));
  const only = (ids: Set<EndpointId>, others: Set<EndpointId>): EndpointId[] =>
    [...ids].filter((id) => !others.has(id) && !core.has(id));
  return { hub, both, to: only(to, from), from: only(from, to) };
}

function endsOf({ senders, targets, without }: Block) {
  const alone = senders.length * targets.length === without;
  const reached = alone ? [] : targets.filter((target) => !senders.every((s) => isOwn(s, target)));
  return { senders: senders.map(({ id }) => id), targets: reached.map(partyOf) };
}

/** Whom a target leads to: who answers there, where that is known. */
function partyOf({ before, after, answerers, owners }: JoinedTarget): EndpointId {
  const answerer = answerers[1] ?? answerers[0];
  if (answerer !== undefined) return answerer;
  const target = after ?? before;
  switch (target?.kind) {
    case 'ping':
    case 'ping6':
    case 'port':
      return target.endpoint;
    case 'name':
      return owners.at(-1) ?? target.endpoint;
    case 'node-port':
      return target.node;
    case 'outside':
    case 'loopback':
    case 'gateway':
    case undefined:
      return OUTSIDE;
  }
}
