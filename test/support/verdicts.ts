import {
  countVerdicts,
  type CheckResult,
  type EdgeVerdict,
  type StructureVerdict,
  type Verdict,
} from '../../src/verdict/result';
import { place } from '../../src/observe/place';
import type { States } from '../../src/observe/state';
import { structure } from '../../src/verdict/structure';
import {
  networkOf,
  OUTSIDE,
  receiverOf,
  type Edge,
  type Outcome,
  type Target,
} from '../../src/topology/edge';
import type { Statement } from '../../src/edges/statement';
import type { Found } from '../../src/edges/found';
import type { Lab } from '../../src/topology/lab';
import type { Prediction } from '../../src/predict/prediction';
import type { Reason } from '../../src/predict/reason';
import { verdictJson } from '../../src/report/json';
import { subjectIn } from '../../src/report/verdict-words';
import { predict } from './predictor';

/** An edge in short: by its label, and with its outcomes as they are printed. */
interface Short extends Partial<Omit<EdgeVerdict, 'kind'>> {
  readonly kind?: 'edge';
  readonly subject?: string;
  readonly expected?: string;
  readonly measured?: string;
  readonly reasons?: readonly Reason[];
}

const SAME_BRIDGE: Reason = { rule: 'same-bridge', from: 'a', to: 'b', network: 'net', node: 'n1' };

/** An edge from `a` to `b` that is as expected, unless something else is said. */
export function verdict(short: Short): EdgeVerdict {
  const { subject, expected = 'reachable', measured = 'reachable', reasons, ...rest } = short;
  const edge = short.edge ?? labelled(subject, short, expected);
  const prediction = short.prediction ?? {
    outcome: outcomeIn(expected),
    answeredBy: undefined,
    hops: [],
    reasons: reasons ?? [SAME_BRIDGE],
  };
  const network = short.network ?? networkOf(edge.target);
  const found = 'found' in short ? short.found : foundIn(measured, edge);
  return {
    status: 'pass',
    chapter: 'one',
    detail: '',
    ms: 3,
    ...rest,
    kind: 'edge',
    edge,
    prediction,
    from: edge.from,
    to: short.to ?? receiverOf(edge),
    ...(network === undefined ? {} : { network }),
    ...(found === undefined ? {} : { found }),
  };
}

/** The same with what the lab's predictor tells of it, but for the outcome. */
export function verdictIn(lab: Lab, short: Short): EdgeVerdict {
  const { edge, prediction, ...rest } = verdict(short);
  const told: Prediction = predict(lab, edge);
  return { ...rest, edge, prediction: { ...told, outcome: prediction.outcome } };
}

/** What a verdict says in English. */
export const subjectOf = (verdict: Verdict): string => subjectIn('en', verdict);

/** A container that must run, by its name. */
export const isRunning = (container: string): Statement => ({ kind: 'running', container });

/** The structure verdicts of a lab, with what they say in English. */
export const structureOf = (lab: Lab, states: States) =>
  structure(place(lab, states)).map((one) => ({ ...one, ...verdictJson(one) }));

/** A statement about the nodes that holds, unless something else is said. */
export const statement = (partial: Partial<StructureVerdict>): StructureVerdict => ({
  status: 'pass',
  chapter: 'one',
  kind: 'structure',
  statement: { kind: 'running', container: 'it' },
  wanted: [{ fact: 'there' }],
  found: [{ fact: 'there' }],
  detail: '',
  ...partial,
});

function labelled(
  subject: string | undefined,
  { from = 'a', to = 'b', network }: Short,
  expected: string,
): Edge {
  const [sender = from, label] = subject?.split(' -> ') ?? [];
  if (label === undefined) {
    const on = network === undefined ? {} : { network };
    return { from, target: { kind: 'ping', endpoint: to, ...on } };
  }
  return { from: sender, target: targetOf(label, to, expected) };
}

/** The target of a label, as `targetLabel` writes it. */
function targetOf(label: string, to: string, expected: string): Target {
  const name = /^"(.*)"$/.exec(label)?.[1];
  if (name !== undefined) return { kind: 'name', name, endpoint: to };
  if (label === '127.0.0.1') return { kind: 'loopback' };
  if (label === OUTSIDE)
    return { kind: 'outside', seenAs: / seen as (.+)$/.exec(expected)?.[1] ?? '' };
  const gateway = /^gateway\[(.+)\]$/.exec(label)?.[1];
  if (gateway !== undefined) return { kind: 'gateway', network: gateway };
  const match =
    /^(?<endpoint>netns:[^@[]+|[^@[:]+)(?:@(?<network>[^[:]+))?(?:\[(?<address>[^\]]+)\])?(?::(?<port>\d+)\/(?<protocol>tcp|udp))?$/.exec(
      label,
    );
  const { endpoint = label, network, address, port, protocol } = match?.groups ?? {};
  if (address === 'IPv6') return { kind: 'ping6', endpoint, network: network ?? '' };
  const on = network === undefined ? {} : { network };
  if (port === undefined) return { kind: 'ping', endpoint, ...on };
  const page = /with the page "(.*)"$/.exec(expected)?.[1];
  const asked = {
    port: Number(port),
    protocol: protocol as 'tcp' | 'udp',
    ...(page === undefined ? {} : { page }),
  };
  return address === undefined
    ? { kind: 'port', endpoint, ...on, ...asked }
    : { kind: 'node-port', node: endpoint, address, ...asked };
}

const outcomeIn = (text: string): Outcome => /^\w+/.exec(text)?.[0] as Outcome;

function foundIn(text: string, { target }: Edge): Found | undefined {
  if (text === '') return undefined;
  const absent = /^(.+) is not running$/.exec(text)?.[1];
  if (absent !== undefined) {
    return { kind: 'absent', outcome: undefined, what: { kind: 'container', endpoint: absent } };
  }
  const outcome = outcomeIn(text);
  if (text.endsWith('another page')) return { kind: 'other-page', outcome: 'reachable' };
  const [, address] = / (?:seen as|but as|elsewhere it is) ([\d.]+)/.exec(text) ?? [];
  if (address === undefined) return { kind: 'outcome', outcome };
  if (target.kind === 'outside') return { kind: 'seen-as', outcome: 'reachable', address };
  return outcome === 'unresolved'
    ? { kind: 'elsewhere', outcome, address }
    : {
        kind: 'other-address',
        outcome,
        address,
        endpoint: / is not (.+)$/.exec(text)?.[1] ?? '',
      };
}

export const resultOf = (verdicts: readonly Verdict[]): CheckResult => ({
  lab: 'lab',
  chapters: [
    { id: 'one', title: 'First' },
    { id: 'two', title: 'Second' },
  ],
  startedAt: '2026-01-01T00:00:00.000Z',
  durationMs: 1234,
  verdicts,
  counts: countVerdicts(verdicts),
});
