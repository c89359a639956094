import { accessSync, constants, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, relative, resolve } from 'node:path';
import { NO_HOSTS, type Hosts } from '../model/hosts';
import type { Lab } from '../model/lab';
import { TopologyError, type Problem } from '../model/problems';
import { validate } from '../model/validate';
import { LabError } from '../system/errors';

const EXTENSIONS = ['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs'];
const SHOWN = 30;
const CHOOSE = 'name another file in LAB_TOPOLOGY or in the "context" of cdktf.json';

/**
 * Loads and validates the topology that a file exports as its default.
 *
 * @param file Path, absolute or from the working directory.
 * @param hosts What the user says about the hosts of its nodes, see `readHosts`.
 * @throws LabError with exit code 2 for a file that cannot be read or run, and for a topology with problems.
 */
export const loadTopology = (file: string, hosts: Hosts = NO_HOSTS): Promise<Lab> =>
  Promise.resolve(resolve(file)).then((path) => load(path, hosts));

function load(path: string, hosts: Hosts): Lab {
  checkFile(path, shown(path));
  const topology = defaultExport(path, shown(path));
  try {
    return validate(topology, shown(path), hosts);
  } catch (error) {
    throw error instanceof TopologyError ? inWords(error) : error;
  }
}

/** From the working directory where the file is below it. */
function shown(path: string): string {
  const near = relative('', path);
  return near.startsWith('..') ? path : near;
}

function checkFile(path: string, where: string): void {
  try {
    const file = statSync(path);
    if (!file.isFile()) {
      const why = file.isDirectory() ? 'it is a folder' : 'it is a pipe, socket or device';
      throw new LabError('The topology is not a file', { where, why, next: CHOOSE });
    }
    accessSync(path, constants.R_OK);
  } catch (error) {
    if (error instanceof LabError) throw error;
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new LabError(
      missing ? 'There is no such topology file' : 'The topology file cannot be read',
      { where, why: missing ? 'nothing has this path' : firstLine(error), next: CHOOSE },
    );
  }
  if (!EXTENSIONS.includes(extname(path))) {
    throw new LabError('The topology file is no TypeScript file', {
      where,
      why: `its name ends in none of ${EXTENSIONS.join(', ')}`,
      next: CHOOSE,
    });
  }
}

function defaultExport(path: string, where: string): unknown {
  // Not import(): a test runner that compiles to CommonJS would hand a file URL to require.
  const require = createRequire(__filename);
  let exported: unknown;
  try {
    exported = require(path);
  } catch (error) {
    throw new LabError('The topology file cannot be loaded', {
      ...located(error, path, where),
      next: 'mend the file; `npx tsc --noEmit` checks it without running it',
    });
  }
  const topology = isObject(exported) ? exported['default'] : undefined;
  if (topology === undefined) {
    throw new LabError('The topology file has no default export', {
      where,
      why: 'only `export default` counts',
      next: 'end the file with `export default topology;`',
    });
  }
  if (!isObject(topology) || !['name', 'nodes', 'chapters'].some((key) => key in topology)) {
    throw new LabError('The default export is not a topology', {
      where,
      why: 'it is no object with a name, nodes and chapters',
      next: 'export a value of the type Topology of model/topology.ts',
    });
  }
  return topology;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const firstLine = (error: unknown): string => {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n').find((line) => line.trim() !== '') ?? 'it says nothing';
};

/** The line of a syntax error, or of the statement that threw, and what was said there. */
function located(error: unknown, path: string, where: string) {
  const syntax = /^(.+):(\d+):\d+: ERROR: (.+)$/m.exec(error instanceof Error ? error.message : '');
  if (syntax !== null) {
    const [, file = path, line, why = ''] = syntax;
    return { where: `${shown(resolve(file))}:${line}`, why };
  }
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frame = stack.split('\n').find((line) => line.includes(`${path}:`));
  const line = frame?.split(`${path}:`)[1]?.split(':')[0];
  return { where: line === undefined ? where : `${where}:${line}`, why: firstLine(error) };
}

/** The first problem as the error, the others under it. */
function inWords({ file, problems }: TopologyError): LabError {
  const [first, ...others] = problems;
  const place = ({ path }: Problem) => path || 'the topology';
  const list = others
    .slice(0, SHOWN)
    .map((problem) => `\n  also:  ${place(problem)}: ${problem.message} (${problem.next})`);
  const rest = others.length > SHOWN ? `\n  and ${others.length - SHOWN} more` : '';
  return new LabError(`The topology cannot be used: ${first.message}`, {
    where: `${file}: ${place(first)}`,
    why: first.why,
    next: `${first.next}${list.join('')}${rest}`,
  });
}
