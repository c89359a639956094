import { join } from 'node:path';
import { LabError } from '../platform/errors';
import { whyOf } from '../platform/run';
import type { Making } from './context';
import { neededGo, requireGo, type Go } from './go';
import { type Text, phrase, verbatim } from '../text/text';

/** What is built of a Go module of this project's own. */
export interface GoBuild {
  /** What an error says where it cannot be built. */
  readonly failure: Text;
  /** Its folder in the checkout, which has `go.mod` and `go.sum`. */
  readonly module: string;
  /** A file, or for several packages a folder. */
  readonly output: string;
  readonly packages: readonly string[];
  readonly tags?: readonly string[];
  readonly linkerFlags: string;
}

const MINUTES = 60_000;

/** Builds commands without cgo, so that they run on every Linux of this machine's kind. @throws LabError */
export async function goBuild(
  { config, run }: Pick<Making, 'config' | 'run'>,
  build: GoBuild,
  progress: (text: Text) => void,
): Promise<void> {
  const go = await requireGo(
    run,
    neededGo(join(config.home, build.module, 'go.mod')),
    build.failure,
  );
  progress(
    phrase('go build of {provider}: minutes on the first time', { provider: build.packages }),
  );
  let compiled = 0;
  await compileModule({ config, run }, go, build, (line) =>
    progress(
      line.startsWith('go: ')
        ? verbatim(line.slice(4))
        : phrase('compiled {count}: {what}', { count: ++compiled, what: line }),
    ),
  );
}

/**
 * The same with a Go that was found.
 * @param onLine told what is fetched and compiled, a line each
 * @throws LabError
 */
export async function compileModule(
  { config, run }: Pick<Making, 'config' | 'run'>,
  go: Go,
  { failure, module, output, packages, tags = [], linkerFlags }: GoBuild,
  onLine?: (line: string) => void,
): Promise<void> {
  const folder = join(config.home, module);
  const argv = [
    ...['go', 'build', ...(onLine === undefined ? [] : ['-v']), '-buildvcs=false', '-trimpath'],
    ...(tags.length === 0 ? [] : ['-tags', tags.join(',')]),
    ...['-ldflags', linkerFlags, '-o', output, ...packages],
  ];
  const result = await run(argv, {
    cwd: folder,
    env: { ...go.env, CGO_ENABLED: '0', GOFLAGS: '', GOWORK: 'off' },
    timeout: 30 * MINUTES,
    ...(onLine === undefined ? {} : { onLine }),
  });
  if (result.failure === undefined) return;
  throw new LabError(failure, {
    where: folder,
    why: whyOf({ ...result, stderr: result.stderr.trim().split('\n').slice(-5).join('\n') }),
    next: phrase('see that the Go module proxy can be reached, then run this command again'),
  });
}
