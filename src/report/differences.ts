import { isDeepStrictEqual } from 'node:util';
import { isWrong, type StructureVerdict, type Verdict } from '../verdict/result';
import { targetLabel } from '../topology/edge';
import { reasonIn, verdictWords } from '../i18n/catalogue';
import { language, say, told } from '../i18n/say';
import { pad } from './columns';
import type { Style } from './style';
import { expectedText, measuredText, subjectText } from './verdict-words';
import { wrap } from './wrap';

/** So many of a chapter are shown in full; who looks into more than these looks for one cause. */
const IN_FULL = 5;

/**
 * What differs and what was not examined, in full. Edges that another verdict explains are named below it, a
 * line for each sender and finding, so that one cause does not look like twenty.
 *
 * @param statements all of the result's, by their ids: what explains may be of another chapter
 */
export function differences(
  verdicts: readonly Verdict[],
  statements: ReadonlyMap<string, StructureVerdict>,
  style: Style,
): string[] {
  const wrong = verdicts.filter(isWrong);
  const own = wrong.filter((verdict) => heading(verdict, wrong, statements) === undefined);
  return [
    ...own.slice(0, IN_FULL).flatMap((verdict) => inFull(verdict, style)),
    ...(own.length > IN_FULL
      ? [line(say('and {n} more:', { n: own.length - IN_FULL }), 2, style)]
      : []),
    ...[...groupBy(own.slice(IN_FULL), finding)].flatMap(([, alike]) => together(alike, style)),
    ...[...groupBy(wrong, (verdict) => heading(verdict, wrong, statements))].flatMap(
      ([text, group]) => [
        line(text, 2, style),
        ...[...groupBy(group, finding)].flatMap(([, alike]) => together(alike, style)),
      ],
    ),
    ...verdicts.filter(isLeftOut).map((verdict) => leftOut(verdict, style)),
  ];
}

/** Skipped for itself, and not for something else that is reported. */
const isLeftOut = ({ status, kind }: Verdict): boolean =>
  status === 'skipped' && kind === 'structure';

function leftOut(verdict: Verdict, style: Style): string {
  const { detail, hint } = verdict;
  const text = `${style.sign.skipped} ${subjectText(verdict)}: ${told(detail)}${hint === undefined ? '' : `; ${told(hint)}`}`;
  return style.paint.skipped(line(text, 2, style, 4));
}

/** What a verdict is listed below; undefined where it stands for itself. */
function heading(
  verdict: Verdict,
  all: readonly Verdict[],
  statements: ReadonlyMap<string, StructureVerdict>,
): string | undefined {
  const cause = statements.get(verdict.cause ?? '');
  if (cause !== undefined)
    return say('because this failed: {cause}', { cause: subjectText(cause) });
  if (verdict.status !== 'error') return undefined;
  const alike = all.filter(
    ({ status, cause, detail }) =>
      status === 'error' && cause === undefined && isDeepStrictEqual(detail, verdict.detail),
  );
  return alike.length > 2
    ? say('not examined: {detail}', { detail: told(verdict.detail) })
    : undefined;
}

const finding = (verdict: Verdict): string =>
  [verdict.status, senderOf(verdict), measuredText(verdict)].join('\n');

const senderOf = (verdict: Verdict): string | undefined =>
  verdict.kind === 'edge' ? verdict.from : undefined;

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
  const { status, detail, command, hint } = verdict;
  const { address = undefined, reasons = [] } =
    verdict.kind === 'edge'
      ? { address: verdict.address, reasons: verdict.prediction.reasons }
      : {};
  const rows: [string, string | undefined][] = [
    [say('expected'), expectedText(verdict)],
    [say('measured'), status === 'error' ? say('not examined') : measuredText(verdict)],
    [say('address'), address],
    [say('detail'), told(detail)],
    [say('hint'), hint === undefined ? hint : told(hint)],
    [say('why'), reasons.map((reason) => reasonIn(language(), reason)).join(say('; '))],
  ];
  return [
    style.paint[status](
      line(`${style.sign[status]} ${verdict.chapter}: ${subjectText(verdict)}`, 2, style, 4),
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
  const { status } = first;
  const from = senderOf(first);
  const expected = [...new Set(verdicts.map(outcomeText))];
  const start = from === undefined ? '' : `${from} -> `;
  const targets = verdicts.map((one) =>
    one.kind === 'edge' ? targetLabel(one.edge.target) : subjectText(one),
  );
  const found = status === 'error' ? say('not examined') : measuredText(first);
  const finding = say('expected {expected}, measured {measured}', {
    expected: expected.join(say(' or ')),
    measured: found,
  });
  const text = `${style.sign[status]} ${start}${targets.join(', ')}: ${finding}`;
  return [style.paint[status](line(text, 4, style, 8))];
}

const outcomeText = (verdict: Verdict): string =>
  verdict.kind === 'edge'
    ? verdictWords(language()).outcome(verdict.prediction.outcome)
    : expectedText(verdict);

const line = (text: string, indent: number, { width }: Style, hanging = indent): string =>
  `${' '.repeat(indent)}${wrap(text, width - indent, ' '.repeat(hanging), width)}`;
