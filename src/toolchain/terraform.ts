import { createHash } from 'node:crypto';
import { rmSync, symlinkSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Config } from '../platform/config';
import { LabError, messageOf } from '../platform/errors';
import type { Run } from '../platform/run';
import { cached, isCached, type CacheOptions } from './cache';
import type { KitContext } from './context';
import { goPlatform } from './machine';
import type { Flavour } from './provider';
import { unzipFile } from './unzip';
import { compareVersions } from './versions';
import { type Text, phrase } from '../text/text';

const OLDEST = '1.5';
const PINNED = '1.11.4';
/** SHA-256 of the archives of the pinned release, as several independent public package recipes have them. */
const SHA256: Readonly<Record<string, string>> = {
  linux_amd64: '1ce994251c00281d6845f0f268637ba50c0005657eb3cf096b92f753b42ef4dc',
  linux_arm64: 'a43d1d0da9b9bab214a8305a39db0e40869572594ccf50c416a7756499143633',
};

const DOWNLOAD_TIMEOUT = 10 * 60_000;
const INSTALL = phrase('install Terraform ({terraform}) or OpenTofu ({tofu}) >= {oldest}', {
  terraform: 'https://developer.hashicorp.com/terraform/install',
  tofu: 'https://opentofu.org/docs/intro/install',
  oldest: OLDEST,
});

export interface Terraform {
  /** A name on PATH or an absolute path. */
  readonly binary: string;
  readonly version: string;
}

const cacheKey = (): string => `terraform-${PINNED}-${goPlatform()}`;

const cachedBinary = ({ cacheDir }: Config): string => join(cacheDir, cacheKey(), 'terraform');

/** OpenTofu has a registry of its own. */
export const flavourOf = (binary: string): Flavour =>
  basename(binary).startsWith('tofu') ? 'tofu' : 'terraform';

async function versionOf(run: Run, binary: string): Promise<string | undefined> {
  const result = await run([binary, 'version', '-json'], { timeout: 30_000 });
  if (result.failure !== undefined) return undefined;
  // A warning about the CLI configuration may stand before the JSON.
  return /"terraform_version":\s*"([^"]+)"/.exec(result.stdout)?.[1];
}

/** For a download of an earlier version, of which only its running tells whether it is whole. */
const runs =
  (run: Run) =>
  async (folder: string): Promise<boolean> =>
    (await versionOf(run, join(folder, 'terraform'))) !== undefined;

const isDownloaded = ({ config, run }: Pick<KitContext, 'config' | 'run'>): Promise<boolean> =>
  isCached(config.cacheDir, cacheKey(), { verify: runs(run) });

/**
 * What the user chose, else PATH, else an earlier download; undefined where there is none that is new enough.
 * @throws LabError where the one that the user chose is missing or too old
 */
export async function findTerraform({
  config,
  run,
}: Pick<KitContext, 'config' | 'run'>): Promise<Terraform | undefined> {
  const chosen = config.terraformBinary;
  const candidates = chosen === undefined ? ['terraform', 'tofu', cachedBinary(config)] : [chosen];
  for (const binary of candidates) {
    if (binary === cachedBinary(config) && !(await isDownloaded({ config, run }))) continue;
    const version = await versionOf(run, binary);
    if (version !== undefined && compareVersions(version, OLDEST) >= 0) return { binary, version };
    if (chosen === undefined) continue;
    throw new LabError(phrase('{name} cannot be used', { name: chosen }), {
      where: 'TERRAFORM_BINARY_NAME',
      why:
        version === undefined
          ? phrase('it does not run')
          : phrase('it is {version}; {oldest} is needed', { version, oldest: OLDEST }),
      next: phrase('unset TERRAFORM_BINARY_NAME, or {install}', { install: INSTALL }),
    });
  }
  return undefined;
}

/** Terraform or OpenTofu >= 1.5: what the user chose, PATH, the cache, else a download. @throws LabError */
export async function ensureTerraform(context: KitContext): Promise<string> {
  const binary =
    (await findTerraform(context))?.binary ??
    (await downloadTerraform(context.config, fetch, SHA256, {
      verify: runs(context.run),
      reporter: context.reporter,
    }));
  if (binary === cachedBinary(context.config)) linkForNpx(context.config.root, binary);
  return binary;
}

/** Makes the download the `terraform` that a bare `npx cdktf` finds. */
function linkForNpx(root: string, binary: string): void {
  const link = join(root, 'node_modules', '.bin', 'terraform');
  rmSync(link, { force: true });
  symlinkSync(binary, link);
}

/** The pinned release, into the cache. @throws LabError where it cannot be had or is not what it should be */
export async function downloadTerraform(
  config: Config,
  get: typeof fetch = fetch,
  sums: Readonly<Record<string, string>> = SHA256,
  options: CacheOptions = {},
): Promise<string> {
  const platform = goPlatform();
  const expected = sums[platform];
  const url = `https://releases.hashicorp.com/terraform/${PINNED}/terraform_${PINNED}_${platform}.zip`;
  const fail = (why: Text): never => {
    throw new LabError(phrase('no Terraform or OpenTofu is on PATH, and none can be downloaded'), {
      where: url,
      why,
      next: phrase('{install}, then run this command again', { install: INSTALL }),
    });
  };
  if (expected === undefined)
    return fail(phrase('no release is pinned for {platform}', { platform }));
  const make = async (folder: string): Promise<void> => {
    const archive = await download(url, get).catch((error: unknown) => fail(reasonOf(error)));
    const found = createHash('sha256').update(archive).digest('hex');
    if (found !== expected)
      fail(phrase('its SHA-256 is {found}, not {expected}', { found, expected }));
    await writeFile(join(folder, 'terraform'), unzipFile(archive, 'terraform'), { mode: 0o755 });
  };
  await cached(config.cacheDir, cacheKey(), make, options);
  return cachedBinary(config);
}

async function download(url: string, get: typeof fetch): Promise<Buffer> {
  const answer = await get(url, { signal: AbortSignal.timeout(DOWNLOAD_TIMEOUT) });
  if (!answer.ok) throw new LabError(phrase('the server says {status}', { status: answer.status }));
  return Buffer.from(await answer.arrayBuffer());
}

function reasonOf(error: unknown): Text {
  // fetch hides the reason, such as ENOTFOUND, in the cause.
  return messageOf(error instanceof Error && error.cause instanceof Error ? error.cause : error);
}
