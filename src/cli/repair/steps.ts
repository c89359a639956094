import type { Mend } from '../../verdict/mend';
import type { CheckResult } from '../../verdict/result';
import type { Inventory, InventoryNode } from '../../nodes/inventory';
import { LabError } from '../../platform/errors';
import { mustRun } from '../../platform/run';
import { measure } from '../check-run';
import { runningNodes, type Context } from '../context';
import { endpointCommand } from '../endpoint-command';
import { bringNodesUp } from '../nodes-up';
import { prepare } from '../prepare';
import { deed, isComingUp, type Step } from './plan';
import { phrase, verbatim } from '../../text/text';

/** Milliseconds that engines which started anew have to find each other again. */
const SETTLES = 60_000;

/** Does what is done on the nodes, one after the other. @throws LabError where a step fails */
export async function onNodes(context: Context, steps: readonly Step[]): Promise<void> {
  for (const { mend } of steps) {
    await context.progress.step(deed(context.lab, mend), () => onNode(context, mend));
  }
}

async function onNode(context: Context, mend: Mend): Promise<void> {
  const { lab, run } = context;
  if (mend.kind === 'nodes-up') {
    await bringNodesUp(context, await prepare(context));
    return;
  }
  const inventory = await runningNodes(context);
  const on = (name: string): InventoryNode => nodeOf(inventory, name);
  const what = phrase('{deed} did not work', { deed: deed(lab, mend) });
  switch (mend.kind) {
    case 'restart-engine':
      await mustRun([...on(mend.node).exec, ...mend.argv], {
        what,
        next: verbatim('./lab nodes up'),
        run,
      });
      return;
    case 'container': {
      const { dockerHost } = on(mend.node);
      await mustRun(['docker', '--host', dockerHost, mend.verb, mend.container], {
        ...{ what, run },
        next: verbatim('./lab up'),
      });
      return;
    }
    case 'command': {
      const argv = endpointCommand({
        ...{ lab, inventory, endpoint: mend.on, command: mend.argv },
        terminal: false,
      });
      await mustRun(argv, { what, next: verbatim('./lab check'), run });
      return;
    }
    case 'replace':
    case 'deploy':
      return;
  }
}

function nodeOf(inventory: Inventory, name: string): InventoryNode {
  const node = inventory.nodes.find((one) => one.name === name);
  if (node === undefined)
    throw new LabError(phrase('node {name} is not up', { name }), {
      next: verbatim('./lab nodes up'),
    });
  return node;
}

/**
 * The result once what was worked on has come to rest: measured again while something is wrong that may still be
 * coming up, until engines have had time to meet again.
 *
 * @param first what was measured already; default: nothing
 */
export async function settled(context: Context, first?: CheckResult): Promise<CheckResult> {
  const end = Date.now() + SETTLES;
  let result = first ?? (await measure(context));
  if (!isComingUp(result)) return result;
  return context.progress.step(phrase('Wait for what is still coming up'), async () => {
    while (isComingUp(result) && Date.now() < end) result = await measure(context);
    return result;
  });
}
