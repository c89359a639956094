import type { Command } from 'commander';
import { changing } from '../changing';
import { createContext } from '../context';
import { bringNodesUp } from '../nodes-up';
import { nodesOption } from '../options';
import { prepare } from '../prepare';
import { removeNodes } from './down';
import { helpEnd } from '../help';
import { say } from '../../i18n/say';

/** `lab nodes up|down`: the Docker hosts alone. */
export function register(command: Command): void {
  command.addHelpText(
    'after',
    helpEnd({
      examples: ['./lab nodes up && npx cdktf deploy', 'npx cdktf destroy && ./lab nodes down'],
    }),
  );
  command
    .command('up')
    .description(say('bring the nodes up and load their images; running nodes stay as they are'))
    .addOption(nodesOption())
    .addHelpText(
      'after',
      helpEnd({ examples: ['./lab nodes up', './lab nodes up --nodes vagrant'] }),
    )
    .action(async () => {
      await changing(
        await createContext({ inventoryReplaced: true }),
        'nodes up',
        async (context) => {
          const inventory = await bringNodesUp(context, await prepare(context));
          for (const { name, address, engine, dockerHost } of inventory.nodes) {
            context.io.print(`${name}  ${address}  engine ${engine}  ${dockerHost}`);
          }
        },
      );
    });
  command
    .command('down')
    .description(say('remove the nodes with everything on them'))
    .option('--force', say('even where a node holds containers that the lab did not make'), false)
    .addHelpText('after', helpEnd({ examples: ['./lab nodes down', './lab nodes down --force'] }))
    .action(async ({ force }: { force: boolean }) =>
      changing(await createContext({ inventoryReplaced: force }), 'nodes down', (context) =>
        removeNodes(context, force),
      ),
    );
}
