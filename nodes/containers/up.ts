import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Lab, LabNode } from '../../model/lab';
import { LabError } from '../../system/errors';
import { mustRun } from '../../system/run';
import type { BackendContext, UpOptions } from '../backend';
import type { Inventory, InventoryNode } from '../inventory';
import { findContainers, type FoundContainer } from './inspect';
import { LABELS, runDir, socketPath } from './names';
import { ensureNetwork } from './network';
import { nodeOf } from './rebuild';
import { runArguments, specOf } from './run-arguments';
import { waitForEngine } from './wait';

/** Brings the node containers up, side by side. */
export async function up(context: BackendContext, options: UpOptions): Promise<Inventory> {
  const { lab, root, run } = context;
  const found = await findContainers(
    run,
    lab.nodes.map(({ name }) => name),
  );
  for (const container of found.values()) refuseForeign(container, lab, root);
  await ensureNetwork(lab, root, run);
  const nodes = await Promise.all(
    lab.nodes.map((node) => nodeUp(context, options, node, found.get(node.name))),
  );
  return { lab: lab.name, backend: 'containers', offline: options.offline, nodes };
}

function refuseForeign({ name, labels }: FoundContainer, lab: Lab, root: string): void {
  if (labels[LABELS.lab] === undefined) {
    throw new LabError(`a container named ${name} is there already, and it is not the lab's`, {
      where: `container ${name}`,
      why: 'a node container needs that name',
      next: `rename it (docker rename ${name} NEW), or name the topology's node otherwise`,
    });
  }
  const checkout = labels[LABELS.checkout];
  if (labels[LABELS.lab] === lab.name && checkout === root) return;
  throw new LabError(`node ${name} belongs to another lab`, {
    where: `container ${name}`,
    why: `lab ${labels[LABELS.lab]} of the checkout ${checkout} made it`,
    next: 'run ./lab down there first',
  });
}

async function nodeUp(
  { lab, root, run, progress }: BackendContext,
  { nodeImage }: UpOptions,
  node: LabNode,
  found: FoundContainer | undefined,
): Promise<InventoryNode> {
  const argv = runArguments(lab, node, nodeImage(node.engine), root);
  const current = found !== undefined && found.labels[LABELS.spec] === specOf(argv);
  const what = `node ${node.name} cannot be started`;
  if (!current) {
    if (found !== undefined) {
      progress(`${node.name} is declared otherwise than it was made: making it anew`);
      // Killed, it would leave its control groups behind.
      await mustRun(['docker', 'stop', node.name], { what, run });
      await mustRun(['docker', 'rm', '--force', '--volumes', node.name], { what, run });
    }
    progress(`starting ${node.name}`);
    mkdirSync(join(runDir(lab, root), node.name), { recursive: true, mode: 0o755 });
    await mustRun(argv, { what, next: './lab doctor', run });
  } else if (!found.running) {
    progress(`starting ${node.name} again`);
    await mustRun(['docker', 'start', node.name], { what, next: './lab doctor', run });
  }
  const dockerHost = `unix://${socketPath(lab, root, node.name)}`;
  progress(`waiting for the engine of ${node.name}`);
  const engine = await waitForEngine(node.name, dockerHost, run);
  return nodeOf(node.name, node.address, dockerHost, engine);
}
