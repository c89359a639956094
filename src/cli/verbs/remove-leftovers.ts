import type { Command } from 'commander';
import { z } from 'zod';
import { pairWords } from '../../topology/pair-words';
import { readInventory } from '../../nodes/inventory-file';
import { readKnown } from '../../nodes/leftovers/known';
import { nameOf } from '../../nodes/leftovers/leftover';
import { enginesOf, removeLeftovers } from '../../nodes/leftovers/remove';
import { pairsCommand } from '../../../stacks/pairs-command';
import { LabError } from '../../platform/errors';
import { mustRun } from '../../platform/run';
import { readWhole } from '../../platform/whole-file';
import { createContext } from '../context';
import type { LeftoverList } from '../synthesis';
import { phrase } from '../../text/text';

/** `lab remove-leftovers FILE`: a step of an apply, not for people. */
export function register(command: Command): void {
  command.argument('<file>').action(async (file: string) => {
    const { lab, paths, io, run } = await createContext();
    const list = read(file);
    const nodes = readInventory(paths.inventory)?.nodes ?? [];
    const removed = await removeLeftovers(list.objects, {
      lab,
      known: readKnown(paths.state),
      engineOf: enginesOf(nodes),
    });
    for (const one of removed) io.print(nameOf(one));
    for (const { name, exec } of nodes.filter((node) => list.brokenPairs.includes(node.name))) {
      const pairs = lab.namespacePairs.filter(({ node }) => node === name);
      await mustRun([...pairsCommand(exec, 'add', lab.name), `pairs: ${pairWords(pairs)}`], {
        what: phrase('the namespaces of {name} cannot be made anew', { name }),
        run,
      });
      io.print(`namespaces ${name}`);
    }
  });
}

const listFile = z.looseObject({ objects: z.array(z.unknown()), brokenPairs: z.array(z.string()) });

/** @throws LabError */
function read(file: string): LeftoverList {
  const found = readWhole(file, listFile);
  if (found.kind === 'whole') return found.value as unknown as LeftoverList;
  throw new LabError(phrase('the list of what is left over cannot be read'), {
    where: file,
    why: found.kind === 'absent' ? phrase('nothing has this path') : found.why,
    next: phrase('./lab up writes it anew'),
  });
}
