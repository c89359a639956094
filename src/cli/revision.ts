import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hosts } from '../topology/hosts';
import type { Lab } from '../topology/lab';
import { LabError } from '../platform/errors';
import { ensureFolder } from '../platform/folder';
import type { Run } from '../platform/run';
import { loadTopology } from '../sources/own/load';
import { asText, phrase, verbatim, withNames } from '../text/text';

export interface RevisionRequest {
  /** Absolute path of the checkout. */
  readonly root: string;
  readonly run: Run;
  /** Topology file from the checkout's root. */
  readonly file: string;
  /** What the user says about hosts now: a revision is compared with the same ones. */
  readonly hosts?: Hosts;
  /** Anything that git takes for a commit; `REVISION:FILE` names another topology file as well. */
  readonly revision: string;
}

/** A lab as it was in a revision. */
export interface RevisionLab {
  readonly lab: Lab;
  /** Abbreviated id of the commit. */
  readonly commit: string;
}

/**
 * Loads the topology file of a revision with the code of the checkout. The revision's files are put into a folder
 * where the checkout's packages are found, and are removed again.
 * @throws LabError (exit code 2) for an unknown revision, or one that has no such topology
 */
export async function labOfRevision(request: RevisionRequest): Promise<RevisionLab> {
  const { revision, file } = splitFile(request);
  const named = { ...request, revision };
  return withRevision(
    named,
    () => scratchFolder(request.root),
    async (files, commit) => {
      const path = join(files, file);
      if (!path.startsWith(`${files}/`) || !existsSync(path)) throw missing(revision, file);
      return { lab: await loadTopology(path, request.hosts), commit: commit.slice(0, 10) };
    },
  );
}

/**
 * Works on the files of a revision, which are put into a folder of its own there and removed again. The folder is made
 * only once there is such a revision.
 * @throws LabError (exit code 2) for an unknown revision; the paths in what `work` throws are those of the revision
 */
export async function withRevision<T>(
  request: Pick<RevisionRequest, 'root' | 'run' | 'revision'>,
  makeFolder: () => string,
  work: (files: string, commit: string) => Promise<T>,
): Promise<T> {
  const { root, run, revision } = request;
  const commit = await commitOf(request, revision);
  const folder = makeFolder();
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const stop = (): never => {
    remove();
    process.exit(130);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const archive = join(folder, 'revision.tar');
    const files = join(folder, 'files');
    mkdirSync(files);
    await must(run, root, ['git', 'archive', '--format=tar', `--output=${archive}`, commit]);
    await must(run, root, ['tar', '-x', '-f', archive, '-C', files]);
    return await work(files, commit).catch((error: unknown) => {
      throw renamed(error, files, revision);
    });
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    remove();
  }
}

/** A folder from which the checkout's packages are found: below it, or beside a link to them where nothing may be written. */
function scratchFolder(root: string): string {
  const parent = join(root, '.lab');
  try {
    ensureFolder(parent);
    return mkdtempSync(join(parent, '_revision-'));
  } catch {
    const folder = mkdtempSync(join(tmpdir(), 'lab-revision-'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    return folder;
  }
}

function splitFile({ revision, file }: RevisionRequest): { revision: string; file: string } {
  const named = /^(.+):([^:]+\.[mc]?[tj]s)$/.exec(revision);
  return named === null ? { revision, file } : { revision: named[1]!, file: named[2]! };
}

async function commitOf(
  { root, run }: Pick<RevisionRequest, 'root' | 'run'>,
  revision: string,
): Promise<string> {
  // Git would take it for an option.
  const unusable = revision === '' || revision.startsWith('-');
  const argv = ['git', 'rev-parse', '--verify', '--quiet', `${revision}^{commit}`];
  const found = unusable ? undefined : await run(argv, { cwd: root });
  const commit = found?.stdout.trim() ?? '';
  if (/^[0-9a-f]{40,64}$/.test(commit)) return commit;
  throw new LabError(phrase('unknown revision {name}', { name: JSON.stringify(revision) }), {
    where: '--against',
    why:
      found === undefined || found.stderr.trim() === ''
        ? phrase('git finds no commit of this name')
        : verbatim(found.stderr.trim()),
    next: phrase('name a commit, branch or tag; in CI, fetch the whole history (fetch-depth: 0)'),
  });
}

async function must(run: Run, cwd: string, argv: readonly string[]): Promise<void> {
  const { failure } = await run(argv, { cwd });
  if (failure === undefined) return;
  throw new LabError(phrase('the revision cannot be read'), {
    where: argv.join(' '),
    why: asText(failure),
    next: phrase('see that git and tar are installed'),
  });
}

export const missing = (revision: string, file: string): LabError =>
  new LabError(phrase('{revision} has no {file}', { revision, file }), {
    where: '--against',
    why: phrase('the topology file is not in that revision'),
    next: phrase('name the file that it had: --against {revision}:topologies/OTHER.ts', {
      revision,
    }),
  });

/** The paths of a message as they are in the revision, not in the folder that is gone by now. */
function renamed(error: unknown, folder: string, revision: string): unknown {
  if (!(error instanceof LabError)) return error;
  const near = folder.startsWith(process.cwd()) ? folder.slice(process.cwd().length + 1) : folder;
  const inWords = (text: string): string =>
    text.replaceAll(`${folder}/`, `${revision}:`).replaceAll(`${near}/`, `${revision}:`);
  const details = Object.fromEntries(
    Object.entries(error.details).map(([key, text]) => [
      key,
      typeof text === 'string' ? inWords(text) : withNames(text, inWords),
    ]),
  );
  return new LabError(withNames(error.what, inWords), details, error.exitCode);
}
