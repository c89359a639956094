import { z } from 'zod';
import type { Lab } from '../../topology/lab';
import { LABELS } from '../containers/names';
import { askFor, labelsOf, type Ask } from '../engine-api';
import type { InventoryNode } from '../inventory';

const STATES = ['inactive', 'pending', 'active', 'error', 'locked'] as const;

/** What an engine says about the swarm that it is in. */
export interface Member {
  readonly state: (typeof STATES)[number];
  /** Its id in the swarm; empty where it has none, also while it joins, is locked or cannot start. */
  readonly id: string;
  /** What it tells the others as its address. */
  readonly address: string;
  readonly isManager: boolean;
  /** Ids of the managers that it knows, its own with them. */
  readonly managers: readonly string[];
  /** The lab that made the swarm; only a manager knows. */
  readonly lab: string | undefined;
}

const info = z.object({
  Swarm: z.object({
    LocalNodeState: z.union([z.enum(STATES), z.literal('')]),
    NodeID: z.string().default(''),
    NodeAddr: z.string().default(''),
    ControlAvailable: z.boolean().default(false),
    RemoteManagers: z.array(z.object({ NodeID: z.string() })).nullish(),
    Cluster: z.object({ Spec: z.object({ Labels: labelsOf }) }).nullish(),
  }),
});

/** @throws LabError where the engine does not answer */
export async function memberOf(ask: Ask): Promise<Member> {
  const { Swarm } = await askFor(info, ask, '/info');
  return {
    state: Swarm.LocalNodeState || 'inactive',
    id: Swarm.NodeID,
    address: Swarm.NodeAddr,
    isManager: Swarm.ControlAvailable,
    managers: (Swarm.RemoteManagers ?? []).map(({ NodeID }) => NodeID),
    lab: Swarm.Cluster?.Spec.Labels[LABELS.lab],
  };
}

/** A node of the lab, the way to its engine, and the swarm that this is in. */
export interface SwarmNode {
  readonly node: InventoryNode;
  readonly ask: Ask;
  readonly member: Member;
}

export const swarmNodeOf = async (node: InventoryNode, ask: Ask): Promise<SwarmNode> => ({
  ...{ node, ask },
  member: await memberOf(ask),
});

/**
 * Whether the lab made the swarm that a node is in. A manager has the lab's label. A worker cannot read it: it is known
 * by its id, or by a manager among the lab's own nodes.
 *
 * @param managers ids of the lab's nodes that manage a swarm of the lab
 */
export function isOurs(
  lab: Lab,
  { node, member }: Pick<SwarmNode, 'node' | 'member'>,
  managers: readonly string[] = [],
): boolean {
  if (member.isManager) return member.lab === lab.name;
  if (member.id === '') return false;
  return node.swarm?.id === member.id || member.managers.some((id) => managers.includes(id));
}

/** Ids of the nodes that manage a swarm of the lab. */
export const ownManagers = (lab: Lab, swarmNodes: readonly SwarmNode[]): string[] =>
  swarmNodes
    .filter(({ member }) => member.isManager && member.lab === lab.name)
    .map(({ member }) => member.id);
