import { existsSync } from 'node:fs';
import { ensureTerraform } from '../kit/terraform';
import type { Plan, PlannedResource } from '../reports/change/review';
import { LabError } from '../system/errors';
import { runningNodes, type Context } from './context';
import { kitContext } from './prepare';
import { prepareTerraform, terraformError } from './terraform';

/** Terraform's plan in short; without running nodes or a state there is none. @throws LabError where it fails */
export async function planOf(context: Context): Promise<Plan> {
  if (!existsSync(context.paths.state)) return none('nothing was deployed from this checkout');
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
  throw terraformError('terraform plan failed', terraform.stack, {
    ...result,
    stderr: [result.stderr, ...errorsIn(result.stdout)].join('\n'),
  });
}

const none = (why: string): Plan => ({ kind: 'none', why });

/** A line of `terraform plan -json`, as far as it is read. */
interface Line {
  readonly type?: string;
  readonly '@level'?: string;
  readonly '@message'?: string;
  readonly changes?: { readonly add: number; readonly change: number; readonly remove: number };
  readonly change?: { readonly action: string; readonly resource: { readonly addr: string } };
}

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

const errorsIn = (stdout: string): string[] =>
  linesOf(stdout)
    .filter((line) => line['@level'] === 'error')
    .map((line) => line['@message'] ?? '');

const linesOf = (stdout: string): Line[] =>
  stdout.split('\n').flatMap((line): Line[] => {
    try {
      return line.startsWith('{') ? [JSON.parse(line) as Line] : [];
    } catch {
      return [];
    }
  });
