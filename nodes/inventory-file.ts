import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { connect } from 'node:net';
import { z } from 'zod';
import { LabError } from '../system/errors';
import type { Inventory, InventoryNode } from './inventory';

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
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new LabError('the inventory cannot be read', {
      where: file,
      why: String(error).split('\n')[0] ?? '',
      next: './lab nodes up writes it anew',
    });
  }
}

/** Writes the inventory whole or not at all. */
export function writeInventory(file: string, inventory: Inventory): void {
  mkdirSync(dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, `${JSON.stringify(inventory, null, 2)}\n`);
  renameSync(aside, file);
}

export const removeInventory = (file: string): void => rmSync(file, { force: true });

/** Whether something listens at the node's Docker host; ssh hosts are asked by their clients. */
export function answers({ dockerHost }: InventoryNode, milliseconds = 1000): Promise<boolean> {
  const path = /^unix:\/\/(.+)$/.exec(dockerHost)?.[1];
  if (path === undefined) return Promise.resolve(true);
  return new Promise((resolve) => {
    const socket = connect(path);
    const end = (up: boolean): void => {
      socket.destroy();
      resolve(up);
    };
    socket.setTimeout(milliseconds, () => end(false));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}
