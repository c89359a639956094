import { readdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { stopEngine } from '../../toolchain/engine';
import { LOCK_FILE } from '../../toolchain/lab-lock';
import { LabError } from '../../platform/errors';
import { fileError } from '../../platform/file-error';
import { say } from '../../i18n/say';
import { isFolder } from '../../platform/folder';
import { changing } from '../changing';
import { backendContext, createContext, type Context } from '../context';
import { foreignContainers } from '../foreign';
import { type Text, phrase } from '../../text/text';
import { helpEnd } from '../help';

interface DownOptions {
  readonly all: boolean;
  readonly force: boolean;
}

/** `lab down`: removes the lab with its nodes. */
export function register(command: Command): void {
  command
    .option('--all', say('also stop the Docker engine where the lab started it'), false)
    .option('--force', say('even where a node holds containers that the lab did not make'), false)
    .addHelpText(
      'after',
      helpEnd({
        examples: [
          ['./lab down', phrase('the lab of this checkout; images and provider stay in the cache')],
          ['./lab down --all', phrase('the engine, too, where ./lab up started it')],
          ['npx cdktf destroy', phrase('only what Terraform made; the nodes stay up')],
        ],
      }),
    )
    .action(async (options: DownOptions) => {
      const context = await createContext({ inventoryReplaced: options.force });
      await changing(context, 'down', async () => {
        await removeNodes(context, options.force);
        if (options.all) await stopMachineEngine(context);
      });
    });
}

async function refuseForeign(context: Context): Promise<void> {
  const { containers: foreign, silent } = await foreignContainers(context);
  if (silent.length > 0) {
    const names = silent.join(', ');
    context.io.remark(say('Nobody can ask what else is on {names}: it goes too.', { names }));
  }
  if (foreign.length === 0) return;
  if (await context.io.confirm(phrase('Also remove {names}?', { names: foreign }), false)) return;
  throw new LabError(phrase('the nodes hold containers that the lab did not make'), {
    where: foreign.join(', '),
    why: phrase('they would be removed with their node'),
    next: phrase(
      'remove them yourself, or ./lab down --force; npx cdktf destroy leaves the nodes up',
    ),
  });
}

/**
 * Removes the nodes of this checkout and what was remembered of them.
 * @throws LabError where a node holds containers that are not the lab's, unless `force`
 */
export async function removeNodes(context: Context, force: boolean): Promise<void> {
  if (!force) await refuseForeign(context);
  const { backend, paths, progress } = context;
  await progress.step(phrase('Remove the nodes'), async (tell) => {
    await backend.down(backendContext(context, tell), force);
    for (const path of [`${paths.lab}.damaged`, paths.stack]) remove(path);
    forget(paths.lab);
  });
}

/** Everything that is remembered of a lab but who has it. */
function forget(folder: string): void {
  const names = isFolder(folder) ? readdirSync(folder) : [folder];
  for (const name of names) if (!name.startsWith(LOCK_FILE)) remove(resolve(folder, name));
}

/** @throws LabError */
function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch (error) {
    throw fileError('removed', path, error);
  }
}

const stopMachineEngine = ({ config, progress }: Context): Promise<Text> =>
  progress.step(phrase('Stop the Docker engine'), async () =>
    (await stopEngine(config)) ? phrase('stopped') : phrase('not started by the lab, left alone'),
  );
