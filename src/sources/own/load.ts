import { accessSync, constants, statSync } from 'node:fs';
import { extname, relative, resolve } from 'node:path';
import { NO_HOSTS, type Hosts } from '../../topology/hosts';
import type { Lab } from '../../topology/lab';
import { TopologyError, type Problem } from '../../topology/problems';
import { validate } from '../../topology/validate';
import { LabError } from '../../platform/errors';
import { harmless } from '../../platform/harmless';
import { compile, CompileError, type Compiled, type Place } from './compile';
import { messageOf } from './plain';
import { startProcess } from './process';
import { type Text, lines, phrase, verbatim } from '../../text/text';

const EXTENSIONS = ['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs', '.json'];
const SHOWN = 30;
const CHOOSE = phrase('name another file in LAB_TOPOLOGY or in the "context" of cdktf.json');

/**
 * Loads and validates the topology that a file exports as its default.
 *
 * @param file Path, absolute or from the working directory.
 * @param hosts What the user says about the hosts of its nodes, see `readHosts`.
 * @throws LabError with exit code 2 for a file that cannot be read or run, and for a topology with problems.
 */
export const loadTopology = (file: string, hosts: Hosts = NO_HOSTS): Promise<Lab> =>
  Promise.resolve(resolve(file)).then((path) => load(path, hosts));

async function load(path: string, hosts: Hosts): Promise<Lab> {
  checkFile(path, shown(path));
  const topology = await defaultExport(path, shown(path));
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
      const why = file.isDirectory()
        ? phrase('it is a folder')
        : phrase('it is a pipe, socket or device');
      throw new LabError(phrase('The topology is not a file'), { where, why, next: CHOOSE });
    }
    accessSync(path, constants.R_OK);
  } catch (error) {
    if (error instanceof LabError) throw error;
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new LabError(
      missing
        ? phrase('There is no such topology file')
        : phrase('The topology file cannot be read'),
      {
        where,
        why: missing ? phrase('nothing has this path') : firstLine(messageOf(error)),
        next: CHOOSE,
      },
    );
  }
  if (!EXTENSIONS.includes(extname(path))) {
    throw new LabError(phrase('The topology file is no TypeScript file'), {
      where,
      why: phrase('its name ends in none of {extensions}', { extensions: EXTENSIONS }),
      next: CHOOSE,
    });
  }
}

/** What the file exports as its default, as data. */
async function defaultExport(path: string, where: string): Promise<unknown> {
  const child = startProcess();
  const compiled = await compile(path).catch((error: unknown) => {
    child.kill();
    throw error instanceof CompileError ? unloadable(where, error.why, error.place) : error;
  });
  const { said, ended, printed } = await child.run(compiled.text);
  if (said === undefined) {
    throw new LabError(phrase('The topology file gives no topology'), {
      where,
      why: ended,
      next: phrase('let it export data and do nothing else'),
    });
  }
  process.stderr.write(harmless(printed));
  switch (said.kind) {
    case 'threw':
      throw unloadable(where, firstLine(said.message), placeIn(said.stack, compiled));
    case 'not data':
      throw new LabError(
        phrase('The topology is not data: {place} {is}', {
          place: said.place || phrase('it'),
          is: said.is,
        }),
        {
          where,
          why: phrase('it is read once, as JSON'),
          next: said.next,
        },
      );
    case 'nothing':
      throw noDefault(where);
    case 'exported':
      // Of a file that is no module, `default` is what a program that requires it gets.
      if (!compiled.isModule && !said.esModule) throw noDefault(where);
      return topologyOf(said.value, where);
  }
}

function topologyOf(value: unknown, where: string): unknown {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (isObject && ['name', 'nodes', 'chapters'].some((key) => key in value)) return value;
  throw new LabError(phrase('The default export is not a topology'), {
    where,
    why: phrase('it is no object with a name, nodes and chapters'),
    next: phrase('export a value of the type Topology of src/topology/topology.ts'),
  });
}

const noDefault = (where: string): LabError =>
  new LabError(phrase('The topology file has no default export'), {
    where,
    why: phrase('only `export default` counts'),
    next: phrase('end the file with `export default topology;`'),
  });

const unloadable = (where: string, why: Text, place?: Place): LabError =>
  new LabError(phrase('The topology file cannot be loaded'), {
    where: place === undefined ? where : `${shown(place.file)}:${place.line}`,
    why,
    next: phrase('mend the file; `npx tsc --noEmit` checks it without running it'),
  });

/** The statement of the topology that threw. */
function placeIn(stack: string, { placeOf }: Compiled): Place | undefined {
  for (const [, line, column] of stack.matchAll(/\[eval\d*\]:(\d+):(\d+)/g)) {
    const place = placeOf(Number(line), Number(column));
    if (place !== undefined) return place;
  }
  return undefined;
}

function firstLine(text: string): Text {
  const line = text.split('\n').find((one) => one.trim() !== '');
  return line === undefined ? phrase('it says nothing') : verbatim(line);
}

/** The first problem as the error, the others under it. */
function inWords({ file, problems }: TopologyError): LabError {
  const [first, ...others] = problems;
  const place = ({ path }: Problem) => path || phrase('the topology');
  const rest = others.length - SHOWN;
  return new LabError(
    phrase('The topology cannot be used: {problem}', { problem: first.message }),
    {
      where: phrase('{file}: {place}', { file, place: place(first) }),
      why: first.why,
      next: lines(
        first.next,
        ...others.slice(0, SHOWN).map((problem) =>
          phrase('  also:  {place}: {message} ({next})', {
            place: place(problem),
            message: problem.message,
            next: problem.next,
          }),
        ),
        ...(rest > 0 ? [phrase('  and {count} more', { count: rest })] : []),
      ),
    },
  );
}
