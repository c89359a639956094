import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Config } from '../platform/config';
import { LabError, messageOf } from '../platform/errors';
import { phrase } from '../text/text';
import type { Sourced } from './source';

interface Line {
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/** Claims themselves, where a file could be named. */
const INLINE = /^\s*(?:-\s*)?(?:never|always)\s*:/;

/**
 * A source with the claims that `--claims` names besides its own: a line each, of a file or as they are; `#` begins a
 * remark.
 *
 * @throws LabError where the file cannot be read
 */
export function withClaims<T extends Sourced>(source: T, { claims, root }: ClaimsFrom): T {
  if (claims === undefined) return source;
  const isInline = INLINE.test(claims);
  const file = isInline ? '--claims' : claims;
  const lines = linesOf(isInline ? claims : textOf(resolve(root, claims)));
  const own = source.topology.claims ?? [];
  return {
    ...source,
    topology: { ...source.topology, claims: [...own, ...lines.map(({ text }) => text)] },
    placeOf(path) {
      const [list, index] = path;
      const found = list === 'claims' ? lines[Number(index) - own.length] : undefined;
      return found === undefined
        ? source.placeOf(path)
        : { file, line: found.line, part: found.text };
    },
  };
}

type ClaimsFrom = Pick<Config, 'claims' | 'root'>;

const linesOf = (text: string): Line[] =>
  text.split('\n').flatMap((one, index) => {
    const claim = one
      .replace(/(^|\s)#.*/, '')
      .replace(/^\s*-\s*/, '')
      .trim();
    return claim === '' ? [] : [{ text: claim, line: index + 1 }];
  });

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new LabError(phrase('the claims cannot be read'), {
      where: file,
      why: messageOf(error),
      next: phrase(
        'name a file with a claim a line, or write one: --claims "never: outside -> db"',
      ),
    });
  }
}
