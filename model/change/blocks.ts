import type { EndpointId } from '../edge';
import { attribute, createTokens, type Hits, type Tokens } from './attribute';
import type { Cause } from './causes/cause';
import type { ChangeKind } from './change';
import {
  senderClasses,
  targetClasses,
  type Class,
  type JoinedTarget,
  type Sender,
} from './classes/join';
import { kindOf, type Sides } from './outcome';

/** Edges from each sender to each target, all changed in the same way and for the same cause. */
export interface Block {
  readonly kind: ChangeKind;
  /** Index of the cause; -1 where none explains it. */
  readonly cause: number;
  readonly senders: readonly Sender[];
  readonly targets: readonly JoinedTarget[];
  /** How many of the pairs do not count: the target is on the sender's own stack. */
  readonly without: number;
}

export const sizeOf = ({ senders, targets, without }: Block): number =>
  senders.length * targets.length - without;

/** True where sender and target have one stack: such pairs are looked at one by one. */
export const isOwn = ({ stacks }: Sender, { owners }: JoinedTarget): boolean =>
  owners.some((owner) => stacks.includes(owner));

/** Every changed edge, in blocks. */
export function* blocksOf(sides: Sides, causes: readonly Cause[]): Generator<Block> {
  const tokens: Tokens = createTokens(causes);
  const senders = senderClasses(sides.before, sides.after, tokens);
  const targets = targetClasses(sides.before, sides.after, tokens);
  const owned = byOwner(targets);
  const cause = (from: Hits, to: Hits): number => attribute(causes, from, to);
  for (const from of senders) {
    const own = ownPairs(from, owned);
    for (const to of targets) {
      if (from.same && to.same) continue;
      yield* classBlock(sides, from, to, own.get(to) ?? 0, cause);
    }
    yield* ownBlocks(sides, from, owned, cause);
  }
}

type Attribute = (from: Hits, to: Hits) => number;

function* classBlock(
  sides: Sides,
  from: Class<Sender>,
  to: Class<JoinedTarget>,
  without: number,
  cause: Attribute,
): Generator<Block> {
  const { members: senders } = from;
  const { members: targets } = to;
  if (without === senders.length * targets.length) return;
  const pair = representative(senders, targets);
  if (pair === undefined) return;
  const kind = kindOf(sides, pair[0].id, pair[1]);
  if (kind === undefined) return;
  yield { kind, cause: cause(from.hits, to.hits), senders, targets, without };
}

/** A pair of which neither is the other's. */
function representative(
  senders: readonly Sender[],
  targets: readonly JoinedTarget[],
): readonly [Sender, JoinedTarget] | undefined {
  for (const sender of senders) {
    for (const target of targets) if (!isOwn(sender, target)) return [sender, target];
  }
  return undefined;
}

interface Owned {
  readonly target: JoinedTarget;
  readonly of: Class<JoinedTarget>;
}

function byOwner(classes: readonly Class<JoinedTarget>[]): ReadonlyMap<EndpointId, Owned[]> {
  const owned = new Map<EndpointId, Owned[]>();
  for (const one of classes) {
    for (const target of one.members) {
      for (const owner of target.owners) {
        const known = owned.get(owner);
        if (known === undefined) owned.set(owner, [{ target, of: one }]);
        else known.push({ target, of: one });
      }
    }
  }
  return owned;
}

const ownTargets = ({ stacks }: Sender, owned: ReadonlyMap<EndpointId, Owned[]>): Owned[] => {
  const [only] = stacks;
  if (only === undefined) return [];
  if (stacks.length === 1) return owned.get(only) ?? [];
  const all = stacks.flatMap((stack) => owned.get(stack) ?? []);
  return [...new Map(all.map((one) => [one.target, one])).values()];
};

/** How many of a sender class's pairs with each target class are own ones. */
function ownPairs(
  { members }: Class<Sender>,
  owned: ReadonlyMap<EndpointId, Owned[]>,
): ReadonlyMap<Class<JoinedTarget>, number> {
  const pairs = new Map<Class<JoinedTarget>, number>();
  for (const sender of members) {
    for (const { of } of ownTargets(sender, owned)) pairs.set(of, (pairs.get(of) ?? 0) + 1);
  }
  return pairs;
}

function* ownBlocks(
  sides: Sides,
  from: Class<Sender>,
  owned: ReadonlyMap<EndpointId, Owned[]>,
  cause: Attribute,
): Generator<Block> {
  for (const sender of from.members) {
    for (const { target, of } of ownTargets(sender, owned)) {
      const kind = kindOf(sides, sender.id, target);
      if (kind === undefined) continue;
      const pair = { senders: [sender], targets: [target], without: 0 };
      yield { kind, cause: cause(from.hits, of.hits), ...pair };
    }
  }
}
