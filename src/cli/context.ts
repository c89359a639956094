import { relative } from 'node:path';
import type { Lab } from '../topology/lab';
import type { Backend, BackendContext } from '../nodes/backend';
import { containers } from '../nodes/containers';
import { mixed } from '../nodes/mixed';
import { remote } from '../nodes/remote';
import { vagrant } from '../nodes/vagrant';
import type { Held } from '../toolchain/lab-lock';
import type { NodeBackend } from '../topology/topology';
import type { Inventory } from '../nodes/inventory';
import { readInventory } from '../nodes/inventory-file';
import { reach } from '../nodes/reach';
import { labPaths, readConfig, type Config } from '../platform/config';
import { LabError } from '../platform/errors';
import { run, type Run } from '../platform/run';
import { loadLab } from '../sources/load';
import type { Sourced } from '../sources/source';
import { readHosts } from '../sources/own/hosts';
import { backendOfHosts, healInventory } from './heal-inventory';
import { terminalIo, type Io } from './io';
import { closeOwnFiles } from './own-files';
import { createProgress, type Progress } from './progress';
import { type Text, phrase } from '../text/text';

/** Everything that a verb works with. */
export interface Context {
  readonly config: Config;
  readonly lab: Lab;
  /** Where the lab comes from, where it is not a topology of ours: then nothing of it is ever changed. */
  readonly source: Sourced | undefined;
  readonly paths: ReturnType<typeof labPaths>;
  readonly backend: Backend;
  /** What brings up nodes that do not say it themselves. */
  readonly chosenBackend: NodeBackend;
  readonly run: Run;
  readonly io: Io;
  readonly progress: Progress;
  /** The lab itself, where the command has it alone. */
  readonly held?: Held;
}

const BACKENDS: Readonly<Record<NodeBackend, Backend>> = {
  containers,
  vagrant,
  remote,
};

export interface ContextOptions {
  readonly io?: Io;
  /** What the inventory says is not needed: the command makes it anew, or removes the lab whatever it was. */
  readonly inventoryReplaced?: boolean;
  /** The command only predicts, so that any source will do. */
  readonly predicts?: boolean;
  /** The command only measures, so that a running engine will do. */
  readonly measures?: boolean;
}

/** Reads configuration and topology, and mends the inventory. @throws LabError before anything is touched */
export async function createContext({
  io = terminalIo(),
  inventoryReplaced: replaced = false,
  predicts = false,
  measures = false,
}: ContextOptions = {}): Promise<Context> {
  const config = readConfig();
  const { lab, source } = await loadLab({
    ...{ config, run, remark: io.remark },
    hosts: readHosts(config.hostsFile, config.hostsNamedBy),
    onForeign(where) {
      const does = predicts || (measures && config.engineHost !== undefined);
      if (!does) throw refusedSource(where);
    },
  });
  const paths = labPaths(config.root, lab.name);
  const { root } = config;
  if (source === undefined) closeOwnFiles(config, lab, paths);
  const inventory =
    source === undefined
      ? await healInventory({ lab, root, run, remark: io.remark, replaced })
      : undefined;
  // Nodes that are up stay what they are until they are taken down.
  const chosenBackend = backendNamed(
    config.backendAsked ?? inventory?.backend ?? backendOfHosts({ lab, root }) ?? config.backend,
  );
  return {
    config,
    lab,
    source,
    paths,
    backend: mixed(BACKENDS, chosenBackend),
    chosenBackend,
    run,
    io,
    progress: createProgress(io),
  };
}

const refusedSource = (where: string): LabError =>
  new LabError(phrase('this command works on running labs, and this source is none'), {
    where,
    why: phrase(
      'what belongs to a Compose project, to Terraform or to an engine of somebody else is only read and predicted, never changed or started; a running engine is measured by check and matrix',
    ),
    next: phrase(
      './lab explain FROM TO, exposed, matrix --predicted, graph, report and diff take it as it is',
    ),
  });

/** @throws LabError */
function backendNamed(name: string): NodeBackend {
  if (Object.hasOwn(BACKENDS, name)) return name as NodeBackend;
  throw new LabError(phrase('unknown node backend {name}', { name: JSON.stringify(name) }), {
    where: phrase('--nodes, LAB_NODES, or context.nodes in cdktf.json'),
    why: phrase('known: {names}', { names: Object.keys(BACKENDS) }),
    next: phrase('choose one of them'),
  });
}

export const backendContext = (
  { lab, config, run, paths, progress: steps }: Context,
  progress: (text: Text) => void = () => undefined,
): BackendContext => ({
  lab,
  root: config.root,
  run,
  progress,
  confirm: (question) => steps.confirm(question, false),
  inventory: readInventory(paths.inventory),
});

/** The topology file as the checkout sees it. */
export const topologyFile = ({ config }: Context): string =>
  relative(config.root, config.topologyFile);

/**
 * The inventory of nodes that answer.
 * @param need whether each node has to answer, or one is enough
 * @throws LabError where a node is not up, or cannot be asked
 */
export async function runningNodes(
  { lab, paths, run: ask }: Context,
  need: 'all' | 'some' = 'all',
): Promise<Inventory> {
  const inventory = readInventory(paths.inventory);
  const missing = lab.nodes.filter(
    ({ name }) => !inventory?.nodes.some((node) => node.name === name),
  );
  const next = phrase('./lab nodes up (or ./lab up for everything)');
  if (inventory === undefined || missing.length > 0) {
    throw new LabError(phrase('not up: {names}', { names: missing.map(({ name }) => name) }), {
      where: paths.inventory,
      why:
        inventory === undefined
          ? phrase('no nodes were brought up')
          : phrase('they were not brought up'),
      next,
    });
  }
  const wanted = inventory.nodes.filter(({ name }) => lab.nodes.some((one) => one.name === name));
  const found = await Promise.all(wanted.map((node) => reach(node, ask)));
  const silent = wanted.filter((_, index) => found[index] !== 'answers');
  if (silent.length === 0 || (need === 'some' && silent.length < wanted.length)) return inventory;
  const names = silent.map(({ name }) => name).join(', ');
  const why = found.includes('silent')
    ? phrase('something listens there and says nothing')
    : phrase('nothing listens there');
  const where = silent.map(({ dockerHost }) => dockerHost).join(', ');
  throw new LabError(phrase('unreachable: {names}', { names }), { where, why, next }, 3);
}
