import type { Observation } from '../checks/live';
import { edgeLabel, type Expectation } from '../model/edge';

const DOCUMENT = 'docs/reachability.md';

/** One edge in words: what must hold, each step of the way and, where it was followed, what was seen. */
export function explanation({ edge, outcome, reasons }: Expectation, seen?: Observation): string {
  const steps = reasons.map(
    ({ rule, text }, index) => `  ${index + 1}. ${text}\n     ${DOCUMENT}#${rule}`,
  );
  return [
    `${edgeLabel(edge)}: ${outcome}`,
    ...steps,
    ...(seen === undefined ? [] : live(seen)),
  ].join('\n');
}

function live({ verdict, route, hits }: Observation): string[] {
  const word = {
    pass: 'as predicted',
    fail: 'NOT AS PREDICTED',
    error: 'NOT MEASURED',
    skipped: 'skipped',
  };
  const address = verdict.address === undefined ? '' : ` at ${verdict.address}`;
  return [
    `  measured: ${verdict.measured || verdict.detail}${address} (${word[verdict.status]})`,
    ...(verdict.command === undefined ? [] : [`  by hand:  ${verdict.command}`]),
    ...(route === undefined ? [] : [`  route:    ${route}`]),
    ...hits.map(
      ({ node, table, rule, packets }) =>
        `  rule:     ${node} ${table} ${rule}  (+${packets} packets)`,
    ),
    ...(verdict.status === 'fail' && verdict.hint !== undefined
      ? [`  hint:     ${verdict.hint}`]
      : []),
  ];
}
