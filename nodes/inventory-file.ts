import { readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import * as z from 'zod';
import { LabError } from '../system/errors';
import { run as systemRun, type Run } from '../system/run';
import { writeWhole } from '../system/whole-file';
import type { Inventory, InventoryNode } from './inventory';
import { open } from './ssh/connection';

const schema = z.object({
  lab: z.string(),
  backend: z.enum(['containers', 'vagrant', 'remote']),
  offline: z.boolean(),
  nodes: z.array(
    z.object({
      name: z.string(),
      address: z.string(),
      dockerHost: z.string(),
      sshOptions: z.array(z.string()),
      exec: z.array(z.string()),
      engine: z.string(),
      defaultRoute: z.boolean(),
      backend: z.enum(['containers', 'vagrant', 'remote']).optional(),
      ssh: z.object({ config: z.string(), host: z.string() }).optional(),
      swarm: z.object({ id: z.string() }).optional(),
    }),
  ),
});

/** Reads an inventory; undefined where no nodes were brought up. @throws LabError for a damaged file */
export function readInventory(file: string): Inventory | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  try {
    return schema.parse(JSON.parse(text)) as Inventory;
  } catch (error) {
    throw new LabError('the inventory cannot be read', {
      where: file,
      why: String(error).split('\n')[0] ?? '',
      next: './lab nodes up writes it anew',
    });
  }
}

/** Writes the inventory whole or not at all. @throws LabError where it cannot be written */
export const writeInventory = (file: string, inventory: Inventory): void =>
  writeWhole(file, `${JSON.stringify(inventory, null, 2)}\n`);

export const removeInventory = (file: string): void => rmSync(file, { force: true });

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
