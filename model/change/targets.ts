import { targetLabel, type EndpointId, type Target } from '../edge';
import { questionOf } from '../predict/destination';
import { destination6, type Ping6 } from '../predict/ipv6';
import {
  addressTargets,
  askedNames,
  nodePorts,
  type AskedName,
  type Common,
} from '../predict/targets';
import { targets6 } from '../predict/targets6';
import { netsOf, type Interface, type World } from '../predict/world';
import type { Attribution, Hits } from './attribute';
import { token, type Token } from './causes/cause';
import type { Side, Sides } from './side';
import { listenerTokens, networkToken, placeTokens, servingTokens } from './tokens';

/** What is asked for under one label, before and after. */
export interface JoinedTarget {
  readonly before: Target | undefined;
  readonly after: Target | undefined;
  /** Containers to which it may lead on either side. */
  readonly owners: readonly EndpointId[];
  readonly hits: Hits;
}

interface SideTarget {
  readonly target: Target;
  readonly owners: readonly EndpointId[];
  readonly tokens: readonly Token[];
}

/** Everything that somebody could ask for on either side. */
export function targetsOf({ before, after }: Sides, attribution: Attribution): JoinedTarget[] {
  const [were, are] = [targetsOn(before), targetsOn(after)];
  return [...new Set([...were.keys(), ...are.keys()])].map((label) => {
    const [was, is] = [were.get(label), are.get(label)];
    return {
      before: was?.target,
      after: is?.target,
      owners: [...new Set([...(was?.owners ?? []), ...(is?.owners ?? [])])],
      hits: attribution.hits([...(was?.tokens ?? []), ...(is?.tokens ?? [])]),
    };
  });
}

/** All targets of a side, by label. */
function targetsOn(side: Side): Map<string, SideTarget> {
  const { hosts } = side.world;
  const carriers = carriersIn(side.world);
  const targets: SideTarget[] = [
    ...addressTargets(side.world).map((target) => addressTarget(side, target)),
    ...hosts.flatMap((host) => nodePorts(host, '127.0.0.1').map((one) => addressTarget(side, one))),
    ...overlayGateways(side.world),
    ...targets6(side.world).map((target) => target6(side.world, target)),
    ...askedNames(side.world).map((asked) =>
      nameTarget(asked, carriers.get(asked.name.toLowerCase()) ?? []),
    ),
    { target: { kind: 'outside', seenAs: '' }, owners: [], tokens: [] },
  ];
  return new Map(targets.map((one) => [targetLabel(one.target), one]));
}

function addressTarget(side: Side, target: Common): SideTarget {
  const { to } = questionOf(side.world, { from: side.world.outside.id, target });
  const { owner } = to;
  const owners = [
    ...(owner.kind === 'container' ? [owner.id] : []),
    ...(to.known ? (side.holders.get(to.ip) ?? []) : []),
  ];
  switch (target.kind) {
    case 'ping':
      return { target, owners, tokens: placeTokens(target.endpoint, to) };
    case 'port': {
      const listeners = listenerTokens(side, owner.id, target);
      return { target, owners, tokens: [...placeTokens(target.endpoint, to), ...listeners] };
    }
    case 'node-port': {
      const { node, port, protocol } = target;
      const published = token.published(node, port, protocol);
      const tokens = [...placeTokens(node, to), published, ...servingTokens(side, target)];
      return { target, owners, tokens };
    }
  }
}

/** The bridge that an overlay has on each node, which only its members there ask for. */
const overlayGateways = ({ overlays, lab }: World): SideTarget[] =>
  overlays
    .filter(({ internal }) => !internal)
    .flatMap(({ name }) =>
      lab.swarm.map((node) => ({
        target: { kind: 'ping', endpoint: node, network: name },
        owners: [],
        tokens: [token.endpoint(node), token.node(node), token.network(node, name)],
      })),
    );

function target6(world: World, target: Ping6): SideTarget {
  const { owner, net } = destination6(world, target);
  const { id } = net.node;
  const tokens = [token.endpoint(target.endpoint), token.node(id), token.network(id, net.name)];
  if (owner.kind === 'node') return { target, owners: [], tokens };
  // The way back counts too, and leads over any of its networks.
  return { target, owners: [owner.id], tokens: [...tokens, ...owner.interfaces.map(networkToken)] };
}

/**
 * It leads to a network of the sender's, where nobody else has the address; and a link to somebody who has not got the
 * link.
 */
const nameTarget = ({ name, endpoint }: AskedName, carriers: readonly Interface[]): SideTarget => ({
  target: { kind: 'name', name, endpoint },
  owners: carriers.map(({ stack }) => stack.id),
  tokens: [
    token.name(name),
    token.endpoint(endpoint),
    ...carriers.flatMap((face) => [
      token.endpoint(face.stack.id),
      networkToken(face),
      token.node(face.stack.node.id),
    ]),
  ],
});

/** By name in small letters, the interfaces that carry it on their networks. */
function carriersIn(world: World): Map<string, Interface[]> {
  const carriers = new Map<string, Interface[]>();
  for (const [name, face] of netsOf(world).flatMap(({ names }) => [...names])) {
    const known = carriers.get(name);
    if (known === undefined) carriers.set(name, [face]);
    else known.push(face);
  }
  return carriers;
}
