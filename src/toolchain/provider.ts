import { existsSync, readFileSync, readlinkSync } from 'node:fs';
import { copyFile, link, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PROVIDER_VERSIONS } from '../platform/provider';
import type { Config } from '../platform/config';
import { labPaths } from '../platform/config';
import { ensureFolder } from '../platform/folder';
import { cached, contentHash, isCached } from './cache';
import type { Making } from './context';
import { providerHash } from './dirhash';
import { goBuild } from './go-build';
import { goPlatform } from './machine';
import { type Text, phrase } from '../text/text';

/** The version under which Terraform finds it: the module's commit comes after release 4.5.0. */
const VERSION = '4.5.1';
const PACKAGE = 'github.com/terraform-providers/terraform-provider-docker';
const BINARY = `terraform-provider-docker_v${VERSION}`;
const LOCK = '.terraform.lock.hcl';
/** Terraform and OpenTofu each look below their own registry's name. */
const REGISTRIES = { terraform: 'registry.terraform.io', tofu: 'registry.opentofu.org' } as const;

export type Flavour = keyof typeof REGISTRIES;

const providerKey = async ({ home }: Pick<Config, 'home'>): Promise<string> => {
  const files = ['go.mod', 'go.sum'].map((name) => join(home, 'provider', name));
  return `provider-${await contentHash(files, [VERSION, goPlatform()])}`;
};

/** Whether the provider lies in the cache. */
export const providerIsBuilt = async (config: Config): Promise<boolean> =>
  isCached(config.cacheDir, await providerKey(config), { verify });

/** The lock file of a build has the digest of its binary. */
async function verify(folder: string): Promise<boolean> {
  const hash = await providerHash(binaryPath(folder, 'terraform'), BINARY);
  return readFileSync(join(folder, lockName('terraform')), 'utf8') === lockFile('terraform', hash);
}

/**
 * Builds the provider where it is not in the cache yet; a first build takes minutes.
 * @returns its folder in the cache
 * @throws LabError
 */
export async function buildProvider(
  { config, run, reporter }: Making,
  progress: (text: Text) => void,
): Promise<string> {
  const make = async (folder: string): Promise<void> => {
    const binary = binaryPath(folder, 'terraform');
    await mkdir(dirname(binary), { recursive: true });
    await goBuild(
      { config, run },
      {
        failure: phrase('the Terraform provider cannot be built'),
        module: 'provider',
        output: binary,
        packages: [PACKAGE],
        tags: ['no_compose'],
        linkerFlags: '-s -w',
      },
      progress,
    );
    const twin = binaryPath(folder, 'tofu');
    await mkdir(dirname(twin), { recursive: true });
    await link(binary, twin);
    const hash = await providerHash(binary, BINARY);
    for (const flavour of ['terraform', 'tofu'] as const) {
      await writeFile(join(folder, lockName(flavour)), lockFile(flavour, hash));
    }
  };
  return cached(config.cacheDir, await providerKey(config), make, { verify, reporter });
}

const lockName = (flavour: Flavour): string => `${flavour}${LOCK}`;

const binaryPath = (folder: string, flavour: Flavour): string =>
  join(
    folder,
    ...['terraform.d', 'plugins', REGISTRIES[flavour], 'kreuzwerker', 'docker'],
    ...[VERSION, goPlatform(), BINARY],
  );

export const lockFile = (flavour: Flavour, hash: string): string => `\
# This file is maintained automatically by "${flavour} init".
# Manual edits may be lost in future updates.

provider "${REGISTRIES[flavour]}/kreuzwerker/docker" {
  version     = "${VERSION}"
  constraints = "${PROVIDER_VERSIONS}"
  hashes = [
    "${hash}",
  ]
}
`;

/** Puts the built provider where synthesis looks for it, or takes it away where `built` is undefined. */
export async function placeProvider(
  config: Config,
  built: string | undefined,
  flavour: Flavour = 'terraform',
): Promise<void> {
  const { offlineProvider } = labPaths(config.root, '');
  if (built === undefined) return rm(offlineProvider, { recursive: true, force: true });
  const mirror = join(built, 'terraform.d');
  if (isPlaced(offlineProvider, mirror, join(built, lockName(flavour)), flavour)) return;
  ensureFolder(dirname(offlineProvider));
  const aside = `${offlineProvider}.${process.pid}`;
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { recursive: true });
  await symlink(mirror, join(aside, 'terraform.d'));
  await copyFile(join(built, lockName(flavour)), join(aside, LOCK));
  await writeFile(join(aside, flavour), '');
  await rm(offlineProvider, { recursive: true, force: true });
  await rename(aside, offlineProvider);
}

/** Whether the place has just that mirror and lock file. */
function isPlaced(place: string, mirror: string, lock: string, flavour: Flavour): boolean {
  try {
    return (
      existsSync(join(place, flavour)) &&
      readlinkSync(join(place, 'terraform.d')) === mirror &&
      readFileSync(join(place, LOCK)).equals(readFileSync(lock))
    );
  } catch {
    return false;
  }
}
