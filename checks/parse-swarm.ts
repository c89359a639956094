import type { SwarmNode, SwarmState } from './state';

/** The part of `docker info` that is read. */
interface ShownSwarm {
  readonly NodeID: string;
  readonly NodeAddr: string;
  readonly LocalNodeState: string;
  readonly ControlAvailable: boolean;
}

/** The part of `docker node inspect` that is read. */
interface ShownNode {
  readonly ID: string;
  readonly Description?: { readonly Hostname?: string };
  readonly Status?: { readonly State?: string };
  readonly Spec?: { readonly Availability?: string };
}

/**
 * @param json `Swarm` of `docker info`; undefined where the engine is in none
 * @param nodes What a manager knows of the swarm's nodes
 */
export function parseSwarm(
  json: string | undefined,
  nodes: string | undefined,
): SwarmState | undefined {
  if (json === undefined) return undefined;
  const value = JSON.parse(json) as ShownSwarm;
  return {
    id: value.NodeID,
    address: value.NodeAddr,
    state: value.LocalNodeState,
    manager: value.ControlAvailable,
    ...(nodes === undefined ? {} : { nodes: (JSON.parse(nodes) as ShownNode[]).map(parseNode) }),
  };
}

const parseNode = ({ ID, Description, Status, Spec }: ShownNode): SwarmNode => ({
  id: ID,
  hostname: Description?.Hostname ?? '',
  status: Status?.State ?? 'unknown',
  availability: Spec?.Availability ?? '',
});
