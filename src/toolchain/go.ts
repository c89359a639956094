import { readFileSync } from 'node:fs';
import { LabError } from '../platform/errors';
import type { Run } from '../platform/run';
import { compareVersions } from './versions';
import { type Text, phrase } from '../text/text';

export interface Go {
  readonly version: string;
  /** Environment with which it builds a module of the needed version. */
  readonly env: Readonly<Record<string, string>>;
}

/** The Go version that a module asks for. */
export function neededGo(goMod: string): string {
  return /^go (\S+)$/m.exec(readFileSync(goMod, 'utf8'))?.[1] ?? '1.25';
}

/** From this version on Go fetches a newer toolchain by itself, as a module. */
const FETCHES_TOOLCHAINS = '1.21';

/** A Go that can build a module; undefined where there is none. */
export async function findGo(run: Run, needed: string): Promise<Go | undefined> {
  const result = await run(['go', 'env', 'GOVERSION'], { env: { GOTOOLCHAIN: 'local' } });
  if (result.failure !== undefined) return undefined;
  const version = result.stdout.trim().replace(/^go/, '');
  if (compareVersions(version, needed) >= 0) return { version, env: {} };
  return compareVersions(version, FETCHES_TOOLCHAINS) >= 0
    ? { version, env: { GOTOOLCHAIN: 'auto' } }
    : undefined;
}

export const goRemedy = (needed: string): Text =>
  phrase(
    'install Go >= {version} (https://go.dev/dl; on Debian 13 or newer: apt-get install golang-go), or go online: LAB_OFFLINE=0',
    { version: needed },
  );

/**
 * @param failure what cannot be done without it
 * @throws LabError where there is none
 */
export async function requireGo(run: Run, needed: string, failure: Text): Promise<Go> {
  const go = await findGo(run, needed);
  if (go !== undefined) return go;
  throw new LabError(failure, {
    why: phrase(
      'the ordinary sources do not answer, and no Go >= {version} is on PATH to build it',
      {
        version: FETCHES_TOOLCHAINS,
      },
    ),
    next: goRemedy(needed),
  });
}
