import type { Command } from 'commander';
import { exitCode } from '../../verdict/result';
import { FORMS, render, type ReportFormat } from '../../report/render';
import { rememberApplied } from '../applied';
import { measure } from '../check-run';
import { claimLines, claimsExitCode, claimsResult, proofs } from '../claims';
import { createContext, type Context } from '../context';
import { measureRunning } from '../running';
import { handOver } from '../run-result';
import { LabError } from '../../platform/errors';
import { known } from '../known';
import { formatOption } from '../options';
import { sourceOptions } from '../source-options';
import { phrase } from '../../text/text';
import { helpEnd } from '../help';
import { say } from '../../i18n/say';

interface CheckOptions {
  readonly format: ReportFormat;
  readonly afterApply: boolean;
  readonly predicted: boolean;
}

/** `lab check`: measures every edge and compares. */
export function register(command: Command): void {
  sourceOptions(command)
    .addOption(formatOption(FORMS))
    .option('--predicted', say('measure nothing: whether the claims hold by the prediction'), false)
    .option('--after-apply', say('as the last step of a deploy: show failing lines only'), false)
    .addHelpText(
      'after',
      helpEnd({
        examples: [
          ['./lab check', phrase('the table, chapter by chapter')],
          ['./lab check --format junit >r.xml', phrase('for a CI system')],
          [
            './lab check --predicted --topology compose.yaml',
            phrase('its claims (docs/claims.md)'),
          ],
          [
            './lab check --topology engine',
            phrase("what runs on this machine's engine (docs/engine.md)"),
          ],
          './lab check --format json | jq \'.verdicts[] | select(.status == "fail")\'',
        ],
      }),
    )
    .action(async ({ format, afterApply, predicted }: CheckOptions) => {
      const context = await createContext({ predicts: predicted, measures: !afterApply });
      if (predicted) return checkClaims(context, format);
      // A claim that names what is not there is said before anything is measured.
      proofs(context);
      if (context.source !== undefined) {
        const found = await measureRunning(context);
        context.io.print(render(found, { format, ...context.io }));
        process.exitCode = exitCode(found);
        return;
      }
      // A bare `cdktf deploy` comes by here only, after everything else was applied.
      if (afterApply) rememberApplied(context);
      const result = await measure(context);
      if (afterApply) handOver(context, result);
      context.io.print(render(result, { format, ...context.io, failuresOnly: afterApply }));
      process.exitCode = exitCode(result);
    });
}

async function checkClaims(context: Context, format: ReportFormat): Promise<void> {
  const { lab, facts, line } = await known(context);
  context.io.remark(line);
  const given = { source: context.source, lab, facts };
  const all = proofs(given);
  if (all.length === 0) {
    throw new LabError(phrase('there are no claims'), {
      where: context.source?.label ?? phrase('lab {lab}', { lab: lab.name }),
      why: phrase('nothing says what must hold whatever else is declared'),
      next: phrase(
        'write claims in the topology, or x-reachability in the Compose file (docs/claims.md)',
      ),
    });
  }
  context.io.print(
    format === 'table'
      ? claimLines(given, all).join('\n')
      : render(claimsResult(given, all), { format, ...context.io }),
  );
  process.exitCode = claimsExitCode(all);
}
