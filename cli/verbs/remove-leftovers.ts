import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { pairWords } from '../../model/pair-words';
import { readInventory } from '../../nodes/inventory-file';
import { readKnown } from '../../nodes/leftovers/known';
import { nameOf } from '../../nodes/leftovers/leftover';
import { enginesOf, removeLeftovers } from '../../nodes/leftovers/remove';
import { pairsCommand } from '../../stacks/pairs-command';
import { mustRun } from '../../system/run';
import { createContext } from '../context';
import type { LeftoverList } from '../synthesis';

/** `lab remove-leftovers FILE`: a step of an apply, not for people. */
export function register(command: Command): void {
  command.argument('<file>').action(async (file: string) => {
    const { lab, paths, io, run } = await createContext();
    const list = JSON.parse(readFileSync(file, 'utf8')) as LeftoverList;
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
        what: `the namespaces of ${name} cannot be made anew`,
        run,
      });
      io.print(`namespaces ${name}`);
    }
  });
}
