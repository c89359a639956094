import { exitCode, type CheckResult } from '../../verdict/result';
import { ensureTerraform } from '../../toolchain/terraform';
import { render } from '../../report/render';
import { subjectText } from '../../report/verdict-words';
import { say } from '../../i18n/say';
import { measure } from '../check-run';
import type { Context } from '../context';
import { deploy } from '../deploy';
import { kitContext } from '../prepare';
import { deed, planRepair, replaced, worse, type RepairPlan, type Step } from './plan';
import { onNodes, settled } from './steps';
import { beginRepair, endRepair } from './unfinished';
import { phrase } from '../../text/text';

export interface RepairOptions {
  readonly dryRun: boolean;
  readonly yes: boolean;
}

/** Measures, says what would mend it, and does that where it is wanted; sets the exit code. @throws LabError */
export async function repairLab(context: Context, { dryRun, yes }: RepairOptions): Promise<void> {
  const { io, lab } = context;
  if (yes && !dryRun) beginRepair(context);
  const first = await measure(context);
  // Engines that have just started may still bring up what no step mends.
  const waits = !dryRun && stepsOf(planRepair(lab, first)).length === 0;
  const before = waits ? await settled(context, first) : first;
  const plan = planRepair(lab, before);
  const steps = stepsOf(plan);
  if (steps.length === 0) {
    io.print(
      before.counts.fail + before.counts.error === 0
        ? say('Nothing to repair.')
        : say('Nothing that a repair would mend; what differs, and what to do:'),
    );
    if (before.counts.fail + before.counts.error > 0) io.print(failures(context, before));
    process.exitCode = exitCode(before);
    if (!dryRun) endRepair(context);
    return;
  }
  announce(context, steps);
  if (plan.first.length > 0) {
    io.print(say('then measure again, and replace what differs still'));
  }
  for (const verdict of plan.left) {
    if (verdict.hint === undefined) continue;
    io.print(
      say('not repaired: {what}; {hint}', { what: subjectText(verdict), hint: verdict.hint }),
    );
  }
  const go = !dryRun && (yes || (await io.confirm(phrase('Repair it?'), true)));
  if (!go) {
    process.exitCode = exitCode(before);
    return;
  }
  beginRepair(context);
  const result = await repair(context, plan);
  endRepair(context);
  io.print(failures(context, result));
  for (const verdict of worse(before, result)) {
    io.print(say('worse than before: {what}', { what: subjectText(verdict) }));
  }
  process.exitCode = exitCode(result);
}

/** First what is on the nodes; of the rest Terraform makes anew only what differs after that. */
async function repair(context: Context, plan: RepairPlan): Promise<CheckResult> {
  if (plan.first.length === 0) return withTerraform(context, plan);
  await onNodes(context, plan.first);
  const result = await settled(context);
  const rest = planRepair(context.lab, result);
  if (rest.terraform.length === 0) return result;
  announce(context, rest.terraform);
  return withTerraform(context, rest);
}

const stepsOf = ({ first, terraform }: RepairPlan): Step[] => [...first, ...terraform];

async function withTerraform(context: Context, plan: RepairPlan): Promise<CheckResult> {
  const binary = await ensureTerraform(kitContext(context));
  return settled(context, await deploy(context, binary, replaced(plan)));
}

function announce({ io, lab }: Context, steps: readonly Step[]): void {
  for (const { mend, why } of steps) {
    const text = say('{deed}  (failed: {why})', {
      deed: deed(lab, mend),
      why: why[0] === undefined ? '' : subjectText(why[0]),
    });
    io.print(why.length > 1 ? `${text} ${say('and {n} more', { n: why.length - 1 })}` : text);
  }
}

const failures = ({ io }: Context, result: CheckResult): string =>
  render(result, { format: 'table', ...io, failuresOnly: true });
