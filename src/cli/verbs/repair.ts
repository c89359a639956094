import type { Command } from 'commander';
import { changing } from '../changing';
import { createContext } from '../context';
import { repairLab, type RepairOptions } from '../repair/repair-lab';
import { helpEnd } from '../help';
import { say } from '../../i18n/say';
import { phrase } from '../../text/text';

/** `lab repair`: mends what differs in ways that Terraform's plan does not see. */
export function register(command: Command): void {
  command
    .option('--dry-run', say('only say what would be done'), false)
    .option('--yes', say('do not ask'), false)
    .addHelpText(
      'after',
      helpEnd({
        examples: ['./lab repair --dry-run', './lab repair'],
        notes: [
          phrase('What nobody declared (a firewall rule put in by hand) is named, never touched.'),
        ],
      }),
    )
    .action(async (options: RepairOptions) => {
      const context = await createContext();
      if (options.dryRun) return repairLab(context, options);
      await changing(context, 'repair', (held) => repairLab(held, options));
    });
}
