import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SCRIPT = readFileSync(join(__dirname, 'namespace-pairs.sh'), 'utf8');

/**
 * The command that makes a node's namespace pairs whole, or removes them; what follows are the words `pairs: …`, which
 * are data, never code.
 *
 * @param exec the words before a command that is to run on the node as root
 */
export const pairsCommand = (
  exec: readonly string[],
  verb: 'add' | 'delete',
  lab: string,
): string[] => [...exec, 'bash', '-c', SCRIPT, 'namespace-pairs', verb, lab];
