import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckResult } from '../verdict/result';
import { isFolder } from '../platform/folder';
import { writeWhole } from '../platform/whole-file';
import type { Context } from './context';

/** Variable by which an apply tells the check that is its last step whose it is. */
export const RUN = 'LAB_RUN';

const PREFIX = 'run-';
const fileOf = ({ paths }: Pick<Context, 'paths'>, run: string): string =>
  join(paths.lab, `${PREFIX}${run}.json`);

/** Hands a result to the apply whose last step the check was; does nothing for any other check. */
export function handOver(context: Pick<Context, 'paths'>, result: CheckResult): void {
  const run = process.env[RUN] ?? '';
  if (/^[\w-]+$/.test(run)) writeWhole(fileOf(context, run), JSON.stringify(result));
}

/** The result of the check that was the last step of this apply, and of no other; undefined where there was none. */
export function takeResult(context: Pick<Context, 'paths'>, run: string): CheckResult | undefined {
  const { lab } = context.paths;
  let result: CheckResult | undefined;
  try {
    result = JSON.parse(readFileSync(fileOf(context, run), 'utf8')) as CheckResult;
  } catch {
    result = undefined;
  }
  // Also those of applies that were killed.
  for (const name of isFolder(lab) ? readdirSync(lab) : [])
    if (name.startsWith(PREFIX)) rmSync(join(lab, name), { force: true });
  return result;
}
