import { phrase, type Text, type Value } from '../../text/text';

/** What is on one side only, and what is on both. */
export interface Paired<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly kept: readonly (readonly [before: T, after: T])[];
}

/** Pairs two lists by a key that is unique in each. */
export function pairUp<T>(
  before: readonly T[],
  after: readonly T[],
  key: (item: T) => string,
): Paired<T> {
  const old = new Map(before.map((item) => [key(item), item]));
  const current = new Map(after.map((item) => [key(item), item]));
  return {
    added: after.filter((item) => !old.has(key(item))),
    removed: before.filter((item) => !current.has(key(item))),
    kept: before.flatMap((item): (readonly [T, T])[] => {
      const now = current.get(key(item));
      return now === undefined ? [] : [[item, now]];
    }),
  };
}

/** The fields whose values differ, with the values before and after. */
export function changedFields<T extends object>(
  before: T,
  after: T,
  fields: readonly (keyof T & string)[],
): Text[] {
  return fields
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) =>
      phrase('{field} {old} -> {now}', {
        field,
        old: shown(before[field]),
        now: shown(after[field]),
      }),
    );
}

const shown = (value: unknown): Value =>
  value === undefined
    ? phrase('chosen by the engine')
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);
