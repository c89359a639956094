import { Agent, request } from 'node:http';
import { z } from 'zod';
import { LabError } from '../platform/errors';
import { throwIfInterrupted } from '../platform/interrupt';
import { type Text, phrase, verbatim } from '../text/text';

/** Asks a node's engine; gives what its answer's JSON says. @throws EngineRefusal */
export type Ask = (
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: object,
) => Promise<unknown>;

/** An engine did not do what it was asked for. */
export class EngineRefusal extends LabError {
  constructor(
    details: { readonly where: string; readonly why: Text },
    /** HTTP status of its answer; undefined where there was none. */
    readonly status: number | undefined,
  ) {
    super(phrase('the engine does not do what it was asked for'), details, 3);
  }
}

const PATIENCE = 60_000;

/** What the engine has at a path, as far as it is read. @throws EngineRefusal also where it answers something else */
export async function askFor<T>(schema: z.ZodType<T>, ask: Ask, path: string): Promise<T> {
  const read = schema.safeParse(await ask('GET', path));
  if (read.success) return read.data;
  const { path: at = [], message = '' } = read.error.issues[0] ?? {};
  const why = phrase('its answer cannot be read: {why}', {
    why: [...at.map(String), message].join(': '),
  });
  throw new EngineRefusal({ where: path, why }, undefined);
}

/** Labels of an object; engines give null for none. */
export const labelsOf = z
  .record(z.string(), z.string())
  .nullish()
  .transform((labels) => labels ?? {});

/**
 * The engine's API over its socket. A request costs less than a docker command, and what it holds is nobody's argument,
 * so no list of processes shows it.
 *
 * @param dockerHost such as `unix:///run/x/docker.sock`
 * @param patience milliseconds without a word after which there is no answer
 */
export function engineApi(dockerHost: string, patience = PATIENCE): Ask {
  const socketPath = dockerHost.replace(/^unix:\/\//, '');
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  return (method, path, body) =>
    new Promise((resolve, reject) => {
      throwIfInterrupted();
      const text = body === undefined ? '' : JSON.stringify(body);
      const refuse = (why: Text, status?: number): void => {
        const where = `${dockerHost}: ${method} ${path} ${text}`;
        reject(new EngineRefusal({ where: withoutTokens(where), why }, status));
      };
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
          if (status >= 400) return refuse(said(`${status}: ${messageOf(answer)}`), status);
          try {
            resolve(answer.trim() === '' ? undefined : (JSON.parse(answer) as unknown));
          } catch {
            // The parser's own message quotes the answer.
            refuse(phrase('it is no JSON'));
          }
        });
        response.on('error', ({ message }) => refuse(said(message)));
      });
      asked.setTimeout(patience, () => {
        refuse(phrase('no answer'));
        asked.destroy();
      });
      asked.on('error', ({ message }) => refuse(said(message)));
      asked.end(text);
    });
}

function messageOf(answer: string): string {
  try {
    return (JSON.parse(answer) as { message?: string }).message ?? answer.trim();
  } catch {
    return answer.trim();
  }
}

const said = (message: string): Text => verbatim(withoutTokens(message));

/** Whoever has a join token or the key of a locked swarm is in it. */
const withoutTokens = (text: string): string =>
  text.replaceAll(/(SWMTKN|SWMKEY)-[\w-]+/g, '$1-(left out)');
