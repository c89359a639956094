import { endpointNamed, questions, type Aliases } from './ask';
import type { Arrow, Claim, Party } from '../topology/claims';
import { OUTSIDE, type Edge, type EndpointId } from '../topology/edge';
import { edgesOf } from './edges';
import type { Facts } from '../network/facts';
import type { Lab } from '../topology/lab';
import { buildWorld } from '../network/build';
import { predictorOf } from '../predict/predict';
import { behindOf, passedOn, type Prediction } from '../predict/prediction';

/** A way from one to another, and what is predicted of it. */
export interface AskedWay {
  readonly edge: Edge;
  readonly prediction: Prediction;
}

/** What is asked to prove a claim. */
export interface ClaimWays {
  readonly claim: Claim;
  /** Of `always` the ways of each pair, of which one must do; of `never` all that it speaks of. */
  readonly pairs: readonly (readonly AskedWay[])[];
  /** Ports of nodes that lead nowhere by the prediction, and to whom `never` speaks of if they do. */
  readonly suspects: readonly AskedWay[];
}

/** The ways that each of the claims speaks of. */
export function waysOf(
  lab: Lab,
  claims: readonly Claim[],
  aliases: Aliases,
  facts?: Facts,
): ClaimWays[] {
  const world = buildWorld(lab, facts);
  const predictor = predictorOf(world);
  const known = new Map<Party, ReadonlySet<EndpointId>>();
  const members = (party: Party): ReadonlySet<EndpointId> => {
    const found = known.get(party) ?? membersOf(lab, party, aliases);
    known.set(party, found);
    return found;
  };
  const asked = (edges: Iterable<Edge>): AskedWay[] =>
    Array.from(edges, (edge) => ({ edge, prediction: predictor.predict(edge) }));
  let edges: readonly Edge[] | undefined;
  const probed = (): readonly Edge[] => (edges ??= [...edgesOf(world)]);
  let all: readonly AskedWay[] | undefined;
  const between = (claim: Claim, from: () => Iterable<Edge>): AskedWay[][] =>
    [...members(claim.from)].flatMap((sender) =>
      [...members(claim.to)].map((to) =>
        asked(questions(lab, sender, textOf(to, claim), aliases, from)),
      ),
    );
  return claims.map((claim): ClaimWays => {
    if (claim.kind === 'always') return { claim, pairs: between(claim, probed), suspects: [] };
    all ??= asked(probed());
    const wider = claim.port === undefined ? [] : between(claim, probed).flat();
    const spoken = [...all, ...wider].filter(
      (one) =>
        isMeant(claim, one, members) && !claim.but.some((except) => isMeant(except, one, members)),
    );
    const suspects = all.filter(
      (one) =>
        mayBeMeant(lab, claim, one, members) &&
        !claim.but.some((except) => mayBeMeant(lab, except, one, members)),
    );
    return { claim, pairs: [spoken], suspects };
  });
}

const textOf = (to: EndpointId, { port }: Claim): string =>
  port === undefined ? to : `${to}:${port.port}/${port.protocol}`;

type Members = (party: Party) => ReadonlySet<EndpointId>;

/** Whether an edge is one from the one to the other: whoever is behind the answer, on whatever way. */
function isMeant({ from, to, port }: Arrow, { edge, prediction }: AskedWay, members: Members) {
  if (!members(from).has(edge.from)) return false;
  const { target } = edge;
  if (target.kind === 'loopback' || target.kind === 'gateway') return false;
  const targets = members(to);
  const asked = 'endpoint' in target ? [target.endpoint] : [];
  const behind = [...behindOf(prediction), ...asked].filter((id) => id !== edge.from);
  if (target.kind === 'outside' ? !targets.has(OUTSIDE) : !behind.some((id) => targets.has(id))) {
    return false;
  }
  if (port === undefined) return true;
  if (!('port' in target) || target.protocol !== port.protocol) return false;
  const inside = passedOn(prediction);
  return (
    target.port === port.port ||
    (inside !== undefined && 'target' in inside && inside.target === port.port)
  );
}

/** Whether a port of a node that leads nowhere has the number of a port of whoever is meant on that node. */
function mayBeMeant(
  { containers }: Lab,
  { from, to, port }: Arrow,
  { edge: { from: sender, target }, prediction }: AskedWay,
  members: Members,
): boolean {
  if (target.kind !== 'node-port' || prediction.outcome === 'reachable') return false;
  if (!members(from).has(sender)) return false;
  const { port: asked, protocol } = target;
  if (port !== undefined && (port.port !== asked || port.protocol !== protocol)) return false;
  const targets = members(to);
  return containers.some(
    ({ name, node, listens }) =>
      node === target.node &&
      name !== sender &&
      targets.has(name) &&
      listens.some((one) => one.port === asked && one.protocol === protocol),
  );
}

function membersOf(lab: Lab, party: Party, aliases: Aliases): ReadonlySet<EndpointId> {
  switch (party.kind) {
    case 'all':
      return new Set([...lab.containers, ...lab.services].map(({ name }) => name));
    case 'network':
      return new Set(
        lab.containers
          .filter(
            ({ networking }) =>
              networking.mode === 'bridge' &&
              networking.attachments.some(({ network }) => network === party.network),
          )
          .map(({ name }) => name),
      );
    case 'endpoint': {
      const own = lab.containers.filter(({ name, service }) =>
        [name, service].includes(party.name),
      );
      const many = lab.containers.filter(({ name }) => name.replace(/\.\d+$/, '') === party.name);
      const names = [...own, ...many].map(({ name }) => name);
      if (names.length > 0) return new Set(names);
      const named = endpointNamed(lab, party.name, aliases);
      return new Set(named === undefined ? [] : [named]);
    }
  }
}
