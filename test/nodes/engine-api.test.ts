import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { askFor, engineApi, EngineRefusal, labelsOf } from '../../src/nodes/engine-api';

const TOKEN = 'SWMTKN-1-0a1b2c-3d4e5f';
let folder: string;
let server: Server;

/** Asks an engine that gives one answer. */
async function ask(status: number, answer: string, body?: object): Promise<unknown> {
  folder = mkdtempSync(join(tmpdir(), 'lab-api-'));
  const socket = join(folder, 'docker.sock');
  server = createServer((_, response) => response.writeHead(status).end(answer));
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  return engineApi(`unix://${socket}`)('POST', '/swarm/join', body).catch(
    (error: unknown) => error,
  );
}

afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

it.each([
  ['{"Id":"x"}', { Id: 'x' }],
  ['', undefined],
])('gives what the answer says: %s', async (answer, said) => {
  expect(await ask(200, answer)).toEqual(said);
});

it('says why the engine refuses, and with which status', async () => {
  const error = (await ask(503, '{"message":"not yet"}', { Name: 'x' })) as EngineRefusal;
  expect(error).toBeInstanceOf(EngineRefusal);
  expect(error.status).toBe(503);
  expect(error.details.why).toBe('503: not yet');
  expect(error.details.where).toContain('POST /swarm/join {"Name":"x"}');
});

it.each([
  ['refused', 500, JSON.stringify({ message: `bad token ${TOKEN}` })],
  ['answered with something else', 200, `${TOKEN} {`],
])('never shows a token of a request that is %s', async (_, status, answer) => {
  const error = (await ask(status, answer, { JoinToken: TOKEN })) as EngineRefusal;
  expect(error).toBeInstanceOf(EngineRefusal);
  expect(JSON.stringify([error.message, error.details, error.stack])).not.toContain('0a1b2c');
});

it.each<[string, unknown]>([
  ['null', null],
  ['nothing', undefined],
  ['half of it', [{ Id: 'x', Labels: null }, {}]],
  ['an error in other clothes', { message: 'page not found' }],
])('says that an answer is not what was asked for: %s', async (_, answer) => {
  const listed = z.array(z.object({ Id: z.string(), Labels: labelsOf }));
  const asked = askFor(listed, () => Promise.resolve(answer), '/networks');
  await expect(asked).rejects.toThrow(EngineRefusal);
  await expect(asked).rejects.toMatchObject({
    exitCode: 3,
    details: {
      where: '/networks',
      why: expect.stringContaining('its answer cannot be read') as string,
    },
  });
});
