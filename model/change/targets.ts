import { targetLabel, type EndpointId, type Target } from '../edge';
import type { Listener } from '../lab';
import type { Ipv4 } from '../predict/address';
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
import { netsOf, portKey, type Host, type Interface, type World } from '../predict/world';
import type { Attribution, Hits } from './attribute';
import { token, type Token } from './causes/cause';
import type { Sides } from './outcome';
import type { Side } from './side';
import { listenerTokens, meshTokens, networkToken, placeTokens, publisherTokens } from './tokens';

/** What is asked for under one label, before and after. */
export interface JoinedTarget {
  readonly before: Target | undefined;
  readonly after: Target | undefined;
  /** Containers to which it may lead on either side. */
  readonly owners: readonly EndpointId[];
  /** Who answers at a port of a node, before and after. */
  readonly answerers: readonly (EndpointId | undefined)[];
  readonly hits: Hits;
}

interface Behind {
  readonly answerer: EndpointId | undefined;
  readonly tokens: readonly Token[];
}

interface SideTarget {
  readonly target: Target;
  readonly owners: readonly EndpointId[];
  readonly answerer?: EndpointId | undefined;
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
      answerers: [was?.answerer, is?.answerer],
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
      const { answerer, tokens } = behind(side, owner as Host, to.ip, target);
      const published = token.published(node, port, protocol);
      return { target, owners, answerer, tokens: [...placeTokens(node, to), published, ...tokens] };
    }
  }
}

/** Who has a port of a node: a service, a publisher, or who listens in the node's own stack. */
function behind(side: Side, host: Host, ip: Ipv4, listener: Listener): Behind {
  const key = portKey(listener.protocol, listener.port);
  const mesh = host.mesh.get(key);
  if (mesh !== undefined) {
    return { answerer: mesh.service.id, tokens: meshTokens(side, host.id, mesh) };
  }
  const publication = host.published.get(key)?.find((one) => one.ip === 0 || one.ip === ip);
  if (publication !== undefined) {
    return { answerer: publication.stack.id, tokens: publisherTokens(side, publication) };
  }
  const by = host.listens.get(key)?.by;
  const own = by === undefined ? [] : [token.endpoint(by)];
  return { answerer: by, tokens: [...own, ...listenerTokens(side, host.id, listener)] };
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
