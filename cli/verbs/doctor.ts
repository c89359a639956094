import type { Command } from 'commander';
import { prerequisites } from '../../kit/prerequisites';
import { advice, forThePerson } from '../../reports/advice';
import { backendContext, createContext } from '../context';
import { kitContext, kitRequest } from '../prepare';

/** `lab doctor`: every prerequisite at once; what to do about those that are missing, and why. */
export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .description('look at every prerequisite; change nothing')
    .option('--json', 'as JSON', false)
    .addHelpText('after', '\nExamples:\n  ./lab doctor\n  ./lab doctor --json')
    .action(async ({ json }: { json: boolean }) => {
      const context = await createContext();
      const found = await prerequisites(kitContext(context), kitRequest(context));
      const nodes = await context.backend.status(backendContext(context)).catch(() => []);
      if (json) {
        context.io.print(JSON.stringify({ prerequisites: found, nodes }, null, 2));
      } else {
        context.io.print(advice(found, nodes, context.io));
      }
      process.exitCode = forThePerson(found).length === 0 ? 0 : 2;
    });
}
