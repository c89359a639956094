import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { EngineSeries } from '../topology/engines';
import type { Config } from '../platform/config';
import { mustRun } from '../platform/run';
import { cached, contentHash, isCached } from './cache';
import type { Making } from './context';
import { goBuild } from './go-build';
import { goPlatform } from './machine';
import { type Text, phrase, verbatim } from '../text/text';

/** An engine that no Debian suite has: a Go module of this project's own builds it, and an image of Docker's has it. */
export interface BuiltEngine {
  /** The version that the module builds. */
  readonly version: string;
  /** The folder of its `go.mod`. */
  readonly module: string;
  /** Whose other programs go with it: containerd, runc, the docker command. */
  readonly on: EngineSeries;
  /** Where a registry is in reach. */
  readonly image: string;
}

export const BUILT: Readonly<Partial<Record<EngineSeries, BuiltEngine>>> = {
  '29': { version: '29.8.1', module: 'engine', on: '28.5', image: 'docker:29.8.1-dind' },
};

/** On what the kit makes on the machine's engine for a moment. */
const KIT_LABEL = 'docker-network-lab.kit';
const MOBY = 'github.com/moby/moby/v2';
export const BINARIES = ['dockerd', 'docker-proxy'] as const;

const keyOf = async (root: string, { version, module, image }: BuiltEngine, offline: boolean) => {
  const files = ['go.mod', 'go.sum'].map((name) => join(root, module, name));
  const from = offline ? [version, goPlatform()] : [image, process.arch];
  return `engine-${await contentHash(files, from)}`;
};

/** Whether a build of the engine lies in the cache. */
export const engineIsBuilt = async (
  { home, cacheDir }: Pick<Config, 'home' | 'cacheDir'>,
  engine: BuiltEngine,
): Promise<boolean> => isCached(cacheDir, await keyOf(home, engine, true));

/**
 * dockerd and docker-proxy in the cache: built, or where a registry is in reach taken from Docker's own image.
 * @throws LabError
 */
export async function ensureEngine(
  { config, run, reporter }: Making,
  engine: BuiltEngine,
  offline: boolean,
  progress: (text: Text) => void,
): Promise<string[]> {
  const { module, version, image } = engine;
  const build = (folder: string): Promise<void> =>
    goBuild(
      { config, run },
      {
        failure: phrase('Docker Engine {version} cannot be built', { version }),
        module,
        output: `${folder}/`,
        packages: BINARIES.map((name) => `${MOBY}/cmd/${name}`),
        linkerFlags: `-s -w -X ${MOBY}/dockerversion.Version=${version}`,
      },
      progress,
    );
  const take = async (folder: string): Promise<void> => {
    await mkdir(folder, { recursive: true });
    progress(verbatim(`docker pull of ${image}`));
    // Not started: the image is a file system from which two files are copied.
    const made = await mustRun(['docker', 'create', '--label', `${KIT_LABEL}=engine`, image], {
      what: phrase('the image {name} cannot be pulled', { name: image }),
      next: phrase('docker pull {name}; or LAB_OFFLINE=1 to build the engine', { name: image }),
      run,
    });
    const container = made.trim().split('\n').at(-1) ?? '';
    try {
      for (const name of BINARIES) {
        await mustRun(['docker', 'cp', `${container}:/usr/local/bin/${name}`, folder], {
          what: phrase('the image {name} has no {program}', { name: image, program: name }),
          next: phrase('LAB_OFFLINE=1 ./lab up, which builds the engine'),
          run,
        });
      }
    } finally {
      await run(['docker', 'rm', '--force', container]);
    }
  };
  const key = await keyOf(config.home, engine, offline);
  const folder = await cached(config.cacheDir, key, offline ? build : take, { reporter });
  return BINARIES.map((name) => join(folder, name));
}
