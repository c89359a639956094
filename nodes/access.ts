import type { Lab } from '../model/lab';
import type { Inventory, InventoryNode } from './inventory';
import { answers } from './inventory-file';

/** An inventory node, or the name of a node that is not up. */
export type AccessState = Omit<InventoryNode, 'dockerHost'> & {
  readonly dockerHost: string | undefined;
};

/** Each node of the lab with the way to it, in the lab's order; `dockerHost` is undefined where it is down. */
export function accessStates(lab: Lab, inventory: Inventory | undefined): Promise<AccessState[]> {
  return Promise.all(
    lab.nodes.map(async ({ name, address }) => {
      const node = inventory?.nodes.find((candidate) => candidate.name === name);
      if (node === undefined) return down(name, address);
      return (await answers(node)) ? node : { ...node, dockerHost: undefined };
    }),
  );
}

const down = (name: string, address: string): AccessState => ({
  name,
  address,
  dockerHost: undefined,
  sshOptions: [],
  // Only written into a plan that its own validation stops.
  exec: ['false'],
  engine: '',
  defaultRoute: false,
});
