import { edgeLabel, targetLabel, type Edge } from '../../src/topology/edge';
import { expectations, type Expectation } from '../../src/edges/expectations';

import type { Container, Lab } from '../../src/topology/lab';
import type { Answerer, Prediction } from '../../src/predict/prediction';
import type { ChangeKind } from '../../src/review/change';
import { createPredictor } from '../support/predictor';

interface Seen {
  readonly outcome: string;
  readonly grounds: string;
}

/**
 * The change as two lists of expectations tell it, one of each lab: every edge of both is compared, by its label, in
 * which a gateway has the name of its node.
 */
export function changedEdges(before: Lab, after: Lab): Map<string, ChangeKind> {
  const [old, now] = [look(before), look(after)];
  const changed = new Map<string, ChangeKind>();
  for (const label of new Set([...old.keys(), ...now.keys()])) {
    const kind = kindOf(old.get(label), now.get(label));
    if (kind !== undefined) changed.set(label, kind);
  }
  return changed;
}

function kindOf(was: Seen | undefined, is: Seen | undefined): ChangeKind | undefined {
  const [could, can] = [was?.outcome === 'reachable', is?.outcome === 'reachable'];
  if (could !== can) return can ? 'new' : 'lost';
  if (was === undefined || is === undefined) return undefined;
  if (was.outcome !== is.outcome) return 'outcome';
  return was.grounds === is.grounds ? undefined : 'reason';
}

function look(lab: Lab): Map<string, Seen> {
  const predictor = createPredictor(lab);
  const seen = new Map<string, Seen>();
  const see = (edge: Edge, { outcome, reasons, answeredBy }: Prediction): void => {
    if (isSelf(edge, outcome)) return;
    const { target } = edge;
    const grounds = [
      ...reasons.map(({ rule }) => rule),
      target.kind === 'name' ? target.endpoint : '',
      target.kind === 'outside' && outcome === 'reachable' ? target.seenAs : '',
      ...answerer(answeredBy),
    ];
    seen.set(labelOf(lab, edge), { outcome, grounds: grounds.join(' ') });
  };
  const probed = expectations(lab);
  for (const one of probed) see(one.edge, one.prediction);
  for (const edge of unprobed(lab, probed)) see(edge, predictor.predict(edge));
  return seen;
}

/** Whose stack answers, and who serves the port. */
const answerer = (by: Answerer | undefined): (string | undefined)[] => {
  if (by === undefined || by.kind === 'namespace' || by.kind === 'outside') return [by?.id];
  return [by.id, by.publisher ?? by.listener];
};

/** Every address from every container: of those without a route a check asks for two only. */
function unprobed(lab: Lab, probed: readonly Expectation[]): Edge[] {
  const nodes = new Set(lab.nodes.map(({ name }) => name));
  // A node is not asked for its own IPv6 addresses, but by another node.
  const known = new Map(
    probed
      .filter(({ edge }) => nodes.has(edge.from))
      .map(({ edge: { target } }) => [targetLabel(target), target] as const),
  );
  const targets = [...known.values()].filter(
    ({ kind, ...rest }) =>
      kind === 'ping' ||
      kind === 'ping6' ||
      kind === 'port' ||
      (kind === 'node-port' && !/127\.0\.0\.1|"::1"/.test(JSON.stringify(rest))),
  );
  return lab.containers.flatMap((container) =>
    targets
      // Its node's own IPv6 addresses are those of a host-mode container as well.
      .filter(
        (target) =>
          target.kind !== 'ping6' ||
          target.endpoint !== container.node ||
          !isOnHost(lab, container),
      )
      .map((target) => ({ from: container.name, target })),
  );
}

function isSelf({ from, target }: Edge, outcome: string): boolean {
  if (target.kind === 'loopback') return true;
  if (target.kind === 'name') return target.endpoint === from && outcome !== 'unresolved';
  return (
    ['ping', 'ping6', 'port'].includes(target.kind) &&
    'endpoint' in target &&
    target.endpoint === from
  );
}

/** The label under which an edge is compared. */
export function labelOf(lab: Lab, { from, target }: Edge): string {
  if (target.kind !== 'gateway') return edgeLabel({ from, target });
  const endpoint = lab.containers.find(({ name }) => name === from)!.node;
  return edgeLabel({ from, target: { kind: 'ping', endpoint, network: target.network } });
}

const isOnHost = ({ containers }: Lab, { networking }: Container): boolean =>
  networking.mode === 'host' ||
  (networking.mode === 'container' &&
    containers.some(
      ({ name, networking: own }) => name === networking.container && own.mode === 'host',
    ));
