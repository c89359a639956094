import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { LabError, messageOf } from './errors';
import { shellQuote } from './shell';
import { type Text, phrase, verbatim } from '../text/text';

export type FileAction = 'read' | 'written' | 'made' | 'moved' | 'removed';

/** Whether an error of the file system is one of these. */
export const withCode = (error: unknown, ...codes: readonly string[]): boolean =>
  codes.includes((error as NodeJS.ErrnoException | undefined)?.code ?? '');

/** What the file system refused, as a known error with what mends it; a known error stays as it is. */
export function fileError(action: FileAction, path: string, error: unknown): LabError {
  if (error instanceof LabError) return error;
  return new LabError(WHAT[action], { where: path, ...reasonOf(action, path, error) });
}

const WHAT: Readonly<Record<FileAction, Text>> = {
  read: phrase('a file of the lab cannot be read'),
  written: phrase('a file of the lab cannot be written'),
  made: phrase('a folder of the lab cannot be made'),
  moved: phrase('what is in the way of a file of the lab cannot be moved aside'),
  removed: phrase('a file of the lab cannot be removed'),
};

interface Reason {
  readonly why: Text;
  readonly next: Text;
}

function reasonOf(action: FileAction, path: string, error: unknown): Reason {
  // What is written, moved and removed is an entry of its folder.
  const near = existing(action === 'read' ? path : dirname(path));
  if (withCode(error, 'EROFS')) {
    return {
      why: phrase('the file system is read-only'),
      next: phrase('make it writable, or work in a copy of the checkout that you may write'),
    };
  }
  if (withCode(error, 'ENOSPC', 'EDQUOT')) {
    return {
      why: phrase('there is no room left'),
      next: verbatim(shellQuote(['df', '--human-readable', near])),
    };
  }
  if (withCode(error, 'EACCES', 'EPERM')) return refused(near);
  return {
    why: messageOf(error),
    next: verbatim(shellQuote(['ls', '-l', '--directory', path, near])),
  };
}

function refused(near: string): Reason {
  const owner = statSync(near, { throwIfNoEntry: false })?.uid;
  const own = process.getuid?.();
  if (own === 0) {
    const why = phrase('the file system does not allow it: it may be marked as immutable');
    return { why, next: verbatim(shellQuote(['chattr', '-R', '-i', near])) };
  }
  if (owner === undefined || own === undefined || owner === own) {
    return {
      why: phrase('permission denied'),
      next: verbatim(shellQuote(['chmod', '--recursive', 'u+rwX', near])),
    };
  }
  return {
    why: phrase('permission denied: it belongs to user {user}', { user: owner }),
    next: verbatim(shellQuote(['sudo', 'chown', '--recursive', String(own), near])),
  };
}

/** The path itself, or what is nearest to it of what can be seen. */
function existing(path: string): string {
  try {
    if (statSync(path, { throwIfNoEntry: false }) !== undefined) return path;
  } catch {
    // One above may not be looked into.
  }
  return dirname(path) === path ? path : existing(dirname(path));
}
