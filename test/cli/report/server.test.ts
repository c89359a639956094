import { connect } from 'node:net';
import { serveLive } from '../../../src/cli/report/server';

test('requests that are sent on and on through one connection are not worked off', async () => {
  let pages = 0;
  const page = (): string => {
    pages += 1;
    return 'page';
  };
  const address = { host: '127.0.0.1', port: 0 };
  const server = await serveLive({ address, exposed: false, page });
  const { port } = new URL(server.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => undefined);
  const answered = new Promise<string>((resolve) => {
    socket.once('data', (data) => resolve(String(data)));
  });
  const ended = new Promise((resolve) => socket.once('close', resolve));
  socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`.repeat(20_000));
  expect(await answered).toMatch(/^HTTP\/1\.1 200 OK/);
  await server.close();
  await ended;
  expect(pages).toBe(1);
});
