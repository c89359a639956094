import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { createSocket, type Socket } from 'node:dgram';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listen } from '../../src/probe/listener';
import { parseMeasurement, type Measurement } from '../../src/probe/measurement';
import { script } from '../../src/observe/script';
import { run } from '../../src/platform/run';

/** Runs the program on this machine, against 127.0.0.1. */
async function measured(
  probes: readonly string[],
  names = '/etc',
): Promise<Map<string, Measurement>> {
  const data = [['source', '0', '-', names].join('\t'), ...probes.map((one) => `probe\t${one}`)];
  const { stdout, failure } = await run(['perl', '-'], {
    input: `${script('probe')}${data.join('\n')}\n`,
  });
  expect(failure).toBeUndefined();
  return new Map(stdout.trimEnd().split('\n').map(parseMeasurement));
}

const line = (...fields: (string | number)[]): string => fields.join('\t');

describe('the program that probes', () => {
  const servers: Server[] = [];
  let udp: Socket;

  const serve = (answer: string | undefined): Promise<number> =>
    new Promise((resolve) => {
      const server = createServer((socket) => {
        socket.on('error', () => undefined);
        if (answer !== undefined) socket.end(answer);
      });
      servers.push(server);
      server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
    });

  beforeAll(async () => {
    udp = createSocket('udp4');
    udp.on('message', (_, { port, address }) => udp.send('x', port, address));
    await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
  });

  afterAll(() => {
    udp.close();
    for (const server of servers) server.close();
  });

  it('tells what answers, what refuses, what is silent and what shows another page', async () => {
    const page = await serve('HTTP/1.0 200 OK\r\n\r\n<h1>Welcome</h1>');
    const silent = await serve(undefined);
    const closing = await serve('');
    const echo = await listen('127.0.0.1');
    const found = await measured([
      line('tcp', 'tcp', 'reachable', '127.0.0.1', page, '-'),
      line('closed', 'tcp', 'refused', '127.0.0.1', 1, '-'),
      line('page', 'page', 'reachable', '127.0.0.1', page, '<h1>Welcome'),
      line('other', 'page', 'reachable', '127.0.0.1', page, 'Goodbye'),
      line('silent', 'page', 'timeout', '127.0.0.1', silent, 'x'),
      line('closing', 'page', 'refused', '127.0.0.1', closing, 'x'),
      line('echo', 'echo', 'reachable', '127.0.0.1', echo.port ?? 0, '-'),
      line('udp', 'udp', 'reachable', '127.0.0.1', udp.address().port, '-'),
      line('udp-closed', 'udp', 'refused', '127.0.0.1', 1, '-'),
      line('strange', 'smoke', 'reachable', '127.0.0.1', 1, '-'),
    ]);
    echo.close();
    expect(Object.fromEntries([...found].map(([id, { finding }]) => [id, finding]))).toEqual({
      tcp: 'reachable',
      closed: 'refused',
      page: 'reachable',
      other: 'wrong-page',
      silent: 'timeout',
      closing: 'refused',
      echo: 'reachable',
      udp: 'reachable',
      'udp-closed': 'refused',
      strange: undefined,
    });
    expect(found.get('echo')?.address).toBe('127.0.0.1');
  });

  it('finds the same whatever was expected', async () => {
    const found = await measured([
      line('a', 'tcp', 'timeout', '127.0.0.1', 1, '-'),
      line('b', 'tcp', 'reachable', '127.0.0.1', 1, '-'),
      line('c', 'tcp', 'unreachable', '127.0.0.1', 1, '-'),
    ]);
    expect([...found.values()].map(({ finding }) => finding)).toEqual(Array(3).fill('refused'));
  });

  it('says why where a source cannot be entered', async () => {
    const { stdout } = await run(['perl', '-'], {
      input: `${script('probe')}source\t0\t/run/netns/there-is-none\t/etc\nprobe\t0.0\tping\treachable\t127.0.0.1\t0\t-\n`,
    });
    expect(stdout).toMatch(/^!0\t\/run\/netns\/there-is-none: No such file/);
  });

  describe('by name', () => {
    const dir = mkdtempSync(join(tmpdir(), 'names-'));
    const names = (hosts: string, resolver: string): void => {
      writeFileSync(join(dir, 'hosts'), hosts);
      writeFileSync(join(dir, 'resolv.conf'), resolver);
    };
    afterAll(() => rmSync(dir, { recursive: true }));

    it('knows the hosts file first, without regard to case and comments', async () => {
      names('# 9.9.9.9 test1\n127.0.0.1\tTest1 other\n127.0.0.2 test1\n', 'nameserver 127.0.0.1\n');
      const found = await measured([line('a', 'name', 'reachable', '-', 0, 'test1')], dir);
      expect(found.get('a')).toMatchObject({ finding: 'reachable', address: '127.0.0.1' });
    });

    it('does not know a name without a server that answers', async () => {
      names('127.0.0.1 localhost\n', 'nameserver 127.0.0.1\n');
      const nobody = await measured([line('a', 'name', 'unresolved', '-', 0, 'test1')], dir);
      names('', '');
      const none = await measured([line('a', 'name', 'reachable', '-', 0, 'test1')], dir);
      expect([nobody.get('a')?.finding, none.get('a')?.finding]).toEqual([
        'unresolved',
        'unresolved',
      ]);
    });
  });
});
