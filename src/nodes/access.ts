import type { Lab } from '../topology/lab';
import { run as systemRun, type Run } from '../platform/run';
import type { Inventory, InventoryNode } from './inventory';
import { answers } from './inventory-file';

/** An inventory node, or the name of a node that is not up or cannot be asked. */
export type AccessState = Omit<InventoryNode, 'dockerHost'> & {
  readonly dockerHost: string | undefined;
  /** Another one after each start of the node, which loses its network namespaces; empty where nobody needs it. */
  readonly incarnation: string;
  /** Undefined where nobody asked. */
  readonly namespaces?: Namespaces;
};

/** The network namespaces of a node, and what the lab wrote down there. */
interface Namespaces {
  /** The words (`pairWords`) of the pairs that were last made, where all of them were; else empty. */
  readonly whole: string;
  /** `owner` is the lab that made it; empty where none did. */
  readonly found: readonly { readonly name: string; readonly owner: string }[];
}

/**
 * Each node of the lab with the way to it, in the lab's order; `dockerHost` is undefined where it is down.
 *
 * @param hadPairs also nodes without namespace pairs may have some from before
 */
export function accessStates(
  lab: Lab,
  inventory: Inventory | undefined,
  run: Run = systemRun,
  hadPairs = false,
): Promise<AccessState[]> {
  return Promise.all(
    lab.nodes.map(async ({ name, address }) => {
      const node = inventory?.nodes.find((candidate) => candidate.name === name);
      if (node === undefined) return down(name, address);
      if (!(await answers(node, run))) return { ...node, dockerHost: undefined, incarnation: '' };
      const hasPairs = lab.namespacePairs.some((pair) => pair.node === name);
      if (!hasPairs && !hadPairs) return { ...node, incarnation: '' };
      const told = await namespacesOf(lab, node, run);
      // What a failed command says is no incarnation: a plan with it would replace what stands.
      return told === undefined
        ? { ...node, dockerHost: undefined, incarnation: '' }
        : { ...node, ...told };
    }),
  );
}

/**
 * The kernel's start, and that of the node's first process where the node shares its kernel; then the pairs that stand
 * whole, and every namespace with the lab that made it.
 */
const SCRIPT = `
cat /proc/sys/kernel/random/boot_id
sed 's/.*) //' /proc/1/stat | cut -d ' ' -f 20
echo "whole $(cat "/run/docker-network-lab/pairs/$1" 2>/dev/null)"
for path in /run/netns/*; do
  [ -e "$path" ] || continue
  name=$(basename "$path")
  mark=/run/docker-network-lab/netns/$name
  if [ ! -e "$mark" ]; then echo "namespace - $name"; continue; fi
  read -r owner <"$mark" || owner=$1
  echo "namespace $owner $name"
done`;

/** Undefined where the node cannot be asked. */
async function namespacesOf(
  { name: lab }: Lab,
  { exec }: InventoryNode,
  run: Run,
): Promise<Pick<AccessState, 'incarnation' | 'namespaces'> | undefined> {
  const argv = [...exec, 'sh', '-c', SCRIPT, 'namespaces', lab];
  const { stdout, failure } = await run(argv, { timeout: 30_000 });
  if (failure !== undefined) return undefined;
  const [boot = '', start = '', ...lines] = stdout.split('\n').map((line) => line.trim());
  const incarnation = [boot, start].filter((word) => word !== '').join('/');
  const after = (key: string): string[] =>
    lines.filter((line) => line.startsWith(key)).map((line) => line.slice(key.length).trim());
  const found = after('namespace ').map((line) => {
    const [owner = '', ...name] = line.split(' ');
    return { name: name.join(' '), owner: owner === '-' ? '' : owner };
  });
  return { incarnation, namespaces: { whole: after('whole')[0] ?? '', found } };
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
