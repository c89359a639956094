import type { Statement } from '../../edges/statement';
import { GATEWAY_BRIDGE, isOverlay, type Lab } from '../../topology/lab';
import type { EdgeVerdict, StructureVerdict } from '../result';
import type { Cause } from './cause';
import { endsOf, nodeOf, stackOf } from './ends';

/** A difference in structure as a cause of edges. */
export const known = (lab: Lab, verdict: StructureVerdict): Cause => ({
  verdict,
  explains: (edge) => edge.kind === 'edge' && explains(lab, verdict, edge),
});

/** Statements about a container's ways out, the one to its default gateway among them. */
const WAYS_OUT: ReadonlySet<string> = new Set<Statement['kind']>([
  'attached',
  'interface',
  'default-gateway',
]);

/**
 * The same as a cause of whatever its container sends, on other networks too: the way to them may lead through this
 * one. It is asked last.
 */
export const wayOut = (lab: Lab, verdict: StructureVerdict): Cause => ({
  verdict,
  explains: (edge) =>
    edge.kind === 'edge' &&
    isOf(lab, edge.from, verdict.to) &&
    WAYS_OUT.has(verdict.statement.kind),
});

function explains(
  lab: Lab,
  { statement, to, network, status }: StructureVerdict,
  edge: EdgeVerdict,
): boolean {
  if (to === undefined) return false;
  const ends = endsOf(edge);
  // What could not be examined on a node leaves everything on it unexamined.
  if (status === 'error') return ends.some((end) => end === to || nodeOf(lab, end) === to);
  if (edge.status === 'error') return isOf(lab, edge.from, to);
  if (statement.kind === 'engine-rules') return ofEngine(lab, to, network, edge);
  // A node that does not pass packets on lets those of its containers vanish, and one out of the swarm has no overlay.
  // A container leaves an overlay over docker_gwbridge.
  const leaves = edge.network === GATEWAY_BRIDGE && isOverlay(lab, network);
  const same = network === undefined || edge.network === undefined || network === edge.network;
  const outcome = edge.found?.outcome;
  // Where it is slow a sender hears from its own kernel that nobody answers its ARP requests.
  const isDown = statement.kind === 'bridge-up' && same && outcome === 'unreachable';
  const vanished = outcome === 'timeout' || isDown || isOverlay(lab, edge.network);
  if (vanished && ends.some((end) => nodeOf(lab, end) === to)) return true;
  return ends.some((end) => isOf(lab, end, to)) && (same || leaves);
}

/** True for a container itself, and for one that shares its stack: what befalls that befalls both. */
const isOf = (lab: Lab, end: string, container: string | undefined): boolean =>
  end === container || stackOf(lab, end) === container;

/** Without its rules an engine's node lets through, drops and translates otherwise, in every direction. */
function ofEngine(lab: Lab, node: string, network: string | undefined, edge: EdgeVerdict): boolean {
  const there = endsOf(edge).filter((end) => end === node || nodeOf(lab, end) === node);
  if (network === undefined) return there.length > 0;
  return there.some((end) => isOn(lab, end, network));
}

const isOn = (lab: Lab, endpoint: string | undefined, network: string): boolean => {
  const container = lab.containers.find(({ name }) => name === endpoint);
  if (container?.networking.mode !== 'bridge') return false;
  const on = container.networking.attachments.map((one) => one.network);
  return (
    on.includes(network) || (network === GATEWAY_BRIDGE && on.some((one) => isOverlay(lab, one)))
  );
};

/** The difference that brings another one about. */
export function beneath(
  verdict: StructureVerdict,
  broken: readonly StructureVerdict[],
): StructureVerdict | undefined {
  return broken.find((other) => other !== verdict && isBeneath(other.statement, verdict.statement));
}

/** What a node's engine has made stands on its chains, and the ports of a bridge on the bridge. */
function isBeneath(below: Statement, above: Statement): boolean {
  if (below.kind === 'engine-rules') {
    return (
      (above.kind === 'container-rules' || above.kind === 'translation') &&
      above.node === below.node
    );
  }
  return (
    (below.kind === 'bridge-up' || below.kind === 'bridge-mtu') &&
    above.kind === 'bridge-port' &&
    above.bridge === below.bridge &&
    above.node === below.node
  );
}
