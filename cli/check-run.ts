import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { runCheck } from '../checks/check';
import type { CheckResult } from '../checks/result';
import { runningNodes, type Context } from './context';

/** Measures the running lab and remembers the result. */
export async function measure(context: Context): Promise<CheckResult> {
  const { lab, run, paths } = context;
  const result = await runCheck({ lab, inventory: await runningNodes(context), run });
  mkdirSync(dirname(paths.lastCheck), { recursive: true });
  writeFileSync(paths.lastCheck, JSON.stringify(result));
  return result;
}

/** The last result where it is not older than `since` (ms since the epoch). */
export function lastResult({ paths }: Context, since: number): CheckResult | undefined {
  try {
    const result = JSON.parse(readFileSync(paths.lastCheck, 'utf8')) as CheckResult;
    return Date.parse(result.startedAt) >= since ? result : undefined;
  } catch {
    return undefined;
  }
}
