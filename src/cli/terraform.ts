import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Findings } from '../nodes/leftovers/leftover';
import type { RunResult } from '../platform/run';
import { readText, writeWhole } from '../platform/whole-file';
import { topologyFile, type Context } from './context';
import { LOCK, TERRAFORM } from './heal-terraform';
import { damagedLine, synthesiseLab } from './synthesis';
import { terraformError } from './terraform-error';
import { type Text, phrase } from '../text/text';

export interface Terraform {
  /** Folder of the stack. */
  readonly stack: string;
  /** What an interrupted command left, and what stands in the way. */
  readonly findings: Findings;
  /** Runs a Terraform command in it; `onLine` gets each line of output. */
  readonly command: (
    args: readonly string[],
    onLine?: (line: string) => void,
  ) => Promise<RunResult>;
}

const MINUTES = 60_000;

/** A command that changes nothing: nobody has to know what it left where it is killed. */
const ALONE = { onStart: () => undefined, onEnd: () => undefined };

/**
 * Synthesises the stack and initialises Terraform where that was not done for it before.
 *
 * @param env for Terraform and for what it runs
 */
export async function prepareTerraform(
  context: Context,
  binary: string,
  progress: (text: Text) => void = () => undefined,
  env: Readonly<Record<string, string>> = {},
): Promise<Terraform> {
  const { lab, paths, run } = context;
  progress(phrase('synthesising the stack'));
  const { stack, findings } = await synthesiseLab({
    ...{ lab, paths, run, topologyFile: topologyFile(context), outdir: paths.outdir },
    ...(context.held === undefined
      ? {}
      : { onHeal: (damaged) => context.progress.announce(damagedLine(damaged)) }),
  });
  const terraform: Terraform = {
    stack,
    findings,
    command: (args, onLine) =>
      // Not with -chdir: Terraform looks for `terraform.d` where it was started.
      run([binary, ...args], {
        cwd: stack,
        closed: true,
        timeout: 30 * MINUTES,
        env: { TF_IN_AUTOMATION: '1', ...env },
        ownGroup: context.held ?? ALONE,
        ...(onLine === undefined ? {} : { onLine }),
      }),
  };
  await initialise(terraform, progress);
  return terraform;
}

async function initialise(terraform: Terraform, progress: (text: Text) => void): Promise<void> {
  const { stack } = terraform;
  const done = join(stack, TERRAFORM, 'initialised-for');
  const found = readText(done);
  if (found.kind === 'whole' && found.value === initialisationKey(stack)) return;
  progress(phrase('terraform init'));
  const result = await terraform.command(['init', '-input=false', '-no-color', '-reconfigure']);
  if (result.failure !== undefined)
    throw terraformError(phrase('terraform init failed'), stack, result);
  writeWhole(done, initialisationKey(stack));
}

// What `terraform init` depends on: providers, backend and lock file.
function initialisationKey(stack: string): string {
  const { terraform } = JSON.parse(readFileSync(join(stack, 'cdk.tf.json'), 'utf8')) as {
    terraform: unknown;
  };
  const lock = join(stack, LOCK);
  return JSON.stringify(terraform) + (existsSync(lock) ? readFileSync(lock, 'utf8') : '');
}
