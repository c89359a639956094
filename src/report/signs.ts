import type { Status } from '../verdict/result';

/** A sign for each status, so that colour is never the only difference. */
export const signs = (unicode: boolean): Readonly<Record<Status, string>> =>
  unicode
    ? { pass: '✓', fail: '✗', error: '?', skipped: '-' }
    : { pass: 'ok', fail: 'FAIL', error: '?', skipped: '-' };

/** True where the locale has more than ASCII. */
export function localeIsUtf8(env: NodeJS.ProcessEnv = process.env): boolean {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  return /utf-?8/i.test(locale);
}
