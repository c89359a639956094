import type { Command } from 'commander';
import { runAttached } from '../../platform/run';
import { createContext, runningNodes } from '../context';
import { endpointCommand, endpoints, unknownEndpoint } from '../endpoint-command';
import { whereIs } from '../where-is';
import { helpEnd } from '../help';
import { say } from '../../i18n/say';
import { phrase } from '../../text/text';

/** `lab exec ENDPOINT -- CMD`: runs a command where the endpoint is. */
export function register(command: Command): void {
  command
    .argument('<endpoint>')
    .argument('<command...>', say('the command and its arguments, after --'))
    .addHelpText(
      'after',
      helpEnd({
        examples: [
          './lab exec test1 -- ping -c 1 test2',
          './lab exec docker-node1 -- brctl show',
          './lab exec netns:test1 -- ip address',
        ],
        notes: [phrase("The exit code is the command's own.")],
      }),
    )
    .action(async (endpoint: string, command: string[]) => {
      const context = await createContext();
      if (!endpoints(context.lab).includes(endpoint)) throw unknownEndpoint(context.lab, endpoint);
      const inventory = await runningNodes(context);
      const { lab, called } = await whereIs(endpoint, context, inventory);
      const terminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
      process.exitCode = await runAttached(
        endpointCommand({ lab, inventory, endpoint, called, command, terminal }),
      );
    });
}
