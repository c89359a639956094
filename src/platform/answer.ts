import type { z } from 'zod';
import { LabError } from './errors';
import { type Text, type Value, phrase, verbatim } from '../text/text';

export interface Asked {
  /** Who answers, as the subject of a sentence: `the Docker engine`. */
  readonly who: Value;
  /** The command that was run. */
  readonly where: string;
  readonly next?: Text;
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
    throw unreadable(asked, phrase(text.trim() === '' ? 'it says nothing' : 'it is no JSON'));
  }
  const read = schema.safeParse(said);
  if (read.success) return read.data;
  const { path = [], message = '' } = read.error.issues[0] ?? {};
  throw unreadable(asked, verbatim(`${path.map(String).join('.')}: ${message}`));
}

const unreadable = ({ who, where, next }: Asked, why: Text): LabError =>
  new LabError(
    phrase('the answer of {who} cannot be read', { who }),
    {
      where,
      why,
      next: next ?? phrase('run the command again; ./lab doctor says what is missing'),
    },
    3,
  );
