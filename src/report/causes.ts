import { idOf, isStructure, type CheckResult, type StructureVerdict } from '../verdict/result';
import { say, told } from '../i18n/say';
import type { Style } from './style';
import { subjectText } from './verdict-words';
import { wrap } from './wrap';

/** A cause, and how many other verdicts it explains. */
export interface Explained {
  readonly cause: StructureVerdict;
  readonly count: number;
}

/** The causes of a result, what explains most first. */
export function causesOf({ verdicts }: Pick<CheckResult, 'verdicts'>): Explained[] {
  const counts = new Map<string, number>();
  for (const { cause } of verdicts) {
    if (cause !== undefined) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  }
  return verdicts
    .filter(isStructure)
    .filter((verdict) => verdict.status !== 'pass' && counts.has(idOf(verdict)))
    .map((cause) => ({ cause, count: counts.get(idOf(cause)) ?? 0 }))
    .sort((a, b) => b.count - a.count);
}

/** What is the matter and what mends it, before the chapters say where it shows. */
export const causeLines = (result: CheckResult, { width, sign, paint }: Style): string[] =>
  causesOf(result).flatMap(({ cause, count }) => {
    const { status, hint } = cause;
    const text = say('failed: {cause} (explains {n})', {
      cause: subjectText(cause),
      n: count,
    });
    return [
      paint[status](`${sign[status]} ${wrap(text, width - 2, '  ', width)}`),
      ...(hint === undefined ? [] : [`  ${wrap(told(hint), width - 2, '  ', width)}`]),
    ];
  });
