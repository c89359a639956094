import { existsSync, readFileSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import * as z from 'zod';
import { ADDRESS, INTERFACE_ADDRESS } from '../../topology/formats';
import { NO_HOSTS, type Hosts } from '../../topology/hosts';
import { sshShape, type Advice } from '../../topology/schema';
import { LabError } from '../../platform/errors';
import { type Text, lines, phrase, verbatim } from '../../text/text';

const address = z.string().refine((text) => ADDRESS.fits(text) || INTERFACE_ADDRESS.fits(text), {
  params: ADDRESS,
});

const schema = z.strictObject({
  outside: z.string().refine(ADDRESS.fits, { params: ADDRESS }).optional(),
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
    throw new LabError(phrase('There is no such file of hosts'), {
      where,
      why: phrase('{name} names it, and nothing has this path', { name: namedBy }),
      next: phrase('write it like this: {example} (docs/nodes.md); or unset {name}', {
        example: EXAMPLE,
        name: namedBy,
      }),
    });
  }
  const wrong = (why: Text): LabError =>
    new LabError(phrase('The hosts cannot be read'), {
      where,
      why,
      next: phrase('write them like this: {example} (docs/nodes.md)', { example: EXAMPLE }),
    });
  // Reading a pipe or a device may never end.
  if (!statSync(file).isFile()) throw wrong(phrase('it is no file'));
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    // The message of a syntax error quotes the text.
    throw wrong(error instanceof SyntaxError ? phrase('it is no JSON') : verbatim(String(error)));
  }
  const read = schema.safeParse(content);
  if (read.success) return { ...read.data, file: where } as Hosts;
  throw wrong(lines(...read.error.issues.map(issueText)));
}

/** What is wrong, and where; of values only what their format says. */
function issueText(issue: z.core.$ZodIssue): Text {
  const what =
    issue.code === 'unrecognized_keys'
      ? phrase('unknown key {keys}', { keys: issue.keys })
      : issue.code === 'custom'
        ? (issue.params as unknown as Advice).message(phrase('it'))
        : verbatim(issue.message);
  const place = issue.path.join('.');
  return place === '' ? what : phrase('{place}: {what}', { place, what });
}
