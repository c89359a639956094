import type { EndpointId } from '../edge';
import type { Attribution } from './attribute';
import type { ChangeKind } from './change';
import { askBoth, partyOf } from './outcome';
import { sendersOf, type Alike, type Sender } from './senders';
import type { Sides } from './side';
import { targetsOf, type JoinedTarget } from './targets';

/** Edges from several senders to one target, all changed in the same way and for the same cause. */
export interface Block {
  readonly kind: ChangeKind;
  /** Index of the cause; -1 where none explains it. */
  readonly cause: number;
  readonly senders: readonly Sender[];
  readonly target: JoinedTarget;
  /** Whom the edges lead to. */
  readonly party: EndpointId;
}

/** Every changed edge. Both labs are asked for each, once for senders that are alike. */
export function* blocksOf(sides: Sides, attribution: Attribution): Generator<Block> {
  const targets = targetsOf(sides, attribution);
  for (const alike of sendersOf(sides, attribution)) {
    for (const target of targets) {
      for (const senders of apart(alike, target)) {
        const changed = askBoth(sides, senders[0]!.id, target);
        if (changed === undefined) continue;
        const { kind } = changed;
        const cause = attribution.cause(alike.hits, target.hits);
        yield { kind, cause, senders, target, party: partyOf(changed, target) };
      }
    }
  }
}

/** Those to whom the target may lead one by one, and the others together. */
function apart({ members, byStack }: Alike, { owners }: JoinedTarget): (readonly Sender[])[] {
  const own = new Set(owners.flatMap((owner) => byStack.get(owner) ?? []));
  if (own.size === 0) return [members];
  const others = members.filter((sender) => !own.has(sender));
  const single = Array.from(own, (sender) => [sender]);
  return others.length === 0 ? single : [others, ...single];
}
