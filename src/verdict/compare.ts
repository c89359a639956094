import { networkOf, receiverOf, type Outcome, type Target } from '../topology/edge';
import type { Expectation } from '../edges/expectations';
import { isAnswer, type Found } from '../edges/found';
import type { Bound, Ground } from '../probe/bind';
import type { Finding, Measurement } from '../probe/measurement';
import { foreign, knownAddresses } from '../probe/own-addresses';
import type { EdgeVerdict } from './result';

/** An expectation beside what was found where it was bound to. */
export function compare(
  expectation: Expectation,
  bound: Bound,
  measurement: Measurement | undefined,
  ground: Ground,
  command?: string,
): EdgeVerdict {
  const { chapter, edge, prediction } = expectation;
  const { outcome } = prediction;
  const network = networkOf(edge.target);
  const verdict = {
    chapter,
    kind: 'edge',
    edge,
    prediction,
    detail: '',
    ms: 0,
    from: edge.from,
    to: receiverOf(edge),
    ...(network === undefined ? {} : { network }),
    ...(command === undefined ? {} : { command }),
  } as const;
  if (bound.kind === 'blind') return { ...verdict, status: 'error', detail: bound.why };
  if (bound.kind === 'absent') {
    const found = { kind: 'absent', outcome: undefined, what: bound.what } as const;
    // Nobody can be reached there, which shows nothing about why it should be so.
    return { ...verdict, status: isAnswer(outcome) ? 'fail' : 'skipped', found };
  }
  const { ms, detail, address, finding } = measurement ?? { ms: 0, detail: '', address: '' };
  const { port } = bound.probe;
  const asked = edge.target.kind === 'outside' ? bound.probe.address : address;
  const measured = {
    ...verdict,
    ms,
    detail,
    ...(asked === '' ? {} : { address: port === 0 ? asked : `${asked}:${port}` }),
  };
  if (finding === undefined) return { ...measured, status: 'error' };
  const found = foundAt(expectation, finding, address, ground);
  return { ...measured, status: isExpected(edge.target, outcome, found) ? 'pass' : 'fail', found };
}

/** What a finding comes to, by the address at which it was made. */
function foundAt(
  { edge: { target }, prediction }: Expectation,
  finding: Finding,
  address: string,
  ground: Ground,
): Found {
  if (finding === 'wrong-page') return { kind: 'other-page', outcome: 'reachable' };
  if (target.kind === 'outside' && finding === 'reachable') {
    return { kind: 'seen-as', outcome: finding, address };
  }
  if (target.kind === 'name' && finding !== 'unresolved') {
    // A resolver outside of the lab may know any name; this one does not lead into the lab.
    if (foreign(address, ground)) return { kind: 'elsewhere', outcome: 'unresolved', address };
    const { endpoint, name } = target;
    const carriers = [endpoint, ...carriersIn(prediction)];
    const known = carriers.flatMap((one) => knownAddresses(one, ground, name));
    if (known.length > 0 && !known.includes(address)) {
      return { kind: 'other-address', outcome: finding, address, endpoint };
    }
  }
  return { kind: 'outcome', outcome: finding };
}

/** Whoever has the name too, where several have it. */
const carriersIn = ({ reasons }: Expectation['prediction']) =>
  reasons.flatMap((reason) => ('others' in reason ? [reason.to, ...(reason.others ?? [])] : []));

function isExpected(target: Target, outcome: Outcome, found: Found): boolean {
  switch (found.kind) {
    case 'outcome':
    case 'elsewhere':
      return found.outcome === outcome;
    case 'seen-as':
      return (
        outcome === 'reachable' && target.kind === 'outside' && found.address === target.seenAs
      );
    case 'other-page':
    case 'other-address':
    case 'absent':
      return false;
  }
}
