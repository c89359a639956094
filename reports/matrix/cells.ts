import type { CheckResult, Verdict } from '../../checks/result';
import { say } from '../../words/say';

/**
 * What one endpoint can do to another, over all edges between them.
 * `+` every way reaches, `-` none does, `~` some do; `!` something differs, `?` something was not measured.
 */
export type Sign = '+' | '-' | '~' | '!' | '?' | ' ';

export interface Cell {
  readonly from: string;
  readonly to: string;
  readonly predicted: Sign;
  readonly measured: Sign;
  /** Edges that are not as predicted or were not measured. */
  readonly differences: readonly Verdict[];
}

export interface Matrix {
  readonly lab: string;
  /** Columns, in the order of first appearance. */
  readonly endpoints: readonly string[];
  /** Rows: those of them that send; a service does not. */
  readonly senders: readonly string[];
  readonly cell: (from: string, to: string) => Cell | undefined;
  readonly edges: readonly Verdict[];
  readonly differences: readonly Verdict[];
}

/** Puts the edges of a result into a matrix. */
export function matrixOf({ lab, verdicts }: CheckResult): Matrix {
  const edges = verdicts.filter(({ kind, from, to }) => kind === 'edge' && from && to);
  const byPair = new Map<string, Verdict[]>();
  for (const edge of edges) {
    const key = `${edge.from}\0${edge.to}`;
    byPair.set(key, [...(byPair.get(key) ?? []), edge]);
  }
  const endpoints = [...new Set(edges.flatMap(({ from = '', to = '' }) => [from, to]))];
  const sending = new Set(edges.map(({ from }) => from));
  const differs = ({ status }: Verdict): boolean => status === 'fail' || status === 'error';
  return {
    lab,
    endpoints,
    senders: endpoints.filter((id) => sending.has(id)),
    edges,
    differences: edges.filter(differs),
    cell(from, to) {
      const own = byPair.get(`${from}\0${to}`);
      if (own === undefined) return undefined;
      const predicted = sign(own.map(({ expected }) => expected.startsWith('reachable')));
      return {
        from,
        to,
        predicted,
        measured: measuredSign(own),
        differences: own.filter(differs),
      };
    },
  };
}

function measuredSign(edges: readonly Verdict[]): Sign {
  if (edges.some(({ status }) => status === 'fail')) return '!';
  if (edges.some(({ status }) => status !== 'pass')) return '?';
  return sign(edges.map(({ measured }) => measured.startsWith('reachable')));
}

function sign(reaches: readonly boolean[]): Sign {
  if (reaches.every((one) => one)) return '+';
  return reaches.some((one) => one) ? '~' : '-';
}

/** `312 edges: 312 as predicted, 0 wrong, 0 not measured` */
export function matrixSummary({ edges }: Matrix): string {
  const count = (status: Verdict['status']): number =>
    edges.filter((edge) => edge.status === status).length;
  const missing = count('error') + count('skipped');
  return say('{edges} edges: {right} as predicted, {wrong} wrong, {missing} not measured', {
    edges: edges.length,
    right: count('pass'),
    wrong: count('fail'),
    missing,
  });
}
