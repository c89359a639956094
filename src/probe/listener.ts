import { createServer, type AddressInfo } from 'node:net';

/** A port of the machine that runs the lab, open for the duration of a check. */
export interface Listener {
  /** Undefined where it could not be opened. */
  readonly port: number | undefined;
  /** Why it could not. */
  readonly problem: string;
  close(): void;
}

/** Opens a TCP port that answers each connection with one line, the sender's address as seen here. */
export const listen = (address: string): Promise<Listener> =>
  new Promise((resolve) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end(`${socket.remoteAddress?.replace(/^::ffff:/, '') ?? ''}\n`);
    });
    server.once('error', ({ message }) =>
      resolve({ port: undefined, problem: message, close: () => undefined }),
    );
    server.listen({ host: address, port: 0, backlog: 4096 }, () =>
      resolve({
        port: (server.address() as AddressInfo).port,
        problem: '',
        close: () => server.close(),
      }),
    );
  });
