import { join } from 'node:path';
import { accessStates, type AccessState } from '../nodes/access';
import { readInventory } from '../nodes/inventory-file';
import { findLeftovers } from '../nodes/leftovers/find';
import { readKnown } from '../nodes/leftovers/known';
import { nameOf, type Findings, type Leftover, type Obstacle } from '../nodes/leftovers/leftover';
import type { Lab } from '../model/lab';
import type { labPaths } from '../system/config';
import { ensureFolder } from '../system/folder';
import { closeToOthers } from '../system/private';
import { run as systemRun, type Run } from '../system/run';
import { loadStacks } from './stacks';

export interface SynthesisRequest {
  readonly lab: Lab;
  readonly paths: ReturnType<typeof labPaths>;
  /** Relative to the checkout. */
  readonly topologyFile: string;
  readonly outdir: string;
  readonly run?: Run;
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
  const { lab, paths, topologyFile, outdir, run = systemRun } = request;
  const asked = askNodes(lab, paths, run);
  const [{ access, findings }, { synthesise }] = await Promise.all([asked, loadStacks()]);
  const { leftovers, obstacles, brokenPairs, healed, serial } = findings;
  const made = join(outdir, 'stacks');
  // Environment values are in what is written there.
  ensureFolder(made);
  closeToOthers(made, 0);
  const stack = synthesise({
    ...{ lab, access, topologyFile, outdir },
    offlineProvider: paths.offlineProvider,
    leftovers: {
      found: leftovers.map((one) => `${nameOf(one)} ${one.id}`),
      inTheWay: obstacles.map(sentenceOf),
      // With the number of the state: what broke again later is another matter.
      brokenPairs: brokenPairs.map((node) => ({ node, since: `state ${serial}` })),
      healed,
    },
    leftoverList: { objects: leftovers, brokenPairs } satisfies LeftoverList,
  });
  closeToOthers(stack, 1);
  return { stack, access, findings };
}

async function askNodes(lab: Lab, paths: SynthesisRequest['paths'], run: Run) {
  const hadPairs = readKnown(paths.state).pairs.some((words) => words !== '');
  const access = await accessStates(lab, readInventory(paths.inventory), run, hadPairs);
  return { access, findings: await findLeftovers(lab, access, paths.state) };
}

const sentenceOf = ({ node, what, owner, why, next }: Obstacle): string =>
  `${what} on ${node} belongs to ${owner}: ${why}. Run "${next}" or change the topology.`;
