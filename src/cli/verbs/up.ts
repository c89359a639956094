import type { Command } from 'commander';
import { exitCode } from '../../verdict/result';
import { FORMS, render, type ReportFormat } from '../../report/render';
import { chaptersFor } from '../../tour/choose';
import { say } from '../../i18n/say';
import { changing } from '../changing';
import { refuseBroken } from '../claims';
import { createContext, topologyFile, type Context } from '../context';
import { deploy } from '../deploy';
import { bringNodesUp } from '../nodes-up';
import { formatOption, nodesOption } from '../options';
import { prepare } from '../prepare';
import { repairLab } from '../repair/repair-lab';
import { endRepair, isRepairUnfinished } from '../repair/unfinished';
import { loadStacks } from '../stacks';
import { helpEnd } from '../help';
import { phrase } from '../../text/text';

/** `lab up`: prerequisites, nodes, deploy, check. */
export function register(command: Command): void {
  command
    .addOption(formatOption(FORMS))
    .addOption(nodesOption())
    .addHelpText(
      'after',
      helpEnd({
        examples: [
          ['./lab up', phrase('the lab that cdktf.json names')],
          ['./lab up --nodes vagrant', phrase('on two virtual machines (docs/nodes.md)')],
          ['LAB_TOPOLOGY=topologies/mine.ts ./lab up', phrase('a lab of your own')],
          ['LAB_OFFLINE=1 ./lab up', phrase('without asking whether registries answer')],
        ],
      }),
    )
    .action(async ({ format }: { format: ReportFormat }) => {
      await changing(await createContext({ inventoryReplaced: true }), 'up', async (context) => {
        const { lab, progress } = context;
        refuseBroken(context);
        progress.announce(
          phrase('Lab {name}: {file}', { name: lab.name, file: topologyFile(context) }),
        );
        const preparing = prepare(context);
        // While the kit waits for other programs.
        void loadStacks();
        const kit = await preparing;
        await bringNodesUp(context, kit);
        const result = await deploy(context, kit.terraform);
        context.io.print(render(result, { format, ...context.io }));
        process.exitCode = exitCode(result);
        if (isRepairUnfinished(context)) await goOn(context, process.exitCode);
        if (context.io.live && process.exitCode === 0) context.io.remark(whatNext(context));
      });
    });
}

/** What was broken by hand is for a repair, also where one was interrupted. */
async function goOn(context: Context, code: number): Promise<void> {
  if (code === 0) return endRepair(context);
  context.progress.announce(phrase('A repair was interrupted: going on with it.'));
  await repairLab(context, { dryRun: false, yes: true });
}

const whatNext = ({ lab }: Context): string =>
  chaptersFor(lab).length > 0
    ? say('Next: ./lab tour walks you through it; ./lab explain FROM TO tells why.')
    : say('Next: ./lab explain FROM TO tells why; ./lab exec ENDPOINT -- CMD lets you try.');
