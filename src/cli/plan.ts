import { existsSync } from 'node:fs';
import { ensureTerraform } from '../toolchain/terraform';
import type { Plan, PlannedResource } from '../report/change/review';
import { LabError } from '../platform/errors';
import { runningNodes, type Context } from './context';
import { kitContext } from './prepare';
import { prepareTerraform } from './terraform';
import { terraformError } from './terraform-error';
import { linesOf } from './terraform-output';
import { type Text, phrase } from '../text/text';

/** Terraform's plan in short; without running nodes or a state there is none. @throws LabError where it fails */
export async function planOf(context: Context): Promise<Plan> {
  if (!existsSync(context.paths.state))
    return none(phrase('nothing was deployed from this checkout'));
  try {
    await runningNodes(context);
  } catch (error) {
    if (error instanceof LabError) return none(error.what);
    throw error;
  }
  const binary = await ensureTerraform(kitContext(context));
  const terraform = await prepareTerraform(context, binary);
  const result = await terraform.command(['plan', '-json', '-input=false', '-lock=false']);
  const plan = readPlan(result.stdout);
  if (result.failure === undefined && plan !== undefined) return plan;
  throw terraformError(phrase('terraform plan failed'), terraform.stack, result);
}

const none = (why: Text): Plan => ({ kind: 'none', why });

/** The summary of `terraform plan -json`; undefined where it has none. */
export function readPlan(stdout: string): Plan | undefined {
  const lines = linesOf(stdout);
  const summary = lines.find(({ type }) => type === 'change_summary')?.changes;
  if (summary === undefined) return undefined;
  const resources = lines.flatMap(({ type, change }): PlannedResource[] =>
    type === 'planned_change' && change !== undefined && change.action !== 'read'
      ? [{ action: change.action, address: change.resource.addr }]
      : [],
  );
  const { add, change, remove } = summary;
  return { kind: 'made', add, change, destroy: remove, resources };
}
