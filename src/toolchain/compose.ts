import { join } from 'node:path';
import type { Config } from '../platform/config';
import { LabError } from '../platform/errors';
import type { Run } from '../platform/run';
import { cached, contentHash } from './cache';
import { findGo, goRemedy, neededGo } from './go';
import { compileModule } from './go-build';
import { goPlatform } from './machine';
import { type Text, phrase } from '../text/text';

const BINARY = 'compose';
/** The folder of its `go.mod`. */
const MODULE = 'compose';

/** The program that reads Compose files where there is no docker compose; built where the cache has none. @throws LabError */
export async function composeReader(
  { config, run }: { readonly config: Config; readonly run: Run },
  progress: (text: Text) => void,
): Promise<string> {
  const files = ['go.mod', 'go.sum', 'main.go'].map((name) => join(config.home, MODULE, name));
  const key = `compose-${await contentHash(files, [goPlatform()])}`;
  const folder = await cached(config.cacheDir, key, async (aside) => {
    const needed = neededGo(files[0]!);
    const go = await findGo(run, needed);
    const failure = phrase('Compose files cannot be read');
    if (go === undefined) {
      throw new LabError(failure, {
        why: phrase(
          'there is no docker compose, and no Go >= {needed} on PATH to build what reads them instead',
          { needed },
        ),
        next: phrase(
          'install the plugin docker-compose-plugin (https://docs.docker.com/compose/install), or {remedy}',
          { remedy: goRemedy(needed) },
        ),
      });
    }
    progress(phrase('building the reader of Compose files: half a minute on the first time'));
    await compileModule({ config, run }, go, {
      ...{ failure, module: MODULE, output: join(aside, BINARY), packages: ['.'] },
      linkerFlags: '-s -w',
    });
  });
  return join(folder, BINARY);
}
