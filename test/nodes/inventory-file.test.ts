import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Inventory } from '../../src/nodes/inventory';
import { answers, readInventory, writeInventory } from '../../src/nodes/inventory-file';
import { LabError } from '../../src/platform/errors';

const dir = mkdtempSync(join(tmpdir(), 'lab-inventory-'));
afterAll(() => rmSync(dir, { recursive: true }));

const node = (socket: string) => ({
  name: 'n1',
  address: '192.168.205.10',
  dockerHost: `unix://${socket}`,
  sshOptions: [],
  exec: ['docker', 'exec', 'n1'],
  engine: '26.1.5',
  defaultRoute: false,
});
const inventory: Inventory = {
  lab: 'x',
  backend: 'containers',
  offline: true,
  nodes: [node(join(dir, 'n1.sock'))],
};

describe('the inventory file', () => {
  it('is read as it was written, and leaves nothing beside it', () => {
    const file = join(dir, 'sub', 'inventory.json');
    writeInventory(file, inventory);
    expect(readInventory(file)).toEqual(inventory);
    expect(readdirSync(join(dir, 'sub'))).toEqual(['inventory.json']);
  });

  it('is undefined where there is none', () => {
    expect(readInventory(join(dir, 'none.json'))).toBeUndefined();
  });

  it.each(['{', '{"lab": 1}'])('is a known error where it is damaged: %s', (text) => {
    const file = join(dir, 'damaged.json');
    writeFileSync(file, text);
    expect(() => readInventory(file)).toThrow(LabError);
  });
});

describe('whether a node answers', () => {
  it('is asked at its socket', async () => {
    const socket = join(dir, 'n1.sock');
    await expect(answers(node(socket))).resolves.toBe(false);
    const server = createServer().listen(socket).unref();
    await new Promise((listening) => server.once('listening', listening));
    await expect(answers(node(socket))).resolves.toBe(true);
    const asked = answers(node(socket));
    const end = Date.now() + 1100;
    // As long as cdktf takes to load on a busy machine.
    while (Date.now() < end);
    await expect(asked).resolves.toBe(true);
    server.close();
  });
});
