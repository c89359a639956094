import { createColors } from 'picocolors';
import type { CheckResult, Counts, Status } from '../checks/result';
import { countVerdicts } from '../checks/result';
import { differences } from './differences';
import { localeIsUtf8, signs } from './signs';

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
  const blocks = result.chapters.flatMap(({ id, title }) => {
    const own = result.verdicts.filter(({ chapter }) => chapter === id);
    const counts = countVerdicts(own);
    const status = worst(counts);
    if (failuresOnly && (status === 'pass' || status === 'skipped')) return [];
    const start = `${sign[status]} ${id.padEnd(pad)}  `;
    const end = `  ${sums(counts)}`;
    const room = width - start.length - end.length;
    const short =
      title.length > room
        ? `${title.slice(0, Math.max(0, room - 1))}${unicode ? '…' : '~'}`
        : title;
    const line = `${paint[status](start.trimEnd())}${' '.repeat(start.length - start.trimEnd().length)}${short.padEnd(Math.max(0, room))}${end}`;
    return [line, ...differences(own, { width, sign, paint })];
  });
  const last = `${sums(result.counts, true)}  (${(result.durationMs / 1000).toFixed(1)} s)`;
  return [...blocks, ...(blocks.length > 0 ? [''] : []), paint[worst(result.counts)](last)].join(
    '\n',
  );
}

export type Paint = Readonly<Record<Status, (text: string) => string>>;

/** What decides the sign of a chapter: what differs, then what was not examined. */
function worst({ pass, fail, error }: Counts): Status {
  if (fail > 0) return 'fail';
  if (error > 0) return 'error';
  return pass > 0 ? 'pass' : 'skipped';
}

/** `38 passed, 2 failed`; in full with the zeros. */
function sums({ pass, fail, error, skipped }: Counts, full = false): string {
  return [
    `${pass} passed`,
    (full || fail > 0) && `${fail} failed`,
    (full || error > 0) && `${error} not examined`,
    (full || skipped > 0) && `${skipped} skipped`,
  ]
    .filter(Boolean)
    .join(', ');
}
