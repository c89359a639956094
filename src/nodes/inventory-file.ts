import { connect } from 'node:net';
import * as z from 'zod';
import { LabError } from '../platform/errors';
import { run as systemRun, type Run } from '../platform/run';
import { readWhole, writeWhole, type Found } from '../platform/whole-file';
import type { Inventory, InventoryNode } from './inventory';
import { open } from './ssh/connection';
import { phrase } from '../text/text';

const schema: z.ZodType<Inventory> = z.looseObject({
  lab: z.string(),
  backend: z.enum(['containers', 'vagrant', 'remote']),
  offline: z.boolean(),
  nodes: z.array(
    z.looseObject({
      name: z.string(),
      address: z.string(),
      dockerHost: z.string(),
      sshOptions: z.array(z.string()),
      exec: z.array(z.string()),
      engine: z.string(),
      defaultRoute: z.boolean(),
      backend: z.enum(['containers', 'vagrant', 'remote']).exactOptional(),
      ssh: z.object({ config: z.string(), host: z.string() }).exactOptional(),
      swarm: z.object({ id: z.string() }).exactOptional(),
    }),
  ),
});

/** What is at the inventory's path. @throws LabError where it may not be read */
export const findInventory = (file: string): Found<Inventory> => readWhole(file, schema);

/** Reads an inventory; undefined where no nodes were brought up. @throws LabError for a damaged file */
export function readInventory(file: string): Inventory | undefined {
  const found = findInventory(file);
  if (found.kind === 'absent') return undefined;
  if (found.kind === 'whole') return found.value;
  throw new LabError(phrase('the inventory cannot be read'), {
    where: file,
    why: found.why,
    next: phrase('./lab nodes up writes it anew'),
  });
}

/** Writes the inventory whole or not at all. @throws LabError where it cannot be written */
export const writeInventory = (file: string, inventory: Inventory): void =>
  writeWhole(file, `${JSON.stringify(inventory, null, 2)}\n`);

/**
 * Whether something listens at the node's Docker host. The connection of a host that is reached by ssh is opened again
 * where it has ended.
 */
export async function answers(node: InventoryNode, run: Run = systemRun): Promise<boolean> {
  const path = /^unix:\/\/(.+)$/.exec(node.dockerHost)?.[1];
  if (path === undefined || (await listens(path))) return true;
  if (node.ssh === undefined) return false;
  return (await open({ ...node.ssh, socket: path }, run)) === undefined && listens(path);
}

const listens = (path: string, milliseconds = 1000): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path);
    const end = (up: boolean): void => {
      socket.destroy();
      resolve(up);
    };
    // While cdktf is loaded the time passes without a look at the socket: an answer that is there counts first.
    socket.setTimeout(milliseconds, () => setImmediate(() => end(false)));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
