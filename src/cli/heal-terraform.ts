import { lstatSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fileError } from '../platform/file-error';
import { isFolder } from '../platform/folder';
import { putAside } from '../platform/put-aside';
import { readText, readWhole } from '../platform/whole-file';
import type { Text } from '../text/text';

/** Terraform's own files in the folder of a stack. */
export const TERRAFORM = '.terraform';
export const LOCK = '.terraform.lock.hcl';
/** What synthesis writes there, and at the top of its output. */
const WRITTEN = ['cdk.tf.json', 'leftovers.json', 'terraform.d'];

/** Versions of the provider that a stack takes. */
const TAKEN = /^4\.(?:[2-9]|\d\d+)\./;

/** The version of every state since Terraform 0.12. */
const stateFile = z.looseObject({
  version: z.literal(4),
  serial: z.number(),
  resources: z.array(z.looseObject({ type: z.string(), name: z.string() })),
});
const backendFile = z.looseObject({
  version: z.literal(3),
  backend: z.looseObject({ type: z.literal('local') }),
});

export interface Damaged {
  /** Absolute path. */
  readonly file: string;
  readonly why: Text;
  /** Where it is now. */
  readonly aside: string;
}

/**
 * Puts a state that nobody can read out of the way: what stands on the nodes is then left over from it, and made anew.
 * Only for who has the lab alone, since Terraform writes its state in place.
 * @returns undefined where there is none, or one that can be read
 * @throws LabError
 */
export function putStateAside(file: string): Damaged | undefined {
  const found = readWhole(file, stateFile);
  if (found.kind !== 'damaged' || isEmpty(file)) return undefined;
  return { file, why: found.why, aside: putAside(file) };
}

/** To Terraform an empty state is none. */
const isEmpty = (file: string): boolean => {
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size === 0;
};

/**
 * Takes away what is damaged of Terraform's files in the folder of a stack, all of which `terraform init` and synthesis
 * write anew; what is whole stays. Only for who has the lab alone.
 * @throws LabError
 */
export function healStack(stack: string): void {
  for (const name of WRITTEN) {
    const found = lstatSync(join(stack, name), { throwIfNoEntry: false });
    if (found !== undefined && !found.isFile() && !found.isSymbolicLink()) remove(stack, name);
  }
  const lock = readText(join(stack, LOCK));
  const locked = lock.kind === 'whole' ? providersIn(lock.value) : [];
  // Without a file `init` chooses; with one that says nothing it stops.
  if (lock.kind !== 'absent' && locked.length === 0) remove(stack, LOCK);
  if (!isInitialised(join(stack, TERRAFORM), locked)) remove(stack, TERRAFORM);
}

/** Paths of providers below `.terraform/providers`, without the platform; empty for a file that `init` would refuse. */
function providersIn(lock: string): string[] {
  const blocks = [...lock.matchAll(/^provider "([\w./-]+)" \{\n((?: .*\n)*)\}$/gm)];
  const paths = blocks.map(([, name = '', body = '']) => {
    const version = /^ +version += "([\w.+-]+)"$/m.exec(body)?.[1];
    const isWhole =
      version !== undefined &&
      TAKEN.test(version) &&
      /^ +hashes = \[\n(?: +".+",\n)+ +\]$/m.test(body);
    return isWhole ? join(name, version) : undefined;
  });
  return paths.some((path) => path === undefined) ? [] : (paths as string[]);
}

/** Where there is none `init` makes one: whole is also what is not there. */
function isInitialised(folder: string, locked: readonly string[]): boolean {
  if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) return true;
  if (!isFolder(folder)) return false;
  const backend = readWhole(join(folder, 'terraform.tfstate'), backendFile);
  return (
    backend.kind === 'whole' && locked.every((path) => hasProgram(join(folder, 'providers', path)))
  );
}

const hasProgram = (folder: string): boolean =>
  isFolder(folder) &&
  readdirSync(folder).some((platform) => {
    const place = join(folder, platform);
    return isFolder(place) && readdirSync(place).some((name) => isProgram(join(place, name)));
  });

function isProgram(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size > 0 && (found.mode & 0o100) !== 0;
}

function remove(stack: string, name: string): void {
  const path = join(stack, name);
  try {
    rmSync(path, { recursive: true, force: true });
  } catch (error) {
    throw fileError('removed', path, error);
  }
}
