import type { Opening } from '../../edges/exposed';
import type { Prediction } from '../../predict/prediction';
import { reasonIn, verdictWords } from '../../i18n/catalogue';
import { language, say } from '../../i18n/say';
import { columns, pad } from '../columns';

export interface ExposedTable {
  readonly openings: readonly Opening[];
  /** Where the source says it; undefined for a topology of ours. */
  readonly placeOf: ((opening: Opening) => string | undefined) | undefined;
}

/** What is open, a row a port; below it why not, and what there is to know besides. */
export function exposedTable({ openings, placeOf }: ExposedTable): string {
  if (openings.length === 0) return say('Nothing is published, and nothing listens on a node.');
  const head = [
    ...[say('port'), say('leads to'), say('other machines'), say('this host')],
    ...['IPv6', 'ufw'],
  ];
  const rows = openings.map((one) => ({ one, cells: cellsOf(one) }));
  const widths = head.map((title, index) =>
    Math.max(columns(title), ...rows.map(({ cells }) => columns(cells[index]!))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => pad(cell, widths[index]!))
      .join('  ')
      .trimEnd();
  return [
    line(head),
    ...rows.flatMap(({ one, cells }) => [line(cells), ...notes(one, placeOf?.(one))]),
    '',
    summary(openings),
  ].join('\n');
}

const openingLabel = ({ node, address, port, protocol, chosen }: Opening): string =>
  `${node} ${address}:${chosen ? say('(chosen)') : port}/${protocol}`;

const outcomeOf = ({ outcome }: Prediction): string => verdictWords(language()).outcome(outcome);

function cellsOf(one: Opening): string[] {
  const to = one.kind === 'own' ? one.by : `${one.by}:${one.target}`;
  const ufw = {
    stops: say('stops it'),
    'does-not-stop': say('does not stop it'),
    'not-needed': '-',
  };
  return [
    ...[openingLabel(one), to, outcomeOf(one.outside), outcomeOf(one.host)],
    ...[one.ipv6 ? say('too') : say('no'), ufw[one.ufw]],
  ];
}

/** Why it is closed, what containers of other networks find, and where it is written. */
function notes(one: Opening, place: string | undefined): string[] {
  const { outcome, reasons } = one.outside;
  const why = reasons.at(-1);
  const closed = outcome !== 'reachable' && why !== undefined;
  return [
    ...(closed ? [reasonIn(language(), why)] : []),
    ...one.others.map(({ network, prediction }) =>
      say('containers of {network}: {outcome}', { network, outcome: outcomeOf(prediction) }),
    ),
    ...(place === undefined ? [] : [place]),
  ].map((text) => `    ${text}`);
}

function summary(openings: readonly Opening[]): string {
  const open = openings.filter(({ outside }) => outside.outcome !== 'refused').length;
  const unstopped = openings.filter(({ ufw }) => ufw === 'does-not-stop').length;
  return say('{all} ports: {open} open to other machines, {unstopped} of them whatever ufw says', {
    all: openings.length,
    open,
    unstopped,
  });
}
