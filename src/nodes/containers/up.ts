import type { Lab, LabNode } from '../../topology/lab';
import { LabError } from '../../platform/errors';
import { mustRun } from '../../platform/run';
import type { BackendContext, UpOptions } from '../backend';
import type { Inventory, InventoryNode } from '../inventory';
import { reach } from '../reach';
import { requireCpus } from './cpus';
import { findContainers, type FoundContainer } from './inspect';
import { LABELS, makeRunDir, networkName, socketPath } from './names';
import { ensureNetwork } from './network';
import { nodeOf } from './rebuild';
import { runArguments, specOf } from './run-arguments';
import { waitForEngine } from './wait';
import { phrase, verbatim } from '../../text/text';

/** Brings the node containers up, side by side. */
export async function up(context: BackendContext, options: UpOptions): Promise<Inventory> {
  const { lab, root, run } = context;
  const found = await findContainers(
    run,
    lab.nodes.map(({ name }) => name),
  );
  for (const container of found.values()) refuseForeign(container, lab, root);
  await requireCpus(lab.nodes, run);
  await ensureNetwork(lab, root, run);
  const nodes = await Promise.all(
    lab.nodes.map((node) => nodeUp(context, options, node, found.get(node.name))),
  );
  return { lab: lab.name, backend: 'containers', offline: options.offline, nodes };
}

function refuseForeign({ name, labels }: FoundContainer, lab: Lab, root: string): void {
  if (labels[LABELS.lab] === undefined) {
    throw new LabError(
      phrase("a container named {name} is there already, and it is not the lab's", { name }),
      {
        where: phrase('container {name}', { name }),
        why: phrase('a node container needs that name'),
        next: phrase(
          "rename it (docker rename {name} NEW), or name the topology's node otherwise",
          { name },
        ),
      },
    );
  }
  const checkout = labels[LABELS.checkout];
  if (labels[LABELS.lab] === lab.name && checkout === root) return;
  throw new LabError(phrase('node {name} belongs to another lab', { name }), {
    where: phrase('container {name}', { name }),
    why: phrase('lab {lab} of the checkout {checkout} made it', {
      lab: labels[LABELS.lab] ?? '',
      checkout: checkout ?? '',
    }),
    next: phrase('run ./lab down there first'),
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
  const what = phrase('node {name} cannot be started', { name: node.name });
  if (!current) {
    if (found !== undefined) {
      progress(
        phrase('{node} is declared otherwise than it was made: making it anew', {
          node: node.name,
        }),
      );
      // Killed, it would leave its control groups behind.
      await mustRun(['docker', 'stop', node.name], { what, run });
      await mustRun(['docker', 'rm', '--force', '--volumes', node.name], { what, run });
    }
    progress(phrase('starting {node}', { node: node.name }));
    makeRunDir(lab, root, node.name);
    await mustRun(argv, { what, next: verbatim('./lab doctor'), run });
  } else await wake(found, node, { lab, run, progress });
  const dockerHost = `unix://${socketPath(lab, root, node.name)}`;
  if (current) await restartSilent(node.name, dockerHost, { run, progress });
  progress(phrase('waiting for the engine of {node}', { node: node.name }));
  const engine = await waitForEngine(node.name, dockerHost, run);
  return nodeOf(node.name, node.address, dockerHost, engine);
}

type Waking = Pick<BackendContext, 'run' | 'progress'>;

/** Brings back a node that was stopped, paused, or taken off its network. @throws LabError */
async function wake(
  { running, paused, networks }: FoundContainer,
  { name, address }: LabNode,
  { lab, run, progress }: Waking & Pick<BackendContext, 'lab'>,
): Promise<void> {
  const must = (...words: string[]) =>
    mustRun(['docker', ...words], {
      what: phrase('node {name} cannot be started', { name }),
      next: verbatim('./lab doctor'),
      run,
    });
  const network = networkName(lab);
  if (!networks.includes(network)) {
    progress(phrase('putting {name} back on its network', { name }));
    await must('network', 'connect', '--ip', address, network, name);
  }
  if (!running) {
    progress(phrase('starting {node} again', { node: name }));
    await must('start', name);
  } else if (paused) {
    progress(phrase('{name} was paused: letting it go on', { name }));
    await must('unpause', name);
  }
}

/** Milliseconds: longer than an engine is ever too busy to say that it is there. */
const LOST = 20_000;

/** Starts a node anew whose engine takes questions and never answers. @throws LabError */
async function restartSilent(
  name: string,
  dockerHost: string,
  { run, progress }: Waking,
): Promise<void> {
  const node = nodeOf(name, '', dockerHost, '');
  if ((await reach(node, run, LOST)) !== 'silent') return;
  progress(phrase('starting {name} again, whose engine does not answer', { name }));
  const what = phrase('node {name} cannot be started', { name });
  await mustRun(['docker', 'restart', '--time', '20', name], {
    what,
    next: verbatim('./lab doctor'),
    run,
  });
}
