import type { Command } from 'commander';
import { inEnglish } from '../../text/tell';
import { prerequisites as examineMachine } from '../../toolchain/prerequisites';
import { advice, forThePerson } from '../../report/advice';
import { backendContext, createContext } from '../context';
import { kitContext, kitRequest } from '../prepare';
import { helpEnd } from '../help';
import { say } from '../../i18n/say';

/** `lab doctor`: every prerequisite at once; what to do about those that are missing, and why. */
export function register(command: Command): void {
  command
    .option('--json', say('as JSON'), false)
    .addHelpText('after', helpEnd({ examples: ['./lab doctor', './lab doctor --json'] }))
    .action(async ({ json }: { json: boolean }) => {
      const context = await createContext();
      const [machine, hosts] = await Promise.all([
        examineMachine(kitContext(context), kitRequest(context)),
        context.backend.examine?.(backendContext(context)) ?? [],
      ]);
      const found = [...machine, ...hosts];
      const nodes = await context.backend.status(backendContext(context)).catch(() => []);
      if (json) {
        const prerequisites = found.map(({ name, ok, found: what, remedy = '', byUp }) => ({
          ...{ name, ok, found: what, remedy },
          ...(byUp === undefined ? {} : { byUp }),
        }));
        context.io.print(JSON.stringify({ prerequisites, nodes }, inEnglish, 2));
      } else {
        context.io.print(advice(found, nodes, context.io));
      }
      const silent = nodes.some(({ state }) => state === 'unreachable');
      process.exitCode = forThePerson(found).length > 0 ? 2 : silent ? 3 : 0;
    });
}
