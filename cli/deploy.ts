import type { CheckResult } from '../checks/result';
import { rememberApplied } from './applied';
import { lastResult, measure } from './check-run';
import type { Context } from './context';
import { leftoversLine, refuseObstacles } from './leftovers';
import { resourceAddress } from './resource-address';
import { prepareTerraform, terraformError } from './terraform';
import { workIn } from './terraform-line';

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
  const started = Date.now();
  await progress.step('Deploy', async (tell) => {
    const { command, stack, findings } = await prepareTerraform(context, terraform, tell);
    refuseObstacles(findings);
    const told = leftoversLine(findings);
    if (told !== undefined) progress.announce(told);
    const args = [
      'apply',
      '-auto-approve',
      '-input=false',
      '-no-color',
      '-compact-warnings',
    ].concat(replace.map((named) => `-replace=${resourceAddress(stack, named)}`));
    const applied = await command(args, (line) => {
      const work = workIn(line);
      if (work !== undefined) tell(work);
    });
    if (applied.failure !== undefined && lastResult(context, started) === undefined) {
      throw terraformError('terraform apply failed', stack, applied);
    }
    rememberApplied(context);
    return /^Apply complete! (.*)$/m.exec(applied.stdout)?.[1] ?? 'the network is not as declared';
  });
  return lastResult(context, started) ?? progress.step('Check', () => measure(context));
}
