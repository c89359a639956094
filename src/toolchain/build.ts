import { copyFile, mkdtemp, mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { LabError } from '../platform/errors';
import { contentHash, withLock } from './cache';
import type { KitContext } from './context';
import { inspectImages } from './host-images';
import { type Text, asText, phrase, verbatim } from '../text/text';

/** How an image is built: a Dockerfile, the files that it copies, and its arguments. */
export interface Recipe {
  /** Tag without its content hash, such as `docker-network-lab/node:26.1`. */
  readonly tag: string;
  /** Relative to the checkout; the first is the Dockerfile. All end up side by side in the build context. */
  readonly files: readonly [string, ...string[]];
  readonly args: Readonly<Record<string, string>>;
  /** What decides the content besides the files, such as the Debian suite. */
  readonly words: readonly string[];
}

const MINUTES = 60_000;

/** The recipe's tag with the hash of its content. */
export async function recipeTag(
  { tag, files, args, words }: Recipe,
  root: string,
): Promise<string> {
  const paths = files.map((file) => join(root, file));
  const hash = await contentHash(paths, [...words, JSON.stringify(args)]);
  return tag.includes(':') ? `${tag}-${hash}` : `${tag}:${hash}`;
}

/**
 * The tag of an image that the machine's engine then has; built where it was absent.
 * @param base asked for only where it must be built
 * @param made likewise: further files for the build context, by absolute path
 * @throws LabError
 */
export async function ensureBuilt(
  { config, run }: Pick<KitContext, 'config' | 'run'>,
  recipe: Recipe,
  base: () => Promise<string>,
  progress: (text: Text) => void,
  made: () => Promise<readonly string[]> = () => Promise.resolve([]),
): Promise<string> {
  const tag = await recipeTag(recipe, config.home);
  const isThere = async (): Promise<boolean> => (await inspectImages(run, [tag])).has(tag);
  if (await isThere()) return tag;
  return withLock(config.cacheDir, `build-${tag.replace(/[/:]/g, '-')}`, async () => {
    if (await isThere()) return tag;
    const [from, further] = await Promise.all([base(), made()]);
    const temporary = join(config.cacheDir, 'build');
    await mkdir(temporary, { recursive: true });
    const folder = await mkdtemp(join(temporary, 'context-'));
    try {
      for (const file of [...recipe.files.map((name) => join(config.home, name)), ...further]) {
        await copyFile(file, join(folder, basename(file)));
      }
      progress(phrase('docker build of {image}', { image: tag }));
      const args = { BASE: from, ...recipe.args };
      const argv = [
        // The machine's own network, so that a build depends neither on NAT nor on a resolver of its own.
        ...['docker', 'build', '--network', 'host', '--tag', tag],
        ...['--file', join(folder, basename(recipe.files[0]))],
        ...Object.entries(args).flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]),
        // Without a value: taken from the environment where it is set.
        ...['http_proxy', 'https_proxy', 'no_proxy'].flatMap((name) => ['--build-arg', name]),
        folder,
      ];
      const result = await run(argv, {
        // The builder that every engine has; buildx may be absent or build somewhere else.
        env: { DOCKER_BUILDKIT: '0' },
        timeout: 20 * MINUTES,
        onLine: (line) => progress(verbatim(line)),
      });
      if (result.failure !== undefined) {
        throw new LabError(phrase('image {name} cannot be built', { name: tag }), {
          where: recipe.files[0],
          why: lastLines(`${result.stdout}\n${result.stderr}`) ?? asText(result.failure),
          next: phrase('see that the package sources can be reached, then run this command again'),
        });
      }
      return tag;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}

function lastLines(output: string): Text | undefined {
  const text = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/DEPRECATED|BuildKit|environment-variable|buildx/.test(line))
    .slice(-5)
    .join('\n');
  return text === '' ? undefined : verbatim(text);
}
