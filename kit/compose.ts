import { join } from 'node:path';
import type { Config } from '../system/config';
import { LabError } from '../system/errors';
import type { Run } from '../system/run';
import { cached, contentHash } from './cache';
import { findGo, goRemedy, neededGo } from './go';
import { goPlatform } from './machine';

const BINARY = 'compose';
const MINUTES = 60_000;

/** The program that reads Compose files where there is no docker compose; built where the cache has none. @throws LabError */
export async function composeReader(
  { config, run }: { readonly config: Config; readonly run: Run },
  progress: (text: string) => void,
): Promise<string> {
  const module = join(config.root, 'compose');
  const files = ['go.mod', 'go.sum', 'main.go'].map((name) => join(module, name));
  const key = `compose-${await contentHash(files, [goPlatform()])}`;
  const folder = await cached(config.cacheDir, key, async (aside) => {
    const needed = neededGo(files[0]!);
    const go = await findGo(run, needed);
    const failed = (why: string, next: string): LabError =>
      new LabError('Compose files cannot be read', { why, next });
    if (go === undefined) {
      throw failed(
        `there is no docker compose, and no Go >= ${needed} on PATH to build what reads them instead`,
        `install the plugin docker-compose-plugin (https://docs.docker.com/compose/install), or ${goRemedy(needed)}`,
      );
    }
    progress('building the reader of Compose files: half a minute on the first time');
    const argv = [
      ...['go', 'build', '-buildvcs=false', '-trimpath', '-ldflags', '-s -w'],
      ...['-o', join(aside, BINARY), '.'],
    ];
    const result = await run(argv, {
      cwd: module,
      env: { ...go.env, CGO_ENABLED: '0', GOFLAGS: '', GOWORK: 'off' },
      timeout: 15 * MINUTES,
    });
    if (result.failure === undefined) return;
    throw failed(
      result.stderr.trim().split('\n').slice(-5).join('\n') || result.failure,
      'see that the Go module proxy can be reached, then run this command again',
    );
  });
  return join(folder, BINARY);
}
