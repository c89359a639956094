import type { Observation } from '../verdict/live';
import { edgeLabel, type EndpointId } from '../topology/edge';
import type { Expectation } from '../edges/expectations';
import type { Prediction } from '../predict/prediction';
import { reasonIn, verdictWords, wayWords } from '../i18n/catalogue';
import { language, say, told } from '../i18n/say';
import { pad } from './columns';
import { measuredText, subjectText } from './verdict-words';
import { wayOf } from './way';
import { hanging, wrap } from './wrap';

const DOCUMENT = 'docs/reachability.md';

/**
 * One edge in words: what must hold, each step of the way and, where it was followed, what was seen.
 *
 * @param width columns; steps are broken into lines that fit
 */
export function explanation(
  { edge, prediction }: Expectation,
  seen?: Observation,
  width = Infinity,
): string {
  const { outcome, reasons } = prediction;
  const steps = reasons.map(
    (reason, index) =>
      `  ${wrap(`${index + 1}. ${reasonIn(language(), reason)}`, width - 2, '     ', width)}\n     ${DOCUMENT}#${reason.rule}`,
  );
  return [
    `${edgeLabel(edge)}: ${verdictWords(language()).outcome(outcome)}`,
    ...steps,
    ...way(edge.from, prediction, width),
    ...(seen === undefined ? [] : live(seen, width)),
  ].join('\n');
}

/** The stations on the way, where there is one. */
function way(from: EndpointId, prediction: Prediction, width: number): string[] {
  const words = wayWords(language());
  const stations = wayOf(from, prediction).map(({ kind, name, stops }) => {
    const what = kind === 'endpoint' ? '' : words[kind];
    return [what, name, stops === true ? '✗' : ''].filter(Boolean).join(' ');
  });
  if (stations.length < 2) return [];
  return [hanging(`  ${pad(say('way:'), 9)} `, stations.join(' > '), width)];
}

function live({ verdict, cause, route, hits }: Observation, width: number): string[] {
  const word = {
    pass: say('as predicted'),
    fail: say('NOT AS PREDICTED'),
    error: say('NOT MEASURED'),
    skipped: say('skipped'),
  };
  const address =
    verdict.address === undefined ? '' : say(' at {address}', { address: verdict.address });
  const hint = cause?.hint ?? verdict.hint;
  const label = (name: string): string => `  ${pad(name, 9)} `;
  const row = (name: string, text: string): string => hanging(label(name), text, width);
  return [
    row(
      say('measured:'),
      `${measuredText(verdict) || told(verdict.detail)}${address} (${word[verdict.status]})`,
    ),
    ...(verdict.command === undefined ? [] : [label(say('by hand:')) + verdict.command]),
    ...(route === undefined ? [] : [row(say('route:'), route)]),
    ...hits.map(({ node, table, rule, packets }) =>
      row(say('rule:'), `${node} ${table} ${rule}  (${say('+{n} packets', { n: packets })})`),
    ),
    ...(cause === undefined ? [] : [row(say('because:'), subjectText(cause))]),
    ...(verdict.status === 'fail' && hint !== undefined ? [row(say('hint:'), told(hint))] : []),
  ];
}
