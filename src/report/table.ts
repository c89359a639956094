import { createColors } from 'picocolors';
import type { CheckResult, Counts, Status } from '../verdict/result';
import { countVerdicts } from '../verdict/result';
import { say, sayIfKnown } from '../i18n/say';
import { columns, cut, pad as padded } from './columns';
import { causeLines } from './causes';
import { differences } from './differences';
import { localeIsUtf8, signs } from './signs';
import { statementsById } from './verdict-words';

export interface TableOptions {
  readonly color: boolean;
  /** Columns. */
  readonly width: number;
  readonly failuresOnly?: boolean;
  readonly unicode?: boolean;
}

/** The result for a person: a line for each chapter, below it in full what differs, and the sums at the end. */
export function table(result: CheckResult, options: TableOptions): string {
  const { color, failuresOnly = false, unicode = localeIsUtf8() } = options;
  // Very narrow terminals break lines by themselves.
  const width = Math.max(40, options.width);
  const colors = createColors(color);
  const paint = { pass: colors.green, fail: colors.red, error: colors.yellow, skipped: colors.dim };
  const sign = signs(unicode);
  const pad = Math.max(...result.chapters.map(({ id }) => id.length), 0);
  const statements = statementsById(result.verdicts);
  const blocks = result.chapters.flatMap(({ id, title }) => {
    const own = result.verdicts.filter(({ chapter }) => chapter === id);
    const counts = countVerdicts(own);
    const status = worst(counts);
    if (failuresOnly && (status === 'pass' || status === 'skipped')) return [];
    const start = `${sign[status]} ${id.padEnd(pad)}  `;
    const end = `  ${sums(counts)}`;
    const room = Math.max(0, width - start.length - columns(end));
    const short = padded(cut(sayIfKnown(title), room, unicode ? '…' : '~'), room);
    const line = `${paint[status](start.trimEnd())}${' '.repeat(start.length - start.trimEnd().length)}${short}${end}`;
    return [line, ...differences(own, statements, { width, sign, paint })];
  });
  const causes = causeLines(result, { width, sign, paint });
  const last = `${sums(result.counts, true)}  (${(result.durationMs / 1000).toFixed(1)} s)`;
  return [
    ...causes,
    ...(causes.length > 0 ? [''] : []),
    ...blocks,
    ...(blocks.length > 0 ? [''] : []),
    paint[worst(result.counts)](last),
  ].join('\n');
}

/** What decides the sign of a chapter: what differs, then what was not examined. */
function worst({ pass, fail, error }: Counts): Status {
  if (fail > 0) return 'fail';
  if (error > 0) return 'error';
  return pass > 0 ? 'pass' : 'skipped';
}

/** `38 passed, 2 failed`; in full with the zeros. */
function sums({ pass, fail, error, skipped }: Counts, full = false): string {
  return [
    say('{n} passed', { n: pass }),
    (full || fail > 0) && say('{n} failed', { n: fail }),
    (full || error > 0) && say('{n} not examined', { n: error }),
    (full || skipped > 0) && say('{n} skipped', { n: skipped }),
  ]
    .filter(Boolean)
    .join(say(', '));
}
