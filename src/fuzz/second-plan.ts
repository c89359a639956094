import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../cli/context';
import { kitContext } from '../cli/prepare';
import { prepareTerraform, type Terraform } from '../cli/terraform';
import { terraformError } from '../cli/terraform-error';
import { ensureTerraform } from '../toolchain/terraform';
import type { Topology } from '../topology/topology';
import { validate } from '../topology/validate';
import { clean } from './clean';
import type { Ground } from './access';
import { verbatim } from '../text/text';

/** What the plan after an apply wants to change. */
export interface SecondPlan {
  /** Lines of the plan; none where it is empty. */
  readonly changes: readonly string[];
  readonly ms: number;
}

/** Exit code of `terraform plan -detailed-exitcode` where it wants to change something. */
const CHANGES = 2;
/** As many lines of a plan as a person reads. */
const SHOWN = 60;

/**
 * Deploys a topology by Terraform, as `lab up` does but without the check that is its last step, asks for a second
 * plan, and destroys it.
 *
 * @throws LabError where Terraform fails
 */
export async function planAgain(
  topology: Topology,
  context: Context,
  ground: Ground,
): Promise<SecondPlan> {
  const began = Date.now();
  const binary = await ensureTerraform(kitContext(context));
  await clean(ground);
  rmSync(context.paths.state, { force: true });
  const lab = validate(topology, 'fuzz');
  const terraform = await prepareTerraform({ ...context, lab }, binary);
  leaveOutCheck(terraform.stack);
  await must(terraform, ['apply', '-auto-approve']);
  const planned = await terraform.command([
    ...['plan', '-detailed-exitcode', '-input=false', '-no-color', '-lock=false'],
  ]);
  if (planned.failure !== undefined && planned.exitCode !== CHANGES) {
    throw terraformError(verbatim('terraform plan failed'), terraform.stack, planned);
  }
  await must(terraform, ['destroy', '-auto-approve']);
  const changes = planned.exitCode === CHANGES ? changesIn(planned.stdout) : [];
  return { changes, ms: Date.now() - began };
}

/** What is open in a random topology is opened for a measurement only. */
function leaveOutCheck(stack: string): void {
  const file = join(stack, 'cdk.tf.json');
  const plan = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly resource: { readonly terraform_data: Record<string, unknown> };
  };
  delete plan.resource.terraform_data['check'];
  writeFileSync(file, JSON.stringify(plan));
}

async function must({ command, stack }: Terraform, words: readonly string[]): Promise<void> {
  const ended = await command([...words, '-input=false', '-json']);
  if (ended.failure !== undefined)
    throw terraformError(verbatim(`terraform ${words[0]} failed`), stack, ended);
}

/** The resources, and the arguments that differ. */
const changesIn = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => /^ *(#|[+~-]|-\/\+) /.test(line))
    .slice(0, SHOWN);
