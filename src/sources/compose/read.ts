import { composeReader } from '../../toolchain/compose';
import type { Config } from '../../platform/config';
import { LabError } from '../../platform/errors';
import type { Run } from '../../platform/run';
import { projectSchema, type Project } from './project';
import { type Text, asText, phrase, verbatim } from '../../text/text';

/** What Compose itself takes on its command line. */
export interface ComposeRequest {
  /** Absolute paths, at least one. */
  readonly files: readonly string[];
  readonly profiles: readonly string[];
  readonly envFiles: readonly string[];
  readonly project: string | undefined;
  readonly services: readonly string[];
}

export interface Reading {
  readonly project: Project;
  /** What Compose remarks, a line each, such as variables that are not set. */
  readonly remarks: readonly string[];
}

interface Tools {
  readonly config: Config;
  readonly run: Run;
  readonly progress: (text: Text) => void;
}

/**
 * What a project says of its network, read by Compose itself: interpolation, merging, `extends`, `include` and profiles
 * are its business.
 * @throws LabError for files that Compose refuses
 */
export async function readProject(request: ComposeRequest, tools: Tools): Promise<Reading> {
  const { run } = tools;
  const options = [
    ...request.files.flatMap((file) => ['-f', file]),
    ...request.profiles.flatMap((name) => ['--profile', name]),
    ...request.envFiles.flatMap((file) => ['--env-file', file]),
    ...(request.project === undefined ? [] : ['-p', request.project]),
  ];
  const plugin = ['docker', 'compose'];
  const config = ['config', '--format', 'json', '--no-env-resolution'];
  const argv = (await hasPlugin(run))
    ? [...plugin, ...options, ...config, ...request.services]
    : [await composeReader(tools, tools.progress), ...options, ...request.services];
  const { failure, stdout, stderr } = await run(argv, { timeout: 60_000 });
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  if (failure !== undefined) throw refused(request, reasonIn(lines) ?? asText(failure));
  return {
    project: parse(stdout, request),
    remarks: lines.map(warning).filter((line) => line !== undefined),
  };
}

/** Whether docker compose is there, and new enough to leave environment files alone. */
async function hasPlugin(run: Run): Promise<boolean> {
  const argv = ['docker', 'compose', 'config', '--help'];
  const { failure, stdout } = await run(argv, { timeout: 10_000 });
  return failure === undefined && stdout.includes('--no-env-resolution');
}

function parse(stdout: string, request: ComposeRequest): Project {
  let why: Text;
  try {
    const read = projectSchema.safeParse(JSON.parse(stdout));
    if (read.success) return read.data;
    why = phrase('{place} is not what it should be', {
      place: read.error.issues[0]?.path.join('.') ?? '',
    });
  } catch {
    // The message of a syntax error quotes the text.
    why = phrase('what Compose prints is no JSON');
  }
  throw refused(request, why);
}

const refused = ({ files }: ComposeRequest, why: Text): LabError =>
  new LabError(phrase('Compose refuses the files'), {
    where: files.join(', '),
    why,
    next: phrase(
      'mend the files; variables can be given by the environment or --env-file FILE, profiles by --profile NAME',
    ),
  });

/** The last line that is no warning says why. */
function reasonIn(lines: readonly string[]): Text | undefined {
  const telling = lines.filter((line) => !line.startsWith('time=') && !/level=warning/.test(line));
  return telling.length === 0 ? undefined : verbatim(telling.join('\n'));
}

const warning = (line: string): string | undefined =>
  /level=warning msg="((?:[^"\\]|\\.)*)"/.exec(line)?.[1]?.replaceAll('\\"', '"');
