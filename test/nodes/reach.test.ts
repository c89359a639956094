import { mkdtempSync, rmSync } from 'node:fs';
import { createServer as createHttp } from 'node:http';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reach } from '../../src/nodes/reach';
import type { Run } from '../../src/platform/run';

const folder = mkdtempSync(join(tmpdir(), 'lab-reach-'));
const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true });
});

const listening = async (server: Server, name: string): Promise<string> => {
  const path = join(folder, name);
  servers.push(server);
  await new Promise<void>((done) => server.listen(path, done));
  return path;
};

const node = (socket: string) => ({
  name: 'n1',
  address: '192.168.205.10',
  dockerHost: `unix://${socket}`,
  sshOptions: [],
  exec: [],
  engine: '26.1.5',
  defaultRoute: false,
});

const nothing: Run = () => Promise.reject(new Error('nothing is to run'));

test('an engine that says something answers, whatever it says', async () => {
  const server = createHttp((_, response) => response.writeHead(503).end());
  const path = await listening(server, 'answers');
  await expect(reach(node(path), nothing)).resolves.toBe('answers');
});

test('an engine that takes a question and says nothing is silent', async () => {
  const path = await listening(
    createServer(() => undefined),
    'silent',
  );
  await expect(reach(node(path), nothing, 50)).resolves.toBe('silent');
});

test('where nothing listens nobody is waited for', async () => {
  await expect(reach(node(join(folder, 'none')), nothing)).resolves.toBe('refused');
});

test('a host by ssh whose connection hangs is silent, and nothing is opened beside it', async () => {
  const path = await listening(
    createServer(() => undefined),
    'hangs',
  );
  const ssh = { config: join(folder, 'none.conf'), host: 'h' };
  await expect(reach({ ...node(path), ssh }, nothing, 50)).resolves.toBe('silent');
});
