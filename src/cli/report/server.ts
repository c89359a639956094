import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LabError, messageOf } from '../../platform/errors';
import { say } from '../../i18n/say';
import { allowsHost, type Address } from './guard';
import { phrase } from '../../text/text';

/** The live view's events, by the name that the page listens to. */
type EventName = 'result' | 'status';

export interface LiveServer {
  /** Address to open. */
  readonly url: string;
  /** Sends to all who watch; who comes later gets the last of each. */
  readonly send: (event: EventName, data: string) => void;
  /** Ends all connections. */
  readonly close: () => Promise<void>;
}

export interface LiveOptions {
  readonly address: Address;
  readonly exposed: boolean;
  /** The page as it is now. */
  readonly page: () => string;
}

export const EVENTS_PATH = '/events';
/** So that nothing between takes the connection for dead. Milliseconds. */
const HEARTBEAT = 15_000;

const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** Serves the page and its events. @throws LabError where it cannot listen */
export async function serveLive({ address, exposed, page }: LiveOptions): Promise<LiveServer> {
  const watchers = new Set<ServerResponse>();
  const last = new Map<EventName, string>();
  const server = createServer((request, response) => {
    const refuse = (code: number, text: string): void => {
      response.writeHead(code, { ...HEADERS, 'Content-Type': 'text/plain; charset=utf-8' });
      response.end(`${text}\n`);
    };
    const { port } = server.address() as AddressInfo;
    if (!allowsHost(request.headers.host, { host: address.host, port }, exposed)) {
      return refuse(421, say('This server does not go by that name.'));
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return refuse(405, say('There is nothing to change here.'));
    }
    const path = (request.url ?? '').split('?')[0];
    if (path === '/') {
      response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/html; charset=utf-8' });
      return response.end(request.method === 'HEAD' ? undefined : page());
    }
    if (path !== EVENTS_PATH || request.method === 'HEAD') return refuse(404, say('Not found.'));
    response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/event-stream; charset=utf-8' });
    response.write('retry: 2000\n\n');
    for (const [event, data] of last) response.write(message(event, data));
    watchers.add(response);
    response.once('close', () => watchers.delete(response));
  });
  // What else comes down the same connection is dropped: each page takes its time, and Ctrl-C would have to wait.
  server.maxRequestsPerSocket = 1;
  await listening(server, address);
  const beat = setInterval(() => {
    for (const watcher of watchers) watcher.write(': still here\n\n');
  }, HEARTBEAT);
  const { port } = server.address() as AddressInfo;
  const name = address.host.includes(':') ? `[${address.host}]` : address.host;
  return {
    url: `http://${name}:${port}/`,
    send(event, data) {
      last.set(event, data);
      for (const watcher of watchers) watcher.write(message(event, data));
    },
    close() {
      clearInterval(beat);
      return new Promise((resolve) => {
        server.close(() => resolve());
        for (const watcher of watchers) watcher.end();
        server.closeAllConnections();
      });
    },
  };
}

// JSON has no line breaks of its own, so an event is one line.
const message = (event: EventName, data: string): string => `event: ${event}\ndata: ${data}\n\n`;

const listening = (server: Server, { host, port }: Address): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new LabError(phrase('the live view cannot be served'), {
          where: `${host}:${port}`,
          why:
            error.code === 'EADDRINUSE' ? phrase('something else listens there') : messageOf(error),
          next: phrase('choose another port with --port (0 for any that is free)'),
        }),
      ),
    );
    server.listen(port, host, resolve);
  });
