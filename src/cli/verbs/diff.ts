import { Option, type Command } from 'commander';
import { renderReview, REVIEW_FORMS, type ReviewFormat } from '../../report/change/render';
import { untilInterrupted } from '../changing';
import { claimLines, claimsExitCode, proofs } from '../claims';
import { createContext } from '../context';
import { formatOption } from '../options';
import { sourceOptions } from '../source-options';
import { failures, review, reviewExitCode, type GateName } from '../review';
import { helpEnd } from '../help';
import { say } from '../../i18n/say';
import { phrase } from '../../text/text';

interface DiffOptions {
  readonly against?: string;
  readonly edges: boolean;
  readonly format: ReviewFormat;
  readonly failOn?: readonly GateName[];
}

/** `lab diff`: what a change of the topology does, to resources and to who can reach whom. */
export function register(command: Command): void {
  sourceOptions(command)
    .option('--against <revision>', say('compare with the topology file of a git revision instead'))
    .option('--edges', say('each edge, not only the causes'), false)
    .addOption(formatOption(REVIEW_FORMS))
    .addOption(
      new Option(
        '--fail-on <change...>',
        say('exit code 1 where there is one; may be repeated'),
      ).choices(['new-edge', 'lost-edge']),
    )
    .addHelpText(
      'after',
      helpEnd({
        examples: [
          ['./lab diff', phrase('against what was last applied')],
          ['./lab diff --against main --edges', phrase('against the topology file of main')],
          [
            './lab diff --against HEAD~3:topologies/old.ts',
            phrase('the file had another name then'),
          ],
          './lab diff --against origin/main --format markdown \\',
          '  --fail-on new-edge --fail-on lost-edge',
          './lab diff --topology compose.yaml --against main',
          [
            './lab diff --topology compose.yaml --against engine',
            phrase('what has drifted since it was started'),
          ],
          ['./lab diff --topology plan.json', phrase('what a plan of Terraform opens and closes')],
        ],
        notes: [phrase('The change of reachability needs no running node; see docs/review.md.')],
      }),
    )
    .action(async ({ against, edges, format, failOn = [] }: DiffOptions) => {
      const context = await createContext({ predicts: true });
      await untilInterrupted(context, async () => {
        const found = await review(context, against);
        context.io.print(renderReview(found, { format, edges }));
        const failed = failures(found.change, failOn);
        for (const failure of failed) context.io.remark(failure);
        const all = proofs({ source: context.source, lab: context.lab });
        for (const line of claimLines(
          context,
          all.filter(({ status }) => status === 'broken'),
        ))
          context.io.remark(line);
        process.exitCode = claimsExitCode(all) === 1 ? 1 : reviewExitCode(found, failed);
      });
    });
}
