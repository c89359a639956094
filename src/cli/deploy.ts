import { randomUUID } from 'node:crypto';
import { exitCode, type CheckResult } from '../verdict/result';
import { throwIfInterrupted } from '../platform/interrupt';
import { rememberApplied } from './applied';
import { measure } from './check-run';
import type { Context } from './context';
import { leftoversLine, refuseObstacles } from './leftovers';
import { resourceAddress } from './resource-address';
import { RUN, takeResult } from './run-result';
import { prepareTerraform } from './terraform';
import { terraformError } from './terraform-error';
import { summaryIn, workIn } from './terraform-output';
import { type Text, phrase } from '../text/text';

/**
 * Applies the plan and measures the network, once: either as the plan's last step, or, where there was
 * nothing to apply, afterwards.
 * @param replace Resources that are to be made anew although the plan sees no difference: `TYPE.NAME` with the topology's name.
 * @throws LabError where Terraform fails for another reason than the network
 */
export async function deploy(
  context: Context,
  terraform: string,
  replace: readonly string[] = [],
): Promise<CheckResult> {
  const { progress } = context;
  let result: CheckResult | undefined;
  await progress.step(phrase('Deploy'), async (tell) => {
    const applied = await apply(context, terraform, replace, tell);
    result = applied.result;
    rememberApplied(context);
    return applied.summary;
  });
  return result ?? progress.step(phrase('Check'), () => measure(context));
}

interface Applied {
  readonly summary: Text;
  /** Of the check that was the last step of this apply; undefined where there was none. */
  readonly result: CheckResult | undefined;
}

async function apply(
  context: Context,
  terraform: string,
  replace: readonly string[],
  tell: (text: Text) => void,
): Promise<Applied> {
  const run = randomUUID();
  const prepared = await prepareTerraform(context, terraform, tell, { [RUN]: run });
  const { command, stack, findings } = prepared;
  refuseObstacles(findings);
  const told = leftoversLine(findings);
  if (told !== undefined) context.progress.announce(told);
  const replaced = replace.map((named) => `-replace=${resourceAddress(stack, named)}`);
  const applied = await command(
    ['apply', '-auto-approve', '-input=false', '-json', ...replaced],
    (line) => {
      const work = workIn(line);
      if (work !== undefined) tell(work);
    },
  );
  throwIfInterrupted();
  const result = takeResult(context, run);
  // The check is the last step: where it found a difference everything else was applied, and it alone has failed.
  const checkFailed = result !== undefined && exitCode(result) !== 0;
  if (applied.failure !== undefined && !checkFailed) {
    throw terraformError(phrase('terraform apply failed'), stack, applied);
  }
  return { result, summary: summaryIn(applied.stdout) ?? phrase('the network is not as declared') };
}
