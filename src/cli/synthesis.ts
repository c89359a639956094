import { join } from 'node:path';
import { accessStates, type AccessState } from '../nodes/access';
import { readInventory } from '../nodes/inventory-file';
import { findLeftovers } from '../nodes/leftovers/find';
import { readKnown } from '../nodes/leftovers/known';
import { nameOf, type Findings, type Leftover, type Obstacle } from '../nodes/leftovers/leftover';
import type { Lab, LabNode } from '../topology/lab';
import { undeployable } from '../topology/undeployable';
import { backendOf } from '../nodes/inventory';
import type { labPaths } from '../platform/config';
import { fileError } from '../platform/file-error';
import { ensureFolder } from '../platform/folder';
import { closeToOthers } from '../platform/private';
import { run as systemRun, type Run } from '../platform/run';
import { told } from '../i18n/say';
import { healStack, putStateAside, type Damaged } from './heal-terraform';
import { loadStacks } from './stacks';
import { type Text, phrase } from '../text/text';

export interface SynthesisRequest {
  readonly lab: Lab;
  readonly paths: ReturnType<typeof labPaths>;
  /** Relative to the checkout. */
  readonly topologyFile: string;
  readonly outdir: string;
  readonly run?: Run;
  /** The command has the lab alone, and mends what is damaged; told of what it put aside. */
  readonly onHeal?: (damaged: Damaged) => void;
}

/** What `remove-leftovers` is given. */
export interface LeftoverList {
  readonly objects: readonly Leftover[];
  /** Nodes whose namespace pairs are made anew. */
  readonly brokenPairs: readonly string[];
}

export interface Synthesis {
  /** Folder of the stack. */
  readonly stack: string;
  readonly access: readonly AccessState[];
  readonly findings: Findings;
}

/** Asks the nodes what is on them and writes the stack: the same for `lab` and for a bare `cdktf`. */
export async function synthesiseLab(request: SynthesisRequest): Promise<Synthesis> {
  const { lab, paths, topologyFile, outdir, run = systemRun, onHeal } = request;
  if (onHeal !== undefined) heal(paths, join(outdir, 'stacks', lab.name), onHeal);
  const asked = askNodes(lab, paths, run);
  const [{ access, findings }, { synthesise }] = await Promise.all([asked, loadStacks()]);
  const { leftovers, obstacles, brokenPairs, healed, serial } = findings;
  const made = join(outdir, 'stacks');
  // Environment values are in what is written there.
  ensureFolder(made);
  closeToOthers(made, 0);
  const stack = written(join(made, lab.name), () =>
    synthesise({
      ...{ lab, access, topologyFile, outdir },
      offlineProvider: paths.offlineProvider,
      leftovers: {
        found: leftovers.map((one) => `${nameOf(one)} ${one.id}`),
        inTheWay: [...obstacles.map(sentenceOf), ...refused(lab, paths)],
        // With the number of the state: what broke again later is another matter.
        brokenPairs: brokenPairs.map((node) => ({ node, since: `state ${serial}` })),
        healed,
      },
      leftoverList: { objects: leftovers, brokenPairs } satisfies LeftoverList,
    }),
  );
  closeToOthers(stack, 1);
  return { stack, access, findings };
}

/** @throws LabError for what the file system refuses */
function written<T>(stack: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    const { code, path, dest } = error as NodeJS.ErrnoException & { readonly dest?: string };
    if (code === undefined) throw error;
    throw fileError('written', dest ?? path ?? stack, error);
  }
}

function heal(
  paths: SynthesisRequest['paths'],
  stack: string,
  onHeal: NonNullable<SynthesisRequest['onHeal']>,
): void {
  const state = putStateAside(paths.state);
  if (state !== undefined) onHeal(state);
  ensureFolder(stack);
  healStack(stack);
}

/** What was put aside, in words. */
export const damagedLine = ({ file, why, aside }: Damaged): Text =>
  phrase('{file} could not be read ({why}): put aside as {aside}; what stands is made anew.', {
    ...{ file, why, aside },
  });

async function askNodes(lab: Lab, paths: SynthesisRequest['paths'], run: Run) {
  const hadPairs = readKnown(paths.state).pairs.some((words) => words !== '');
  const access = await accessStates(lab, readInventory(paths.inventory), run, hadPairs);
  return { access, findings: await findLeftovers(lab, access, paths.state) };
}

/** What no deploy could bring about, as a bare cdktf comes by no other place that would refuse it. */
function refused(lab: Lab, paths: SynthesisRequest['paths']): string[] {
  const inventory = readInventory(paths.inventory);
  const isMade = ({ name }: LabNode): boolean => {
    const node = inventory?.nodes.find((one) => one.name === name);
    return (
      inventory === undefined || node === undefined || backendOf(inventory, node) === 'containers'
    );
  };
  const found = undeployable(lab, isMade);
  if (found === undefined) return [];
  const { what, why, next } = found;
  return [told(phrase('{what}: {why}. Next: {next}.', { what, why, next }))];
}

const sentenceOf = ({ node, what, owner, why, next }: Obstacle): string =>
  told(
    phrase('{what} on {node} belongs to {owner}: {why}. Run "{next}" or change the topology.', {
      ...{ what, node, owner, why, next },
    }),
  );
