import { endpointNamed, type Aliases } from './ask';
import { waysOf, type AskedWay } from './claim-ways';
import type { Claim } from '../topology/claims';
import { isOpen } from '../topology/edge';
import type { Facts } from '../network/facts';
import type { Lab } from '../topology/lab';

/** What the prediction says of a claim. */
export interface Proof {
  readonly claim: Claim;
  /** `open`: it depends on what is not known. */
  readonly status: 'holds' | 'broken' | 'open';
  /** The edges that break it, or leave it open. */
  readonly by: readonly AskedWay[];
}

/** A claim names somebody whom the lab has not got. */
export interface UnknownParty {
  readonly claim: Claim;
  readonly name: string;
}

/** Those of the claims that name what is not there. */
export function unknownParties(
  lab: Lab,
  claims: readonly Claim[],
  aliases: Aliases,
): UnknownParty[] {
  const networks = [...lab.networks, ...(lab.lans ?? []), ...lab.overlays].map(({ name }) => name);
  return claims.flatMap((claim) =>
    [claim, ...claim.but]
      .flatMap(({ from, to }) => [from, to])
      .flatMap((party) => {
        const known =
          party.kind === 'all' ||
          (party.kind === 'network'
            ? networks.includes(party.network)
            : endpointNamed(lab, party.name, aliases) !== undefined);
        if (known) return [];
        return [{ claim, name: party.kind === 'network' ? `${party.network}/*` : party.name }];
      }),
  );
}

/** Asks the prediction whether each claim holds. */
export const prove = (
  lab: Lab,
  claims: readonly Claim[],
  aliases: Aliases = new Map(),
  facts?: Facts,
): Proof[] =>
  waysOf(lab, claims, aliases, facts).map(({ claim, pairs }): Proof => {
    if (claim.kind === 'always') {
      const failing = pairs.filter((ways) => !ways.some(isReached)).flat();
      const status = failing.length === 0 && pairs.length > 0 ? 'holds' : 'broken';
      const open = failing.length > 0 && failing.every(dependsOnMore);
      return { claim, status: open ? 'open' : status, by: failing };
    }
    const spoken = pairs.flat();
    const broken = spoken.filter(isReached);
    if (broken.length > 0) return { claim, status: 'broken', by: broken };
    const open = spoken.filter(dependsOnMore);
    return { claim, status: open.length > 0 ? 'open' : 'holds', by: open };
  });

const isReached = ({ prediction: { outcome } }: AskedWay): boolean => outcome === 'reachable';

const dependsOnMore = ({ prediction: { outcome } }: AskedWay): boolean => isOpen(outcome);
