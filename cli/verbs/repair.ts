import type { Command } from 'commander';
import { changing } from '../changing';
import { createContext } from '../context';
import { repairLab, type RepairOptions } from '../repair/repair-lab';

/** `lab repair`: mends what differs in ways that Terraform's plan does not see. */
export function register(command: Command): void {
  command
    .option('--dry-run', 'only say what would be done', false)
    .option('--yes', 'do not ask', false)
    .addHelpText(
      'after',
      `
Examples:
  ./lab repair --dry-run
  ./lab repair
What nobody declared (a firewall rule put in by hand) is named, never touched.`,
    )
    .action(async (options: RepairOptions) => {
      const context = await createContext();
      if (options.dryRun) return repairLab(context, options);
      await changing(context, 'repair', (held) => repairLab(held, options));
    });
}
