import type { Lab } from '../topology/lab';
import type { Inventory } from '../nodes/inventory';
import type { Run } from '../platform/run';
import { place, type Placed } from './place';
import { parseFacts, unknownState } from './parse-facts';
import { INTERPRETER, script } from './script';
import type { NodeState, States } from './state';
import { type Told, phrase } from '../text/text';

export interface FactsOptions {
  /** Also what only explains a fault: sockets, and the firewall of every network namespace. */
  readonly full?: boolean;
  /** Problems of nodes that did not answer just now, and are not asked again. */
  readonly problems?: ReadonlyMap<string, Told>;
}

/** Reads the state of every node of the lab, side by side. A node that cannot be asked has a `problem`. */
export async function readStates(
  lab: Lab,
  inventory: Inventory,
  run: Run,
  { full = false, problems = new Map() }: FactsOptions = {},
): Promise<States> {
  const states = await Promise.all(
    lab.nodes.map(async ({ name }): Promise<NodeState> => {
      const problem = problems.get(name);
      if (problem !== undefined) return unknownState(name, problem);
      const node = inventory.nodes.find((candidate) => candidate.name === name);
      if (node === undefined) return unknownState(name, phrase('the inventory does not have it'));
      const result = await run([...node.exec, ...INTERPRETER], {
        input: full ? `${script('facts')}full\n` : script('facts'),
        timeout: full ? 120_000 : 30_000,
      });
      if (result.failure !== undefined) return unknownState(name, result.failure);
      return parseFacts(name, result.stdout);
    }),
  );
  return new Map(states.map((state) => [state.node, state]));
}

/** The same under the lab's names, with the lab's replicas where they are. */
export const readPlaced = async (
  lab: Lab,
  inventory: Inventory,
  run: Run,
  options?: FactsOptions,
): Promise<Placed> => place(lab, await readStates(lab, inventory, run, options));
