import { edgeLabel, type EndpointId, type Outcome, type Target } from '../model/edge';
import type { Expectation } from '../model/expectations';
import type { Bound, Ground } from './bind';
import type { Measurement } from './measurement';
import { foreign, knownAddresses } from './own-addresses';
import type { Verdict } from './result';

/** An expectation beside what was found where it was bound to. */
export function compare(
  expectation: Expectation,
  bound: Bound,
  measurement: Measurement | undefined,
  ground: Ground,
  command?: string,
): Verdict {
  const { chapter, edge, outcome, reasons } = expectation;
  const network = networkOf(edge.target);
  const verdict = {
    chapter,
    kind: 'edge',
    subject: edgeLabel(edge),
    expected: expected(edge.target, outcome),
    measured: '',
    detail: '',
    reasons,
    ms: 0,
    from: edge.from,
    to: endpointOf(edge.from, edge.target),
    ...(network === undefined ? {} : { network }),
    ...(command === undefined ? {} : { command }),
  } as const;
  if (bound.kind === 'blind') return { ...verdict, status: 'error', detail: bound.why };
  if (bound.kind === 'absent') {
    // Nobody can be reached there, which shows nothing about why it should be so.
    return outcome === 'reachable' || outcome === 'refused'
      ? { ...verdict, status: 'fail', measured: bound.what }
      : { ...verdict, status: 'skipped', detail: bound.what };
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
  const found = judge(edge.target, outcome, { finding, address }, ground);
  return { ...measured, status: found.ok ? 'pass' : 'fail', measured: found.words };
}

/** The finding in words, and whether it is what was expected. */
function judge(
  target: Target,
  outcome: Outcome,
  { finding, address }: { finding: NonNullable<Measurement['finding']>; address: string },
  ground: Ground,
): { readonly ok: boolean; readonly words: string } {
  if (finding === 'wrong-page') return { ok: false, words: 'reachable, but with another page' };
  if (target.kind === 'outside' && finding === 'reachable') {
    const words = `reachable, seen as ${address}`;
    return { ok: outcome === finding && address === target.seenAs, words };
  }
  if (target.kind === 'name' && finding !== 'unresolved') {
    // A resolver outside of the lab may know any name; this one does not lead into the lab.
    if (foreign(address, ground)) {
      return { ok: outcome === 'unresolved', words: `unresolved (elsewhere it is ${address})` };
    }
    const known = knownAddresses(target.endpoint, ground, target.name);
    if (known.length > 0 && !known.includes(address)) {
      return { ok: false, words: `${finding}, but as ${address}, which is not ${target.endpoint}` };
    }
  }
  return { ok: finding === outcome, words: finding };
}

function expected(target: Target, outcome: Outcome): string {
  if (outcome !== 'reachable') return outcome;
  if (target.kind === 'outside') return `reachable, seen as ${target.seenAs}`;
  if ((target.kind === 'port' || target.kind === 'node-port') && target.page !== undefined) {
    return `reachable, with the page ${JSON.stringify(target.page)}`;
  }
  return outcome;
}

function endpointOf(from: EndpointId, target: Target): EndpointId {
  switch (target.kind) {
    case 'ping':
    case 'ping6':
    case 'name':
    case 'port':
      return target.endpoint;
    case 'node-port':
      return target.node;
    case 'outside':
      return 'outside';
    case 'loopback':
    case 'gateway':
      return from;
  }
}

const networkOf = (target: Target): string | undefined =>
  'network' in target ? target.network : undefined;
