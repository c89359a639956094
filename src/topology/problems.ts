import { english } from '../text/tell';
import type { Text } from '../text/text';

/** One thing that is wrong in a topology. */
export interface Problem {
  /** Place in the topology, such as `containers[3] (test4).networks[0]`; empty for the whole. */
  readonly path: string;
  /** What is wrong, in one line. */
  readonly message: Text;
  readonly why: Text;
  /** What to write instead. */
  readonly next: Text;
}

/** A topology that cannot be used, with everything that is wrong in it. */
export class TopologyError extends Error {
  constructor(
    readonly file: string,
    readonly problems: readonly [Problem, ...Problem[]],
    /** The places of the problems as keys and indices, in the same order. */
    readonly paths: readonly Path[] = [],
  ) {
    const [first] = problems;
    super(`${[file, first.path].filter(Boolean).join(': ')}: ${english(first.message)}`);
    this.name = 'TopologyError';
  }
}

/** Keys and indices from the topology down to a value. */
export type Path = readonly (string | number)[];

/** A problem before its path is put in words. */
export interface Finding extends Omit<Problem, 'path'> {
  readonly path: Path;
}

/** A rule looks at a whole topology and says what is wrong. */
export type Rule<T> = (topology: T) => Iterable<Finding>;

/** Puts a path in words, with the name of each element that has one. */
export function describePath(path: Path, topology: unknown): string {
  let value = topology;
  let text = '';
  for (const key of path) {
    value = child(value, key);
    text += typeof key === 'number' ? `[${key}]${nameOf(value)}` : `${text && '.'}${readable(key)}`;
  }
  return text;
}

/** The value at a path; undefined where there is none. */
export const valueAt = (value: unknown, path: Path): unknown => path.reduce(child, value);

/** A value from the topology as a message shows it: quoted, in one line, not too long. */
export function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length <= 80 ? text : `${text.slice(0, 76)}..."`;
}

const child = (value: unknown, key: string | number): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string | number, unknown>)[key]
    : undefined;

const PLAIN = /^[\w.-]{1,63}$/;

function nameOf(value: unknown): string {
  const name = child(value, 'name') ?? child(value, 'id');
  return typeof name === 'string' && PLAIN.test(name) ? ` (${name})` : '';
}

const readable = (key: string): string => (PLAIN.test(key) ? key : quote(key));
