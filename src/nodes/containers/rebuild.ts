import { existsSync } from 'node:fs';
import { labPaths } from '../../platform/config';
import type { BackendContext } from '../backend';
import type { Inventory, InventoryNode } from '../inventory';
import { labContainers } from './inspect';
import { LABELS, socketPath } from './names';

/** Milliseconds in which an engine that is up says so. */
const PATIENCE = 5_000;

/**
 * The inventory of node containers that run, from what they say themselves: for one that was lost. A node whose engine
 * does not answer is left out.
 * @returns undefined where none of the lab's nodes is a container of this checkout that answers
 */
export async function rebuild(
  context: Pick<BackendContext, 'lab' | 'root' | 'run'>,
): Promise<Inventory | undefined> {
  const { lab, root, run } = context;
  const containers = await labContainers(run, lab.name).catch(() => []);
  const own = new Set(
    containers
      .filter(({ running, labels }) => running && labels[LABELS.checkout] === root)
      .map(({ name }) => name),
  );
  const found = await Promise.all(
    lab.nodes.filter(({ name }) => own.has(name)).map((node) => ask(node, context)),
  );
  const nodes = found.filter((node) => node !== undefined);
  if (nodes.length === 0) return undefined;
  const offline = existsSync(labPaths(root, lab.name).offlineProvider);
  return { lab: lab.name, backend: 'containers', offline, nodes };
}

async function ask(
  { name, address }: BackendContext['lab']['nodes'][number],
  { lab, root, run }: Pick<BackendContext, 'lab' | 'root' | 'run'>,
): Promise<InventoryNode | undefined> {
  const dockerHost = `unix://${socketPath(lab, root, name)}`;
  const format = '{{.ServerVersion}}\t{{.Swarm.NodeID}}';
  const argv = ['docker', '--host', dockerHost, 'info', '--format', format];
  const { stdout, failure } = await run(argv, { timeout: PATIENCE });
  const [engine = '', member = ''] = stdout.trim().split('\t');
  if (failure !== undefined || engine === '') return undefined;
  return {
    ...nodeOf(name, address, dockerHost, engine),
    // A node that the lab made is in no swarm but the lab's.
    ...(member === '' ? {} : { swarm: { id: member } }),
  };
}

/** A node container as the inventory has it. */
export const nodeOf = (
  name: string,
  address: string,
  dockerHost: string,
  engine: string,
): InventoryNode => ({
  ...{ name, address, dockerHost, engine },
  sshOptions: [],
  exec: ['docker', 'exec', '--interactive', name],
  defaultRoute: false,
});
