import type { Status, Verdict } from '../checks/result';
import { reasonIn } from '../words/reason';
import { language, say } from '../words/say';
import { translated } from '../words/translated';
import { pad } from './columns';
import type { Paint } from './table';
import { wrap } from './wrap';

export interface Style {
  /** Columns. */
  readonly width: number;
  readonly sign: Readonly<Record<Status, string>>;
  readonly paint: Paint;
}

/** So many of a chapter are shown in full; who looks into more than these looks for one cause. */
const IN_FULL = 5;

/**
 * What differs and what was not examined, in full. Edges that another verdict explains are named below it, a
 * line for each sender and finding, so that one cause does not look like twenty.
 */
export function differences(verdicts: readonly Verdict[], style: Style): string[] {
  const wrong = verdicts.filter(({ status }) => status === 'fail' || status === 'error');
  const own = wrong.filter((verdict) => heading(verdict, wrong) === undefined);
  return [
    ...own.slice(0, IN_FULL).flatMap((verdict) => inFull(verdict, style)),
    ...(own.length > IN_FULL
      ? [line(say('and {n} more:', { n: own.length - IN_FULL }), 2, style)]
      : []),
    ...[...groupBy(own.slice(IN_FULL), finding)].flatMap(([, alike]) => together(alike, style)),
    ...[...groupBy(wrong, (verdict) => heading(verdict, wrong))].flatMap(([text, group]) => [
      line(text, 2, style),
      ...[...groupBy(group, finding)].flatMap(([, alike]) => together(alike, style)),
    ]),
    ...verdicts.filter(isLeftOut).map((verdict) => leftOut(verdict, style)),
  ];
}

/** Skipped for itself, and not for something else that is reported. */
const isLeftOut = ({ status, kind }: Verdict): boolean =>
  status === 'skipped' && kind === 'structure';

function leftOut({ subject, detail, hint }: Verdict, style: Style): string {
  const text = `${style.sign.skipped} ${subject}: ${detail}${hint === undefined ? '' : `; ${hint}`}`;
  return style.paint.skipped(line(text, 2, style, 4));
}

/** What a verdict is listed below; undefined where it stands for itself. */
function heading(verdict: Verdict, all: readonly Verdict[]): string | undefined {
  if (verdict.cause !== undefined)
    return say('because it does not hold that {cause}:', {
      cause: translated(verdict.cause),
    });
  if (verdict.status !== 'error') return undefined;
  const alike = all.filter(
    ({ status, cause, detail }) =>
      status === 'error' && cause === undefined && detail === verdict.detail,
  );
  return alike.length > 2
    ? say('not examined: {detail}', { detail: translated(verdict.detail) })
    : undefined;
}

const finding = ({ status, from, measured }: Verdict): string =>
  [status, from, measured].join('\n');

function groupBy(
  verdicts: readonly Verdict[],
  key: (verdict: Verdict) => string | undefined,
): Map<string, Verdict[]> {
  const groups = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const name = key(verdict);
    if (name !== undefined) groups.set(name, [...(groups.get(name) ?? []), verdict]);
  }
  return groups;
}

function inFull(verdict: Verdict, style: Style): string[] {
  const { status, subject, expected, measured, detail, address, command, hint, reasons } = verdict;
  const rows: [string, string | undefined][] = [
    [say('expected'), translated(expected)],
    [say('measured'), status === 'error' ? say('not examined') : translated(measured)],
    [say('address'), address],
    [say('detail'), translated(detail)],
    [say('hint'), hint === undefined ? hint : translated(hint)],
    [say('why'), reasons.map((reason) => reasonIn(language(), reason)).join(say('; '))],
  ];
  return [
    style.paint[status](
      line(`${style.sign[status]} ${verdict.chapter}: ${translated(subject)}`, 2, style, 4),
    ),
    ...rows
      .filter(([, value]) => value)
      .map(([name, value = '']) => line(`${pad(name, 9)} ${value}`, 6, style, 16)),
    // Never broken, so that it can be copied.
    ...(command === undefined ? [] : [`      ${pad(say('repeat'), 9)} ${command}`]),
  ];
}

/** Verdicts of one sender with one finding, in one line. */
function together(verdicts: readonly Verdict[], style: Style): string[] {
  const [first] = verdicts;
  if (first === undefined) return [];
  const { status, measured, from } = first;
  const expected = [...new Set(verdicts.map((verdict) => verdict.expected.split(',')[0]))];
  const start = from === undefined ? '' : `${from} -> `;
  const targets = verdicts.map(({ subject }) =>
    subject.startsWith(start) ? subject.slice(start.length) : subject,
  );
  const found = status === 'error' ? say('not examined') : translated(measured);
  const finding = say('expected {expected}, measured {measured}', {
    expected: expected.map((one) => translated(one ?? '')).join(say(' or ')),
    measured: found,
  });
  const text = `${style.sign[status]} ${start}${targets.join(', ')}: ${finding}`;
  return [style.paint[status](line(text, 4, style, 8))];
}

const line = (text: string, indent: number, { width }: Style, hanging = indent): string =>
  `${' '.repeat(indent)}${wrap(text, width - indent, ' '.repeat(hanging), width)}`;
