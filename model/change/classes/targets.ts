import { targetLabel, type EndpointId, type Target } from '../../edge';
import { GATEWAY_BRIDGE } from '../../lab';
import { questionOf } from '../../predict/destination';
import { destination6, type Ping6 } from '../../predict/ipv6';
import { targets6 } from '../../predict/targets6';
import { addressTargets, nodePorts, type Common } from '../../predict/targets';
import {
  gateway6,
  portKey,
  type Destination,
  type Host,
  type MeshPort,
  type Publication,
  type Stack,
} from '../../predict/world';
import { token, type Token } from '../causes/cause';
import { addressKey, hostKey, listens, netKey, publicationAt } from './keys';
import { nameTargetsOn } from './names';
import type { Side } from './side';

/** A target on one side. */
export interface SideTarget {
  readonly target: Target;
  /** Equal keys: the same answers to every sender that does not own the target. */
  readonly key: string;
  /** Whose it is, as container stacks; a name may be that of several. */
  readonly owners: readonly EndpointId[];
  /** Who answers where the target does not tell: the publisher of a port, or who listens on the node. */
  readonly answerer: EndpointId | undefined;
  readonly tokens: readonly Token[];
}

type AddressTarget = Exclude<Common, { kind: 'name' }>;

/** All targets of a side, by label. */
export function targetsOn(side: Side): Map<string, SideTarget> {
  const { hosts } = side.world;
  const loopback = hosts.flatMap((host) => nodePorts(host, '127.0.0.1'));
  const common = [...addressTargets(side.world), ...loopback].filter(
    (target): target is AddressTarget => target.kind !== 'name',
  );
  const outside: Target = { kind: 'outside', seenAs: '' };
  const targets: SideTarget[] = [
    ...common.map((target) => addressTarget(side, target)),
    ...overlayGateways(side),
    ...targets6(side.world).map((target) => target6(side, target)),
    ...nameTargetsOn(side),
    { target: outside, key: 'outside', owners: [], answerer: undefined, tokens: [] },
  ];
  return new Map(targets.map((one) => [targetLabel(one.target), one]));
}

function addressTarget(side: Side, target: AddressTarget): SideTarget {
  const { world, contested } = side;
  const { to, probe } = questionOf(world, { from: world.outside.id, target });
  const { owner } = to;
  const parts = [
    target.kind,
    probe.protocol,
    owner.kind === 'container' ? String(listens(owner, probe)) : owner.id,
    addressKey(world, to, probe),
    contested.has(to.ip) ? targetLabel(target) : '',
  ];
  const base = { target, key: parts.join('|') };
  if (target.kind !== 'node-port') {
    const port = target.kind === 'port' ? listenerTokens(side, owner.id, target) : [];
    return {
      ...base,
      owners: owner.kind === 'container' ? [owner.id] : [],
      answerer: undefined,
      tokens: [...placeTokens(target.endpoint, to), ...port],
    };
  }
  const host = owner as Host;
  const publication = publicationAt(host, to.ip, target);
  const port = portKey(target.protocol, target.port);
  const mesh = host.mesh.get(port);
  const answerer = mesh?.service.id ?? publication?.stack.id ?? host.listens.get(port)?.by;
  return {
    ...base,
    owners: [],
    answerer,
    tokens: [
      ...placeTokens(target.node, to),
      token.published(target.node, target.port, target.protocol),
      ...(answerer === undefined ? [] : [token.endpoint(answerer)]),
      ...(mesh !== undefined
        ? meshTokens(side, target.node, mesh)
        : publication === undefined
          ? listenerTokens(side, owner.id, target)
          : publisherTokens(side, publication)),
    ],
  };
}

/** The bridge that an overlay has on each node, which only its members there ask for. */
const overlayGateways = ({ world }: Side): SideTarget[] =>
  world.overlays
    .filter(({ internal }) => !internal)
    .flatMap((net) =>
      world.lab.swarm.map((node) => ({
        target: { kind: 'ping', endpoint: node, network: net.name },
        key: `gateway ${node} ${netKey(net)}`,
        owners: [],
        answerer: undefined,
        tokens: [token.endpoint(node), token.node(node), token.network(node, net.name)],
      })),
    );

function target6({ world }: Side, target: Ping6): SideTarget {
  const { owner, net } = destination6(world, target);
  const tokens = [
    token.endpoint(target.endpoint),
    token.node(net.node.id),
    token.network(net.node.id, net.name),
  ];
  const base = { target, answerer: undefined, tokens };
  if (owner.kind === 'node') {
    return { ...base, key: ['ping6', hostKey(owner), netKey(net)].join('|'), owners: [] };
  }
  // The way back counts too, and leads over any of its networks.
  const back = owner.interfaces.map((face) => netKey(face.net)).sort();
  const key = ['ping6', netKey(net), hostKey(net.node), gateway6(owner)?.net.name ?? '', ...back];
  return {
    ...base,
    key: key.join('|'),
    owners: [owner.id],
    tokens: [
      ...tokens,
      ...owner.interfaces.map((face) => token.network(owner.node.id, face.net.name)),
    ],
  };
}

const nodeOf = (stack: Stack): string =>
  stack.kind === 'outside' || stack.kind === 'node' ? stack.id : stack.node.id;

function placeTokens(id: EndpointId, { owner, net }: Destination): Token[] {
  const node = nodeOf(owner);
  const on = net === undefined ? [] : [token.network(node, net.name)];
  return [token.endpoint(id), token.node(node), ...on];
}

const publisherTokens = (side: Side, { port, stack }: Publication): Token[] => [
  ...listenerTokens(side, stack.id, { port: port.target, protocol: port.protocol }),
  ...stack.interfaces.map(({ net }) => token.network(stack.node.id, net.name)),
];

/** A node gets the ports of the mesh, and loses them, with its part in the swarm. */
const meshTokens = (side: Side, node: string, { port, service }: MeshPort): Token[] => [
  ...listenerTokens(side, service.id, { port: port.target, protocol: port.protocol }),
  token.network(node, GATEWAY_BRIDGE),
];

/** Of everyone who may listen in the stack. */
const listenerTokens = (
  { sharers }: Side,
  stack: EndpointId,
  { port, protocol }: { readonly port: number; readonly protocol: 'tcp' | 'udp' },
): Token[] =>
  [stack, ...(sharers.get(stack) ?? [])].map((id) => token.listener(id, port, protocol));
