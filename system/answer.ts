import type { z } from 'zod';
import { LabError } from './errors';

export interface Asked {
  /** Who answers, as the subject of a sentence: `the Docker engine`. */
  readonly who: string;
  /** The command that was run. */
  readonly where: string;
  readonly next?: string;
}

/**
 * What a program said in JSON, as far as it is read. An engine that is about to end answers by halves.
 *
 * @throws LabError (exit code 3) where it is something else
 */
export function readAnswer<T>(schema: z.ZodType<T>, text: string, asked: Asked): T {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    throw unreadable(asked, text.trim() === '' ? 'it says nothing' : 'it is no JSON');
  }
  const read = schema.safeParse(said);
  if (read.success) return read.data;
  const { path = [], message = '' } = read.error.issues[0] ?? {};
  throw unreadable(asked, `${path.map(String).join('.')}: ${message}`);
}

const unreadable = ({ who, where, next }: Asked, why: string): LabError =>
  new LabError(
    `the answer of ${who} cannot be read`,
    { where, why, next: next ?? 'run the command again; ./lab doctor says what is missing' },
    3,
  );
