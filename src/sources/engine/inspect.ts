import type * as z from 'zod';
import { LabError } from '../../platform/errors';
import { type Run, whyOf } from '../../platform/run';
import {
  CONTAINER,
  containerSchema,
  INFO,
  infoSchema,
  NETWORK,
  networkSchema,
  type Inspected,
} from './inspected';
import { type Text, phrase } from '../../text/text';

/** The words before those for an engine: `engine` leaves the choice to docker (DOCKER_HOST, or its context). */
export const dockerWords = (host: string): string[] =>
  host === 'engine' ? ['docker'] : ['docker', '--host', host];

/** Milliseconds for one question; ssh has to connect first. */
const PATIENCE = 40_000;

/** Asks an engine for what runs there; nothing is changed. @throws LabError where it does not answer */
export async function inspectEngine(host: string, run: Run): Promise<Inspected> {
  const docker = dockerWords(host);
  const ask = async (...words: string[]): Promise<string[]> => {
    const { failure, stdout, stderr } = await run([...docker, ...words], { timeout: PATIENCE });
    // A container that ended meanwhile is not there any more; the others were told of.
    const isGone =
      failure !== undefined && /^Error.*: No such (object|container|network)/im.test(stderr);
    if (failure !== undefined && !isGone) throw silent(host, whyOf({ stderr, failure }));
    return stdout.split('\n').filter((line) => line.trim() !== '');
  };
  const each = async <T extends z.ZodType>(schema: T, ids: string[], ...words: string[]) =>
    ids.length === 0 ? [] : (await ask(...words, ...ids)).map((line) => parse(host, schema, line));
  const [version = ''] = await ask('version', '--format', '{{.Server.Version}}');
  const [[info = ''], running, known] = await Promise.all([
    ask('info', '--format', INFO),
    ask('ps', '--quiet', '--no-trunc'),
    ask('network', 'ls', '--quiet', '--no-trunc'),
  ]);
  const [containers, networks] = await Promise.all([
    each(containerSchema, running, 'inspect', '--type', 'container', '--format', CONTAINER),
    each(networkSchema, known, 'network', 'inspect', '--format', NETWORK),
  ]);
  return {
    version: version.trim(),
    name: parse(host, infoSchema, info).name,
    containers: containers.filter(({ pid }) => pid > 0),
    networks,
  };
}

function parse<T extends z.ZodType>(host: string, schema: T, line: string): z.output<T> {
  try {
    const read = schema.safeParse(JSON.parse(line));
    if (read.success) return read.data;
    throw silent(
      host,
      phrase('{place} is not what it should be', {
        place: read.error.issues[0]?.path.join('.') ?? '',
      }),
    );
  } catch (error) {
    if (error instanceof LabError) throw error;
    throw silent(host, phrase('what docker prints is no JSON'));
  }
}

const silent = (host: string, why: Text): LabError =>
  new LabError(
    phrase('the engine cannot be read'),
    {
      where: host,
      why,
      next:
        host === 'engine'
          ? phrase(
              'see that docker ps works here, or name another engine: --topology ssh://USER@HOST',
            )
          : phrase('see that docker --host {host} ps works', { host }),
    },
    3,
  );
