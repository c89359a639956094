import { existsSync, readFileSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import * as z from 'zod';
import { ADDRESS, INTERFACE_ADDRESS } from '../model/formats';
import { NO_HOSTS, type Hosts } from '../model/hosts';
import { sshShape } from '../model/schema';
import { LabError } from '../system/errors';

const address = z.string().refine((text) => ADDRESS.fits(text) || INTERFACE_ADDRESS.fits(text), {
  error: 'is no IPv4 address',
});

const schema = z.strictObject({
  outside: z.string().refine(ADDRESS.fits, { error: ADDRESS.is }).optional(),
  nodes: z.record(z.string(), z.strictObject({ ...sshShape, address: address.optional() })),
});

const EXAMPLE = '{ "nodes": { "cloud": { "host": "my-server", "address": "203.0.113.7" } } }';

/**
 * Reads what the user says about hosts. Without a file nobody is named.
 * @param namedBy what names the file, where it must be there
 * @throws LabError for a file that cannot be used, and where a file was named and is not there; nothing of it is shown
 * but keys and what is wrong with them
 */
export function readHosts(file: string, namedBy?: string): Hosts {
  const near = relative('', file);
  const where = near.startsWith('..') ? file : near;
  if (!existsSync(file)) {
    if (namedBy === undefined) return { ...NO_HOSTS, file: where };
    throw new LabError('There is no such file of hosts', {
      where,
      why: `${namedBy} names it, and nothing has this path`,
      next: `write it like this: ${EXAMPLE} (docs/nodes.md); or unset ${namedBy}`,
    });
  }
  const wrong = (why: string): LabError =>
    new LabError('The hosts cannot be read', {
      where,
      why,
      next: `write them like this: ${EXAMPLE} (docs/nodes.md)`,
    });
  // Reading a pipe or a device may never end.
  if (!statSync(file).isFile()) throw wrong('it is no file');
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    // The message of a syntax error quotes the text.
    throw wrong(error instanceof SyntaxError ? 'it is no JSON' : String(error));
  }
  const read = schema.safeParse(content);
  if (read.success) return { ...read.data, file: where } as Hosts;
  throw wrong(
    read.error.issues
      .map((issue) => {
        const keys = issue.code === 'unrecognized_keys' ? ` ${issue.keys.join(', ')}` : '';
        const place = issue.path.join('.');
        return `${place}${place === '' ? '' : ': '}${issue.code === 'unrecognized_keys' ? 'unknown key' : issue.message}${keys}`;
      })
      .join('; '),
  );
}
