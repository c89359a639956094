import type { Lab } from '../model/lab';
import { run as systemRun, type Run } from '../system/run';
import type { Inventory, InventoryNode } from './inventory';
import { answers } from './inventory-file';

/** An inventory node, or the name of a node that is not up. */
export type AccessState = Omit<InventoryNode, 'dockerHost'> & {
  readonly dockerHost: string | undefined;
  /** Another one after each start of the node, which loses its network namespaces; empty where nobody needs it. */
  readonly incarnation: string;
};

/** Each node of the lab with the way to it, in the lab's order; `dockerHost` is undefined where it is down. */
export function accessStates(
  lab: Lab,
  inventory: Inventory | undefined,
  run: Run = systemRun,
): Promise<AccessState[]> {
  return Promise.all(
    lab.nodes.map(async ({ name, address }) => {
      const node = inventory?.nodes.find((candidate) => candidate.name === name);
      if (node === undefined) return down(name, address);
      if (!(await answers(node, run))) return { ...node, dockerHost: undefined, incarnation: '' };
      const hasPairs = lab.namespacePairs.some((pair) => pair.node === name);
      return { ...node, incarnation: hasPairs ? await incarnationOf(node, run) : '' };
    }),
  );
}

/** The kernel's start, and that of the node's first process where the node shares its kernel. */
const STARTS =
  "cat /proc/sys/kernel/random/boot_id; sed 's/.*) //' /proc/1/stat | cut -d ' ' -f 20";

async function incarnationOf({ exec }: InventoryNode, run: Run): Promise<string> {
  const { stdout } = await run([...exec, 'sh', '-c', STARTS], { timeout: 30_000 });
  return stdout.trim().split(/\s+/).join('/');
}

const down = (name: string, address: string): AccessState => ({
  name,
  address,
  dockerHost: undefined,
  incarnation: '',
  sshOptions: [],
  // Only written into a plan that its own validation stops.
  exec: ['false'],
  engine: '',
  defaultRoute: false,
});
