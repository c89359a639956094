import { createServer, type Server } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessStates } from '../../src/nodes/access';
import { articleInventory, articleLab } from '../support/article';
import { failing, fakeRun } from '../support/fake-run';

const folder = mkdtempSync(join(tmpdir(), 'lab-access-'));
const socket = join(folder, 'docker.sock');
let server: Server;
beforeAll((done) => void (server = createServer().listen(socket, done)));
afterAll((done) => {
  rmSync(folder, { recursive: true, force: true });
  server.close(done);
});

const inventory = (hosts: readonly string[]) => ({
  ...articleInventory,
  nodes: articleInventory.nodes.map((node, index) => ({
    ...node,
    dockerHost: `unix://${hosts[index]}`,
  })),
});
const said = (start: string) => fakeRun([[/boot_id/, { stdout: `boot\n${start}\n` }]]);

describe('the way to the nodes', () => {
  it('tells one start of a node that holds namespaces from another, and asks no other node', async () => {
    const fake = said('4711');
    const all = await accessStates(articleLab, inventory([socket, socket]), fake.run);
    expect(all.map(({ incarnation }) => incarnation)).toEqual(['boot/4711', '']);
    expect(fake.commands).toHaveLength(1);
    const [again] = await accessStates(articleLab, inventory([socket, socket]), said('5000').run);
    expect(again?.incarnation).not.toBe(all[0]?.incarnation);
  });

  it('is not there where a node cannot be asked, whatever is said about it', async () => {
    const fake = fakeRun([
      [/boot_id/, { ...failing(''), stdout: 'connection error\n', failure: 'exit code 126' }],
    ]);
    const [asked] = await accessStates(articleLab, inventory([socket, socket]), fake.run);
    expect(asked).toMatchObject({ dockerHost: undefined, incarnation: '' });
  });

  it('is not there where a node is down, and nothing is asked of it', async () => {
    const fake = said('4711');
    const all = await accessStates(articleLab, inventory(['/nowhere', socket]), fake.run);
    expect(all.map(({ dockerHost }) => dockerHost === undefined)).toEqual([true, false]);
    expect(fake.commands).toEqual([]);
  });
});
