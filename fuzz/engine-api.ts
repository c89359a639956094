import { Agent, request } from 'node:http';
import { LabError } from '../system/errors';

/** Asks a node's engine; gives what its answer's JSON says. @throws LabError where the engine refuses */
export type Ask = (
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: object,
) => Promise<unknown>;

const PATIENCE = 60_000;

/**
 * The engine's API over its socket: a random topology takes dozens of requests, and a docker command costs more than
 * most of them.
 *
 * @param dockerHost such as `unix:///run/x/docker.sock`
 */
export function engineApi(dockerHost: string): Ask {
  const socketPath = dockerHost.replace(/^unix:\/\//, '');
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  return (method, path, body) =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? '' : JSON.stringify(body);
      const refuse = (why: string): void =>
        reject(
          new LabError(
            'the engine does not do what it was asked for',
            {
              where: `${dockerHost}: ${method} ${path} ${text}`,
              why,
            },
            3,
          ),
        );
      const headers = {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(text),
      };
      const asked = request({ socketPath, agent, method, path, headers }, (response) => {
        let answer = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (answer += chunk));
        response.on('end', () => {
          const status = response.statusCode ?? 500;
          if (status >= 400) refuse(`${status}: ${answer.trim()}`);
          else resolve(answer.trim() === '' ? undefined : (JSON.parse(answer) as unknown));
        });
      });
      asked.setTimeout(PATIENCE, () => asked.destroy(new Error('no answer')));
      asked.on('error', ({ message }) => refuse(message));
      asked.end(text);
    });
}
