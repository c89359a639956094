import type { Command } from 'commander';
import { prerequisites } from '../../kit/prerequisites';
import { advice, forThePerson } from '../../reports/advice';
import { backendContext, createContext } from '../context';
import { kitContext, kitRequest } from '../prepare';

/** `lab doctor`: every prerequisite at once; what to do about those that are missing, and why. */
export function register(command: Command): void {
  command
    .option('--json', 'as JSON', false)
    .addHelpText('after', '\nExamples:\n  ./lab doctor\n  ./lab doctor --json')
    .action(async ({ json }: { json: boolean }) => {
      const context = await createContext();
      const [machine, hosts] = await Promise.all([
        prerequisites(kitContext(context), kitRequest(context)),
        context.backend.examine?.(backendContext(context)) ?? [],
      ]);
      const found = [...machine, ...hosts];
      const nodes = await context.backend.status(backendContext(context)).catch(() => []);
      if (json) {
        context.io.print(JSON.stringify({ prerequisites: found, nodes }, null, 2));
      } else {
        context.io.print(advice(found, nodes, context.io));
      }
      const silent = nodes.some(({ state }) => state === 'unreachable');
      process.exitCode = forThePerson(found).length > 0 ? 2 : silent ? 3 : 0;
    });
}
