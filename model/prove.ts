import { endpointNamed, questions, type Aliases } from './ask';
import type { Arrow, Claim, Party } from './claims';
import { isOpen, OUTSIDE, type Edge, type EndpointId } from './edge';
import { edgesOf } from './edges';
import type { Facts } from './facts';
import type { Lab } from './lab';
import { buildWorld } from './predict/build';
import { predictorOf } from './predict/predict';
import { behindOf, passedOn, type Prediction } from './predict/prediction';

/** What the prediction says of a claim. */
export interface Proof {
  readonly claim: Claim;
  /** `open`: it depends on what is not known. */
  readonly status: 'holds' | 'broken' | 'open';
  /** The edges that break it, or leave it open. */
  readonly by: readonly { readonly edge: Edge; readonly prediction: Prediction }[];
}

/** A claim names somebody whom the lab has not got. */
export interface UnknownParty {
  readonly claim: Claim;
  readonly name: string;
}

/** Those of the claims that name what is not there. */
export function unknownParties(
  lab: Lab,
  claims: readonly Claim[],
  aliases: Aliases,
): UnknownParty[] {
  const networks = [...lab.networks, ...lab.overlays].map(({ name }) => name);
  return claims.flatMap((claim) =>
    [claim, ...claim.but]
      .flatMap(({ from, to }) => [from, to])
      .flatMap((party) => {
        const known =
          party.kind === 'all' ||
          (party.kind === 'network'
            ? networks.includes(party.network)
            : endpointNamed(lab, party.name, aliases) !== undefined);
        if (known) return [];
        return [{ claim, name: party.kind === 'network' ? `${party.network}/*` : party.name }];
      }),
  );
}

/** Asks the prediction whether each claim holds. */
export function prove(
  lab: Lab,
  claims: readonly Claim[],
  aliases: Aliases = new Map(),
  facts?: Facts,
): Proof[] {
  const world = buildWorld(lab, facts);
  const predictor = predictorOf(world);
  const known = new Map<Party, ReadonlySet<EndpointId>>();
  const members = (party: Party): ReadonlySet<EndpointId> => {
    const found = known.get(party) ?? membersOf(lab, party, aliases);
    known.set(party, found);
    return found;
  };
  const asked = (edges: Iterable<Edge>) =>
    Array.from(edges, (edge) => ({ edge, prediction: predictor.predict(edge) }));
  let edges: readonly Edge[] | undefined;
  const probed = (): readonly Edge[] => (edges ??= [...edgesOf(world)]);
  let all: ReturnType<typeof asked> | undefined;
  return claims.map((claim): Proof => {
    if (claim.kind === 'always') {
      const pairs = [...members(claim.from)].flatMap((from) =>
        [...members(claim.to)].map((to) =>
          asked(questions(lab, from, textOf(to, claim), aliases, probed)),
        ),
      );
      const failing = pairs.filter((ways) => !ways.some(isReached)).flat();
      const status = failing.length === 0 && pairs.length > 0 ? 'holds' : 'broken';
      const open = failing.length > 0 && failing.every(dependsOnMore);
      return { claim, status: open ? 'open' : status, by: failing };
    }
    all ??= asked(probed());
    const wider =
      claim.port === undefined ? [] : askedFor(lab, claim, members, aliases).flatMap(asked);
    const spoken = [...all, ...wider].filter(
      (one) =>
        isMeant(claim, one, members) && !claim.but.some((except) => isMeant(except, one, members)),
    );
    const broken = spoken.filter(isReached);
    if (broken.length > 0) return { claim, status: 'broken', by: broken };
    const open = spoken.filter(dependsOnMore);
    return { claim, status: open.length > 0 ? 'open' : 'holds', by: open };
  });
}

interface Asked {
  readonly edge: Edge;
  readonly prediction: Prediction;
}

const isReached = ({ prediction: { outcome } }: Asked): boolean => outcome === 'reachable';

const dependsOnMore = ({ prediction: { outcome } }: Asked): boolean => isOpen(outcome);

const textOf = (to: EndpointId, { port }: Claim): string =>
  port === undefined ? to : `${to}:${port.port}/${port.protocol}`;

const askedFor = (
  lab: Lab,
  claim: Claim,
  members: (party: Party) => ReadonlySet<EndpointId>,
  aliases: Aliases,
): Edge[][] =>
  [...members(claim.from)].flatMap((from) =>
    [...members(claim.to)].map((to) => questions(lab, from, textOf(to, claim), aliases)),
  );

/** Whether an edge is one from the one to the other: whoever is behind the answer, on whatever way. */
function isMeant(
  { from, to, port }: Arrow,
  { edge, prediction }: Asked,
  members: (party: Party) => ReadonlySet<EndpointId>,
): boolean {
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
