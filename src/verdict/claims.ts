import { phrase, verbatim } from '../text/text';
import type { Aliases } from '../edges/ask';
import { waysOf, type AskedWay, type ClaimWays } from '../edges/claim-ways';
import type { Claim } from '../topology/claims';
import { edgeLabel, isOpen, OUTSIDE, receiverOf } from '../topology/edge';
import type { Expectation } from '../edges/expectations';
import type { Facts } from '../network/facts';
import type { Lab } from '../topology/lab';
import type { EdgeVerdict, StructureVerdict } from './result';

/** The chapter of claims, which are no chapter's. */
export const CLAIMS = { id: 'claims', title: 'Claims' } as const;

/** The chapters of a result: those of the lab, and one for its claims. */
export const chaptersOf = ({ chapters, claims = [] }: Lab): Lab['chapters'] =>
  claims.length === 0 || chapters.some(({ id }) => id === CLAIMS.id)
    ? chapters
    : [...chapters, CLAIMS];

/** What the claims of a lab ask. */
export const claimWays = (lab: Lab, names: Aliases, facts: Facts): ClaimWays[] =>
  waysOf(lab, lab.claims ?? [], names, facts);

/** Packets that would leave the lab are never sent. */
const LEAVES = new Set(['leaves-the-lab', 'no-route', 'further-host']);

/** Ways that claims ask and that are not probed anyway. */
export function furtherExpectations(
  ways: readonly ClaimWays[],
  expected: readonly Expectation[],
): Expectation[] {
  const seen = new Set(expected.map(({ edge }) => edgeLabel(edge)));
  return ways
    .flatMap(({ pairs }) => pairs.flat())
    .filter(({ edge, prediction: { reasons, outcome } }) => {
      const label = edgeLabel(edge);
      if (seen.has(label) || isOpen(outcome)) return false;
      seen.add(label);
      return (
        (edge.from !== OUTSIDE || edge.target.kind === 'node-port') &&
        !reasons.some(({ rule }) => LEAVES.has(rule))
      );
    })
    .map((way) => ({ ...way, chapter: CLAIMS.id }));
}

/** How many ways a claim that is broken names. */
const NAMED = 5;

/** Each claim by what was measured of the ways that it speaks of, and by the prediction for those that no probe asks. */
export function claimVerdicts(
  ways: readonly ClaimWays[],
  edges: readonly EdgeVerdict[],
): StructureVerdict[] {
  const measured = new Map(edges.map((verdict) => [edgeLabel(verdict.edge), verdict]));
  const seen = (way: AskedWay): Seen => seenOf(way, measured.get(edgeLabel(way.edge)));
  return ways.map((one) =>
    claimVerdict(one.claim, one.claim.kind === 'never' ? never(one, seen) : always(one, seen)),
  );
}

/** What was found of a claim, and by which ways it is broken or stays open. */
export function claimVerdict({ text }: Claim, { status, by }: Judged): StructureVerdict {
  const labels = by.map(({ edge }) => edgeLabel(edge));
  const named = labels.slice(0, NAMED);
  const more = labels.length - named.length;
  const verdict: StructureVerdict = {
    kind: 'structure',
    chapter: CLAIMS.id,
    status,
    detail: '',
    statement: { kind: 'claim', text },
    wanted: [{ fact: 'holds' }],
  };
  if (status === 'pass') return { ...verdict, found: [{ fact: 'holds' }] };
  if (status === 'error')
    return { ...verdict, detail: phrase('not measured: {labels}', { labels: named }) };
  const [first] = by;
  if (first === undefined) return { ...verdict, found: [{ fact: 'no-way' }] };
  const { edge } = first;
  return {
    ...{
      ...verdict,
      found: named,
      hint: verbatim(`./lab explain ${edge.from} ${receiverOf(edge)}`),
    },
    ...(more > 0 ? { detail: phrase('and {n} more', { n: more }) } : {}),
  };
}

type Seen = 'reached' | 'not-reached' | 'not-known';

function seenOf({ prediction: { outcome } }: AskedWay, verdict: EdgeVerdict | undefined): Seen {
  if (verdict === undefined) {
    if (isOpen(outcome)) return 'not-known';
    return outcome === 'reachable' ? 'reached' : 'not-reached';
  }
  const { found, status } = verdict;
  if (found === undefined || status === 'error') return 'not-known';
  return found.outcome === 'reachable' ? 'reached' : 'not-reached';
}

export interface Judged {
  readonly status: StructureVerdict['status'];
  readonly by: readonly AskedWay[];
}

function never({ pairs, suspects }: ClaimWays, seen: (way: AskedWay) => Seen): Judged {
  const spoken = [...pairs.flat(), ...suspects];
  const reached = spoken.filter((way) => seen(way) === 'reached');
  if (reached.length > 0) return { status: 'fail', by: reached };
  const dark = spoken.filter((way) => seen(way) === 'not-known');
  return { status: dark.length > 0 ? 'error' : 'pass', by: dark };
}

function always({ pairs }: ClaimWays, seen: (way: AskedWay) => Seen): Judged {
  const failing = pairs.filter((ways) => !ways.some((way) => seen(way) === 'reached'));
  const dark = failing.filter((ways) => ways.some((way) => seen(way) === 'not-known'));
  if (failing.length > dark.length || pairs.length === 0) {
    return { status: 'fail', by: failing.filter((ways) => !dark.includes(ways)).flat() };
  }
  return { status: dark.length > 0 ? 'error' : 'pass', by: dark.flat() };
}
