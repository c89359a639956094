import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findTerraform } from '../../../src/toolchain/terraform';
import { readConfig, ROOT } from '../../../src/platform/config';
import { run } from '../../../src/platform/run';
import { commandOf, type Ended, type Ground } from './ground';
import type { Variant } from './topology';

/** What cdktf runs to write the stack. */
function app(): string[] {
  const { app: line } = JSON.parse(readFileSync(join(ROOT, 'cdktf.json'), 'utf8')) as {
    app: string;
  };
  return line.split(' ');
}

/** A plan after a command that ended well is empty. @throws Error with the plan */
export async function secondPlan(ground: Ground, variant: Variant): Promise<void> {
  succeed('synthesis', await ground.start(variant, app()).ended);
  const terraform = await findTerraform({ config: readConfig(), run });
  const words = ['plan', '-detailed-exitcode', '-input=false', '-no-color'];
  const plan = commandOf([terraform?.binary ?? 'terraform', ...words], {}, ground.paths.stack);
  succeed('the second plan', await plan.ended);
}

/** @throws Error with what the command said where it failed */
export function succeed(what: string, { code, signal, output }: Ended): void {
  if (code === 0) return;
  throw new Error(`${what} ended with ${code ?? signal}\n${output}`);
}
