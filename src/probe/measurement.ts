import type { MeasuredOutcome, Outcome } from '../topology/edge';
import type { Told } from '../text/text';

/** What an edge may turn out to be; `wrong-page`: it answers, but with something else. */
export type Finding = MeasuredOutcome | 'wrong-page';

/** What a probe found, or why it could not find anything. */
export interface Measurement {
  /** Absent where the probe could not run. */
  readonly finding?: Finding;
  /** Address that was asked; of a name the one that it has; of the outside the one that it saw. */
  readonly address: string;
  readonly ms: number;
  /** One line of raw output. */
  readonly detail: Told;
}

const FINDINGS: readonly string[] = [
  'reachable',
  'refused',
  'timeout',
  'unreachable',
  'unresolved',
  'wrong-page',
] satisfies Finding[];

/** Where a probe starts. */
export interface Source {
  readonly endpoint: string;
  /** A node's name; undefined for the machine that runs the lab. */
  readonly node: string | undefined;
  readonly place:
    | { readonly kind: 'container'; readonly pid: number }
    | { readonly kind: 'netns'; readonly name: string }
    | { readonly kind: 'node' };
}

/** One probe, ready to be sent. */
export interface Probe {
  readonly kind: 'ping' | 'name' | 'tcp' | 'page' | 'udp' | 'echo';
  /** Empty for a name. */
  readonly address: string;
  /** 0 where the kind has none. */
  readonly port: number;
  /** The name, or the text that the page must contain. */
  readonly text: string;
  /** Decides how patiently and in which order it is made, never what it finds. */
  readonly expected: Outcome;
}

/** Reads one line of probe.pl's output: id, outcome, address, milliseconds, detail. */
export function parseMeasurement(line: string): readonly [id: string, Measurement] {
  const [id = '', outcome = '', address = '', ms = '', ...detail] = line.split('\t');
  return [
    id,
    {
      ...(FINDINGS.includes(outcome) ? { finding: outcome as Finding } : {}),
      address: address === '-' ? '' : address,
      ms: Number(ms) || 0,
      detail: detail.join(' ').trim(),
    },
  ];
}

export const notMeasured = (detail: Told): Measurement => ({ address: '', ms: 0, detail });
