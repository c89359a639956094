import { readFile } from 'node:fs/promises';
import { LabError } from '../../platform/errors';
import type { Run } from '../../platform/run';
import { shellQuote } from '../../platform/shell';
import { dockerWords } from './inspect';
import { phrase } from '../../text/text';

/** Reads files of the engine's machine; one that cannot be read is absent. */
export type ReadFiles = (paths: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** Files of this machine. */
export const filesHere: ReadFiles = async (paths) => {
  const texts = await Promise.all(
    paths.map((path) => readFile(path, 'utf8').catch(() => undefined)),
  );
  return new Map(
    paths.flatMap((path, index) => {
      const text = texts[index];
      return text === undefined ? [] : [[path, text] as const];
    }),
  );
};

const MARK = '==== ';
const END = `${MARK}end`;

/**
 * Files by a shell that takes its script from standard input; nothing where it does not come to its end.
 *
 * @param shell the words that start it, such as `ssh HOST sh -s`
 */
export function filesBy(shell: readonly string[], run: Run): ReadFiles {
  return async (paths) => {
    const script = paths.map(
      (path) =>
        `${shellQuote(['echo', `${MARK}${path}`])}; ${shellQuote(['cat', path])} 2>/dev/null\n`,
    );
    const input = `${script.join('')}echo '${END}'\n`;
    const { stdout } = await run(shell, { input, timeout: 40_000 });
    const found = new Map<string, string>();
    if (!stdout.trimEnd().endsWith(END)) return found;
    for (const part of stdout.split(MARK).slice(1, -1)) {
      const at = part.indexOf('\n');
      const text = part.slice(at + 1);
      if (text !== '') found.set(part.slice(0, at), text);
    }
    return found;
  };
}

/** An engine's address as `docker` takes it, where docker itself has a choice too. */
export async function addressOf(host: string, run: Run): Promise<string> {
  if (host !== 'engine') return host;
  const format = '{{.Endpoints.docker.Host}}';
  const { stdout, failure } = await run([
    ...dockerWords(host),
    'context',
    'inspect',
    '--format',
    format,
  ]);
  return failure === undefined ? stdout.trim() : '';
}

/** The words that run a command on the machine of `ssh://[user@]host[:port]`. @throws LabError for another address */
export function sshWords(address: string): string[] {
  const match = /^ssh:\/\/((?:[\w.~-]+@)?[\w.:[\]-]+?)(?::(\d+))?\/?$/.exec(address);
  const [, host = '', port] = match ?? [];
  if (match === null || host.startsWith('-')) {
    throw new LabError(phrase('this is no address of an engine over ssh'), {
      where: address,
      why: phrase('it is ssh://USER@HOST, perhaps with :PORT; ssh finds the key by itself'),
      next: phrase('mend it, or give the host a name in ~/.ssh/config'),
    });
  }
  const options = ['-T', '-o', 'BatchMode=yes', '-o', 'ConnectTimeout=10'];
  return ['ssh', ...options, ...(port === undefined ? [] : ['-p', port]), '--', host];
}

/** How files of an engine's machine are read without starting anything there; undefined where there is no way. */
export async function filesOf(host: string, run: Run): Promise<ReadFiles | undefined> {
  const address = await addressOf(host, run);
  if (address.startsWith('ssh://')) return filesBy([...sshWords(address), 'sh', '-s'], run);
  return address.startsWith('unix://') ? filesHere : undefined;
}
