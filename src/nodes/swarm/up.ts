import type { BackendContext } from '../backend';
import { engineApi, type Ask } from '../engine-api';
import type { Inventory } from '../inventory';
import { init, join, workerToken } from './enter';
import { entriesOf, removeNodes } from './entries';
import { refuseForeign } from './foreign';
import { removeGateway } from './gateway';
import { refuseKernels, refuseLanKernels } from './kernel';
import { leave } from './leave';
import { swarmNodeOf, type SwarmNode } from './member';
import { isSettled, keptManager, leavingOf, outdated } from './plan';
import { waitUntilReady } from './ready';
import { phrase } from '../../text/text';

export interface SwarmOptions {
  /** Called with a node's id in the swarm when it has one, and with undefined when it has left. */
  readonly remember: (node: string, id: string | undefined) => void;
  readonly api?: (dockerHost: string) => Ask;
}

/**
 * Makes one swarm of the nodes that the lab wants in it. Those that are in it stay; those that are not wanted in it any
 * more leave. Nothing is touched where a node cannot be in it.
 *
 * @throws LabError
 */
export async function swarmUp(
  context: Pick<BackendContext, 'lab' | 'run' | 'progress'>,
  { nodes }: Inventory,
  options: SwarmOptions,
): Promise<void> {
  const { lab, run, progress } = context;
  const { api = engineApi } = options;
  const swarmNodes = await Promise.all(
    nodes.map((node) => swarmNodeOf(node, api(node.dockerHost))),
  );
  const wanted = lab.swarm.flatMap((name) => swarmNodes.filter(({ node }) => node.name === name));
  refuseForeign(lab, swarmNodes);
  const members = wanted.map(({ node }) => node);
  await refuseLanKernels(lab, nodes, run);
  await refuseKernels(lab, members, run);
  const kept = keptManager(wanted);
  const entries = kept === undefined ? [] : await entriesOf(kept.ask);
  const staying = wanted.filter((one) => one === kept || isSettled(one, entries));
  await letLeave(leavingOf(lab, swarmNodes, staying), context, options);
  for (const { node } of swarmNodes) {
    // Also one that left by another's hand.
    if (node.swarm !== undefined && !members.includes(node)) options.remember(node.name, undefined);
  }
  const [first, ...others] = wanted;
  if (first === undefined) return;
  if (kept === undefined) progress(phrase('{node} makes the swarm', { node: first.node.name }));
  const manager = kept ?? (await init(lab, first));
  options.remember(first.node.name, manager.member.id);
  const joining = others.filter((one) => !staying.includes(one));
  const joined = await letJoin(joining, manager, context, options);
  const workers = others.map((one) => joined.find(({ node }) => node === one.node) ?? one);
  for (const { node, member } of workers) options.remember(node.name, member.id);
  const all = [manager, ...workers];
  await removeNodes(manager.ask, outdated(await entriesOf(manager.ask), swarmNodes, all));
  progress(phrase('waiting for every node to be ready in the swarm'));
  await waitUntilReady(manager, all);
}

async function letLeave(
  leaving: readonly SwarmNode[],
  { lab, progress }: Pick<BackendContext, 'lab' | 'progress'>,
  { remember }: SwarmOptions,
): Promise<void> {
  for (const { node, ask } of leaving) {
    progress(phrase('{node} leaves the swarm', { node: node.name }));
    await leave(ask);
    remember(node.name, undefined);
    if (!lab.swarm.includes(node.name)) await removeGateway(lab, ask);
  }
}

async function letJoin(
  joining: readonly SwarmNode[],
  manager: SwarmNode,
  { lab, progress }: Pick<BackendContext, 'lab' | 'progress'>,
  { remember }: SwarmOptions,
): Promise<SwarmNode[]> {
  if (joining.length === 0) return [];
  const token = await workerToken(manager.ask);
  return Promise.all(
    joining.map(async (one) => {
      progress(phrase('{node} joins the swarm', { node: one.node.name }));
      const joined = await join(lab, one, manager, token);
      // At once: another may fail.
      remember(one.node.name, joined.member.id);
      return joined;
    }),
  );
}
