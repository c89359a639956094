import type { Command } from 'commander';
import { prerequisites } from '../../kit/prerequisites';
import { backendContext, createContext } from '../context';
import { kitContext, kitRequest } from '../prepare';

/** `lab doctor`: every prerequisite at once, each with its remedy. */
export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .description('look at every prerequisite; change nothing')
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
        for (const { name, ok, found: what, remedy } of found) {
          context.io.print(`${ok ? 'ok  ' : 'FAIL'} ${name}: ${what}`);
          if (!ok && remedy !== undefined) context.io.print(`     remedy: ${remedy}`);
        }
        for (const { name, state, detail } of nodes) {
          context.io.print(`${state.padEnd(4)} ${name}: ${detail}`);
        }
      }
      process.exitCode = found.every(({ ok }) => ok) ? 0 : 2;
    });
}
