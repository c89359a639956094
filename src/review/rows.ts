import type { EndpointId } from '../topology/edge';
import type { Attribution, Hits } from './attribute';
import type { ChangeKind } from './change';
import { askBoth, partyOf } from './outcome';
import type { Sides } from './side';
import { senderTokens, targetTokens } from './tokens';
import { sendersOn, wantedOn, type Joined, type Sender } from './wanted';

/** Edges of one sender that change in the same way and for the same cause. */
export interface Row {
  readonly kind: ChangeKind;
  /** Index of the cause; -1 where none explains it. */
  readonly cause: number;
  readonly from: Sender;
  readonly targets: readonly Joined[];
  /** Whom the edges lead to. */
  readonly parties: ReadonlySet<EndpointId>;
}

/** Every changed edge: both labs are asked for each, sender by sender. */
export function* rowsOf(sides: Sides, attribution: Attribution): Generator<Row> {
  const wanted = wantedOn(sides);
  const known = new Map<Joined, Hits>();
  const hitsOf = (target: Joined): Hits => {
    const hits = known.get(target) ?? attribution.hits(targetTokens(sides, target));
    known.set(target, hits);
    return hits;
  };
  for (const from of sendersOn(sides)) {
    const rows = new Map<string, Row & { targets: Joined[]; parties: Set<EndpointId> }>();
    let own: Hits | undefined;
    for (const target of wanted) {
      const changed = askBoth(sides, from, target);
      if (changed === undefined) continue;
      own ??= attribution.hits(senderTokens(from));
      const { kind } = changed;
      const cause = attribution.cause(own, hitsOf(target));
      const key = `${kind} ${cause}`;
      const row = rows.get(key) ?? { kind, cause, from, targets: [], parties: new Set() };
      rows.set(key, row);
      row.targets.push(target);
      row.parties.add(partyOf(changed, target));
    }
    yield* rows.values();
  }
}
