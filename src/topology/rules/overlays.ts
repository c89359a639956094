import { quote, type Finding } from '../problems';
import type { TopologyNetwork } from '../topology';
import type { Draft, Item } from './draft';
import { phrase, type Text } from '../../text/text';

/** The swarm and what only overlay networks have, or have not. */
export function* overlays(draft: Draft): Iterable<Finding> {
  yield* swarm(draft);
  for (const network of [...draft.networks, ...draft.nowhere, ...draft.lans])
    yield* onlyOwn(network);
  for (const overlay of draft.overlays) {
    yield* onlyOwn(overlay);
    yield* named(draft, overlay);
  }
  const [first] = draft.overlays;
  if (first !== undefined && draft.swarm.length === 0) {
    yield {
      path: [...first.path, 'driver'],
      message: phrase('{network} is an overlay network, and there is no swarm', {
        network: first.value.name,
      }),
      why: phrase('overlay networks belong to a Docker Swarm'),
      next: phrase('name its nodes, the manager first: swarm: [{nodes}]', {
        nodes: someNodes(draft),
      }),
    };
  }
}

/** The first nodes of the lab, as `swarm` may have them. */
export const someNodes = ({ nodes }: Draft): string =>
  nodes
    .slice(0, 2)
    .map(({ value }) => quote(value.name))
    .join(', ');

function* swarm(draft: Draft): Iterable<Finding> {
  const seen = new Set<string>();
  for (const { value, path } of draft.swarm) {
    if (seen.has(value)) {
      yield {
        path,
        message: phrase('{node} is in the swarm twice', { node: value }),
        why: phrase('a node joins a swarm once'),
        next: phrase('leave one of them out'),
      };
    }
    seen.add(value);
    if (draft.nodeNamed.get(value)?.path[0] === 'furtherHosts') {
      yield {
        path,
        message: phrase('{node} is a further host, and cannot join the swarm', { node: value }),
        why: phrase(
          'nodes of a swarm reach each other at their own addresses; to a further host lead networks that are no part of the lab',
        ),
        next: phrase('leave it out, or declare it as a node'),
      };
    }
  }
}

/** What networks of each driver have besides what all have. */
const OWN: Readonly<Record<Driver, ReadonlySet<string>>> = {
  bridge: new Set([
    ...['node', 'subnet6', 'gateway6', 'ipv6', 'ipv4', 'icc', 'gatewayMode', 'gatewayModeIpv4'],
    ...['gatewayModeIpv6', 'masquerade', 'hostIpv4', 'inhibitIpv4', 'trustedHostInterfaces'],
  ]),
  overlay: new Set(['encrypted']),
  macvlan: new Set([
    ...['node', 'parent', 'mode', 'ipRange', 'subnet6', 'gateway6', 'ipamConfig', 'ipv6', 'ipv4'],
  ]),
  ipvlan: new Set([
    ...['node', 'parent', 'mode', 'ipRange', 'subnet6', 'gateway6', 'ipamConfig', 'ipv6', 'ipv4'],
  ]),
};

const OF_ALL = new Set(['name', 'driver', 'subnet', 'gateway', 'internal', 'chapter']);

type Driver = NonNullable<TopologyNetwork['driver']>;

/** Why a network of a driver has not what others have. */
const WHY: Readonly<Record<string, Text>> = {
  node: phrase('every node of the swarm has it'),
  icc: phrase('only bridges can keep their containers from each other'),
  encrypted: phrase('only what an overlay network carries from node to node is encrypted'),
  parent: phrase('only macvlan and ipvlan networks are on an interface of the node'),
};

/** Only what its driver has. */
function* onlyOwn({ value, path }: Item<TopologyNetwork>): Iterable<Finding> {
  const { driver = 'bridge', name } = value;
  const others = Object.keys(value).filter((key) => !OF_ALL.has(key) && !OWN[driver].has(key));
  for (const key of others) {
    if ((value as unknown as Record<string, unknown>)[key] === undefined) continue;
    const having = (Object.keys(OWN) as Driver[]).find((one) => OWN[one].has(key));
    if (having === undefined) continue;
    yield {
      path: [...path, key],
      message:
        key === 'encrypted' && driver === 'bridge'
          ? phrase('{network} is a bridge, which encrypts nothing', { network: name })
          : phrase('{key} on the {driver} network {network}', { key, driver, network: name }),
      why:
        WHY[key] ??
        (driver === 'overlay' && key.includes('6')
          ? phrase('the lab has IPv6 on bridges only')
          : phrase('networks of this driver have no such option')),
      next: phrase('leave {key} out, or write driver: "{driver}"', { key, driver: having }),
    };
  }
}

function* named(draft: Draft, overlay: Item<TopologyNetwork>): Iterable<Finding> {
  const { name } = overlay.value;
  const twice = draft.overlayNamed.get(name) !== overlay;
  const bridge = draft.networks.find(
    ({ value }) => value.name === name && draft.swarm.some((node) => node.value === value.node),
  );
  if (!twice && bridge === undefined) return;
  yield {
    path: [...overlay.path, 'name'],
    message: twice
      ? phrase('{kind} {name} is declared twice', { kind: phrase('network'), name: quote(name) })
      : phrase('network {network} is a bridge on {node} already', {
          network: quote(name),
          node: bridge?.value.node ?? '',
        }),
    why: phrase('every node of the swarm has an overlay network under its name'),
    next: phrase('rename one of them'),
  };
}
