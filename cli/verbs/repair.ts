import type { Command } from 'commander';
import { exitCode } from '../../checks/result';
import { ensureTerraform } from '../../kit/terraform';
import { render } from '../../reports/render';
import { say } from '../../words/say';
import { translated } from '../../words/translated';
import { measure } from '../check-run';
import { createContext } from '../context';
import { deploy } from '../deploy';
import { kitContext } from '../prepare';

/** `lab repair`: replaces what differs in ways that Terraform's plan does not see. */
export function registerRepair(program: Command): void {
  program
    .command('repair')
    .description(
      'replace what differs from its declaration, as little as possible, and check again',
    )
    .option('--dry-run', 'only say what would be replaced', false)
    .option('--yes', 'do not ask', false)
    .addHelpText(
      'after',
      `
Examples:
  ./lab repair --dry-run
  ./lab repair
What Terraform did not make (a firewall rule put in by hand) is named, never touched.`,
    )
    .action(async ({ dryRun, yes }: { dryRun: boolean; yes: boolean }) => {
      const context = await createContext();
      const { io } = context;
      const before = await measure(context);
      const broken = before.verdicts.filter(({ status }) => status === 'fail');
      const addresses = [...new Set(broken.flatMap(({ replace }) => replace ?? []))].sort();
      if (addresses.length === 0) {
        io.print(
          broken.length === 0
            ? say('Nothing to repair.')
            : say('Nothing that a replacement would mend; what differs, and where to look:'),
        );
        if (broken.length > 0)
          io.print(render(before, { format: 'table', ...io, failuresOnly: true }));
        process.exitCode = exitCode(before);
        return;
      }
      for (const address of addresses) {
        const why = broken.find(({ replace }) => replace === address)?.subject ?? '';
        io.print(
          say('replace {address}  (it does not hold that {why})', {
            address,
            why: translated(why),
          }),
        );
      }
      const go = !dryRun && (yes || (await io.confirm('Replace them?', true)));
      if (!go) {
        process.exitCode = exitCode(before);
        return;
      }
      const terraform = await ensureTerraform(kitContext(context));
      const result = await deploy(context, terraform, addresses);
      io.print(render(result, { format: 'table', ...io, failuresOnly: true }));
      process.exitCode = exitCode(result);
    });
}
