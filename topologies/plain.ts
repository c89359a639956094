import { describePath, type Path } from '../model/problems';

/** A value that no JSON can hold. */
export class NotData extends Error {
  constructor(
    /** Keys and indices from the topology down. */
    readonly path: Path,
    /** Goes on from the place: `is a function`. */
    readonly is: string,
    readonly next: string,
  ) {
    super(is);
  }
}

/** Levels, values and characters that a topology has at most. */
const LEVELS = 64;
const VALUES = 1_000_000;
const CHARACTERS = 50_000_000;

const AS_DATA = 'write text, numbers, true, false, lists and plain objects only';

/**
 * A copy of what a topology exports, as plain data. Each value is read once, so that one that changes with every
 * reading is the same for whoever asks later.
 *
 * @throws NotData
 */
export function plain(exported: unknown): unknown {
  const above: object[] = [];
  const path: (string | number)[] = [];
  let values = 0;
  let characters = 0;

  const wrong = (found: string, next: string): NotData => new NotData([...path], found, next);

  const count = (text: string): void => {
    values += 1;
    characters += text.length;
    if (values > VALUES || characters > CHARACTERS) {
      throw wrong('is too much', `a topology has at most ${VALUES} values`);
    }
  };

  /** Reading may run code of the topology. */
  const read = <T>(reading: () => T): T => {
    try {
      return reading();
    } catch (error) {
      throw wrong(`throws when it is read: ${messageOf(error)}`, AS_DATA);
    }
  };

  const at = <T>(key: string | number, work: () => T): T => {
    path.push(key);
    const result = work();
    path.pop();
    return result;
  };

  const copy = (value: unknown): unknown => {
    count(typeof value === 'string' ? value : '');
    const other = read(() => notData(value));
    if (other !== undefined) throw wrong(other.found, other.next);
    if (typeof value !== 'object' || value === null) return value;
    if (above.includes(value)) throw wrong('is what it is in: a circle', 'write each part once');
    if (above.length === LEVELS) {
      throw wrong(`is ${LEVELS} levels down`, 'a topology is a few levels deep');
    }
    above.push(value);
    const copied = Array.isArray(value) ? list(value) : object(value);
    above.pop();
    return copied;
  };

  const list = (value: readonly unknown[]): unknown[] => {
    const copied: unknown[] = [];
    const length = read(() => value.length);
    for (let index = 0; index < length; index += 1) {
      at(index, () => {
        if (!read(() => index in value)) throw wrong('is a gap', 'fill the list');
        copied.push(copy(read(() => value[index])));
      });
    }
    return copied;
  };

  const object = (value: object): object => {
    const copied: Record<string, unknown> = {};
    for (const key of read(() => Reflect.ownKeys(value))) {
      if (!read(() => isEnumerable(value, key))) continue;
      if (typeof key === 'symbol') throw wrong('has a key that is a symbol', 'use text as keys');
      at(key, () => {
        count(key);
        if (key === '__proto__') {
          throw wrong('is a name that JavaScript keeps for itself', 'use another one');
        }
        copied[key] = copy(read(() => (value as Record<string, unknown>)[key]));
      });
    }
    return copied;
  };

  return copy(exported);
}

const isEnumerable = (value: object, key: PropertyKey): boolean =>
  Reflect.getOwnPropertyDescriptor(value, key)?.enumerable === true;

/** What was thrown, in its own words. */
export function messageOf(error: unknown): string {
  try {
    const { message } = error as { readonly message?: unknown };
    return typeof message === 'string' && message !== '' ? message : String(error);
  } catch {
    return 'it says nothing';
  }
}

type NoData = { readonly found: string; readonly next: string };

/** What kind of value this is, where JSON has no such kind. */
function notData(value: unknown): NoData | undefined {
  switch (typeof value) {
    case 'undefined':
      return { found: 'is undefined', next: 'leave it out' };
    case 'function':
      return { found: 'is a function', next: 'call it, or leave it out' };
    case 'bigint':
      return { found: 'is a BigInt', next: 'write a number' };
    case 'symbol':
      return { found: 'is a symbol', next: AS_DATA };
    case 'number':
      return Number.isFinite(value)
        ? undefined
        : { found: `is ${value}`, next: 'write a number that is finite' };
    case 'object': {
      const tag = value === null ? '' : Object.prototype.toString.call(value).slice(8, -1);
      if (['', 'Object', 'Array'].includes(tag)) return undefined;
      if (tag === 'Promise') return { found: 'is a promise', next: 'wait for it: await' };
      return { found: `is a ${tag}`, next: AS_DATA };
    }
    case 'string':
    case 'boolean':
      return undefined;
  }
}

/** The place of what is no data, in words, with the names that were read before it. */
export const placeOf = ({ path }: NotData): string => describePath(path, undefined);
