import type { Command } from 'commander';
import { exitCode } from '../../checks/result';
import { render, type ReportFormat } from '../../reports/render';
import { rememberApplied } from '../applied';
import { measure } from '../check-run';
import { createContext } from '../context';
import { handOver } from '../run-result';
import { formatOption } from '../options';

/** `lab check`: measures every edge and compares. */
export function register(command: Command): void {
  command
    .addOption(formatOption())
    .option('--after-apply', 'as the last step of a deploy: show failing lines only', false)
    .addHelpText(
      'after',
      `
Examples:
  ./lab check                         the table, chapter by chapter
  ./lab check --format junit >r.xml   for a CI system
  ./lab check --format json | jq '.verdicts[] | select(.status == "fail")'`,
    )
    .action(async ({ format, afterApply }: { format: ReportFormat; afterApply: boolean }) => {
      const context = await createContext();
      // A bare `cdktf deploy` comes by here only, after everything else was applied.
      if (afterApply) rememberApplied(context);
      const result = await measure(context);
      if (afterApply) handOver(context, result);
      context.io.print(render(result, { format, ...context.io, failuresOnly: afterApply }));
      process.exitCode = exitCode(result);
    });
}
