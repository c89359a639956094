import { namespaceId, portOf, type EndpointId } from '../../topology/edge';
import { isAnswer } from '../../edges/found';
import type { Lab } from '../../topology/lab';
import { stackOwner } from '../../topology/shared-stack';
import { behindOf } from '../../predict/prediction';
import type { EdgeVerdict } from '../result';

/** Where a container or a namespace is. */
export const nodeOf = (lab: Lab, endpoint: string | undefined): string | undefined =>
  lab.containers.find(({ name }) => name === endpoint)?.node ??
  lab.namespacePairs.find(({ ends }) => ends.some(({ name }) => namespaceId(name) === endpoint))
    ?.node;

/** Whose stack an endpoint has: a container's, or the node's; of what is no container its own. */
export function stackOf(lab: Lab, endpoint: string): string {
  const container = lab.containers.find(({ name }) => name === endpoint);
  const owner = container && stackOwner(lab, container);
  return owner?.networking.mode === 'host' ? owner.node : (owner?.name ?? endpoint);
}

/** Who takes part in an edge: who asks, who is asked, and who stands behind what is asked. */
export const endsOf = ({ from, to, prediction }: EdgeVerdict): readonly EndpointId[] => [
  from,
  to,
  ...behindOf(prediction),
];

/** True where an edge's packets pass a node, or begin or end there. */
export const passes = (lab: Lab, edge: EdgeVerdict, node: string): boolean =>
  endsOf(edge).some((end) => end === node || nodeOf(lab, end) === node);

/** The ports that an edge's packets may have: the one that is asked for, and the one behind a published port. */
export function portsOf({ edge, prediction }: EdgeVerdict): readonly number[] {
  const asked = portOf(edge.target);
  if (asked === undefined) return [];
  const inside = prediction.reasons.flatMap((reason) =>
    'target' in reason ? [reason.target] : [],
  );
  return [asked.port, ...inside];
}

/** True for an edge whose sender was answered although it should not have been. */
export const opened = ({ prediction, found }: EdgeVerdict): boolean =>
  /^(timeout|unreachable)$/.test(prediction.outcome) && isAnswer(found?.outcome);
