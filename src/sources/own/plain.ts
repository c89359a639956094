import { describePath, type Path } from '../../topology/problems';
import { english } from '../../text/tell';
import { type Text, phrase } from '../../text/text';

/** A value that no JSON can hold. */
export class NotData extends Error {
  constructor(
    /** Keys and indices from the topology down. */
    readonly path: Path,
    /** Goes on from the place: `is a function`. */
    readonly is: Text,
    readonly next: Text,
  ) {
    super(english(is));
  }
}

/** Levels, values and characters that a topology has at most. */
const LEVELS = 64;
const VALUES = 1_000_000;
const CHARACTERS = 50_000_000;

const AS_DATA = phrase('write text, numbers, true, false, lists and plain objects only');

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

  const wrong = (found: Text, next: Text): NotData => new NotData([...path], found, next);

  const count = (text: string): void => {
    values += 1;
    characters += text.length;
    if (values > VALUES || characters > CHARACTERS) {
      throw wrong(
        phrase('is too much'),
        phrase('a topology has at most {count} values', { count: VALUES }),
      );
    }
  };

  /** Reading may run code of the topology. */
  const read = <T>(reading: () => T): T => {
    try {
      return reading();
    } catch (error) {
      throw wrong(
        phrase('throws when it is read: {message}', { message: messageOf(error) }),
        AS_DATA,
      );
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
    if (above.includes(value))
      throw wrong(phrase('is what it is in: a circle'), phrase('write each part once'));
    if (above.length === LEVELS) {
      throw wrong(
        phrase('is {levels} levels down', { levels: LEVELS }),
        phrase('a topology is a few levels deep'),
      );
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
        if (!read(() => index in value)) throw wrong(phrase('is a gap'), phrase('fill the list'));
        copied.push(copy(read(() => value[index])));
      });
    }
    return copied;
  };

  const object = (value: object): object => {
    const copied: Record<string, unknown> = {};
    for (const key of read(() => Reflect.ownKeys(value))) {
      if (!read(() => isEnumerable(value, key))) continue;
      if (typeof key === 'symbol')
        throw wrong(phrase('has a key that is a symbol'), phrase('use text as keys'));
      at(key, () => {
        count(key);
        if (key === '__proto__') {
          throw wrong(
            phrase('is a name that JavaScript keeps for itself'),
            phrase('use another one'),
          );
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

/** What was thrown, in its own words; empty where it has none. */
export function messageOf(error: unknown): string {
  try {
    const { message } = error as { readonly message?: unknown };
    return typeof message === 'string' && message !== '' ? message : String(error);
  } catch {
    return '';
  }
}

type NoData = { readonly found: Text; readonly next: Text };

/** What kind of value this is, where JSON has no such kind. */
function notData(value: unknown): NoData | undefined {
  switch (typeof value) {
    case 'undefined':
      return { found: phrase('is undefined'), next: phrase('leave it out') };
    case 'function':
      return { found: phrase('is a function'), next: phrase('call it, or leave it out') };
    case 'bigint':
      return { found: phrase('is a BigInt'), next: phrase('write a number') };
    case 'symbol':
      return { found: phrase('is a symbol'), next: AS_DATA };
    case 'number':
      return Number.isFinite(value)
        ? undefined
        : {
            found: phrase('is {value}', { value: String(value) }),
            next: phrase('write a number that is finite'),
          };
    case 'object': {
      const tag = value === null ? '' : Object.prototype.toString.call(value).slice(8, -1);
      if (['', 'Object', 'Array'].includes(tag)) return undefined;
      if (tag === 'Promise')
        return { found: phrase('is a promise'), next: phrase('wait for it: await') };
      return { found: phrase('is a {tag}', { tag }), next: AS_DATA };
    }
    case 'string':
    case 'boolean':
      return undefined;
  }
}

/** The place of what is no data, in words, with the names that were read before it. */
export const placeOf = ({ path }: NotData): string => describePath(path, undefined);
