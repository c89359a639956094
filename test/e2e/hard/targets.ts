import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { labPaths, readConfig, ROOT } from '../../../src/platform/config';
import type { Ground } from './ground';

/** A file or folder that the lab keeps between commands. */
export interface Target {
  readonly name: string;
  /** Undefined where there is none. */
  readonly path: (ground: Ground) => string | undefined;
  readonly isFolder?: true;
  /** What an earlier version would have written; undefined where there was none. */
  readonly older?: (text: string) => string;
  /** False for what only a first run writes. */
  readonly isWritten?: false;
  /** Read by a lab that comes up from nothing only. */
  readonly fresh?: true;
}

const json =
  (change: (value: Record<string, unknown>) => object) =>
  (text: string): string =>
    JSON.stringify(change(JSON.parse(text) as Record<string, unknown>));

const without =
  (...keys: string[]) =>
  (value: Record<string, unknown>): object =>
    Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));

const inLab =
  (...words: string[]) =>
  ({ paths }: Ground): string =>
    join(paths.lab, ...words);

const inStack =
  (...words: string[]) =>
  ({ paths }: Ground): string =>
    join(paths.stack, ...words);

const inPlace =
  (...words: string[]) =>
  (): string =>
    join(labPaths(ROOT, '').offlineProvider, ...words);

/** The first folder of the cache whose name begins so. */
const inCache =
  (prefix: string, ...words: string[]) =>
  (): string | undefined => {
    const { cacheDir } = readConfig();
    const name = readdirSync(cacheDir).find((one) => one.startsWith(prefix));
    return name === undefined ? undefined : join(cacheDir, name, ...words);
  };

const oldLock = (text: string): string => text.replace(/version( +)= ".*"/, 'version$1= "3.6.2"');
const oldSeal = json((value) => ({ ...value, schema: 0 }));

export const TARGETS: readonly Target[] = [
  {
    name: 'inventory',
    path: ({ paths }) => paths.inventory,
    older: json(without('backend', 'offline')),
  },
  {
    name: 'state',
    path: ({ paths }) => paths.state,
    older: json((value) => ({ ...value, version: 1, resources: undefined, modules: [] })),
  },
  {
    name: 'applied',
    path: ({ paths }) => paths.applied,
    older: json(without('swarm', 'overlays', 'services')),
  },
  { name: 'last check', path: ({ paths }) => paths.lastCheck, older: oldSeal },
  { name: 'folder of the lab', path: inLab(), isFolder: true },
  { name: 'stack', path: inStack(), isFolder: true },
  { name: 'cdk.tf.json', path: inStack('cdk.tf.json') },
  { name: 'lock file', path: inStack('.terraform.lock.hcl'), older: oldLock },
  { name: '.terraform', path: inStack('.terraform'), isFolder: true },
  { name: '.terraform/providers', path: inStack('.terraform', 'providers'), isFolder: true },
  {
    name: '.terraform/terraform.tfstate',
    path: inStack('.terraform', 'terraform.tfstate'),
    older: json((value) => ({ ...value, version: 1, backend: undefined })),
  },
  { name: '.terraform/initialised-for', path: inStack('.terraform', 'initialised-for') },
  { name: 'mirror', path: inPlace(), isFolder: true },
  { name: 'lock file of the mirror', path: inPlace('.terraform.lock.hcl'), older: oldLock },
  { name: 'compiled tool', path: () => join(ROOT, 'dist', 'build.json') },
  { name: 'provider', path: inCache('provider-'), isFolder: true, isWritten: false },
  { name: 'seal of the provider', path: inCache('provider-', 'seal.json'), older: oldSeal },
  { name: 'image', path: inCache('image-', 'image.tar'), fresh: true, isWritten: false },
  {
    name: 'seal of the image',
    path: inCache('image-', 'seal.json'),
    ...{ older: oldSeal, fresh: true, isWritten: false },
  },
];
