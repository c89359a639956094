import { quote, type Finding } from '../problems';
import type { TopologyNetwork } from '../topology';
import type { Draft, Item } from './draft';

/** The swarm and what only overlay networks have, or have not. */
export function* overlays(draft: Draft): Iterable<Finding> {
  yield* swarm(draft);
  for (const network of [...draft.networks, ...draft.nowhere]) yield* bridgeOnly(network);
  for (const overlay of draft.overlays) {
    yield* overlayOnly(overlay);
    yield* named(draft, overlay);
  }
  const [first] = draft.overlays;
  if (first !== undefined && draft.swarm.length === 0) {
    yield {
      path: [...first.path, 'driver'],
      message: `${first.value.name} is an overlay network, and there is no swarm`,
      why: 'overlay networks belong to a Docker Swarm',
      next: `name its nodes, the manager first: swarm: [${someNodes(draft)}]`,
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
        message: `${value} is in the swarm twice`,
        why: 'a node joins a swarm once',
        next: 'leave one of them out',
      };
    }
    seen.add(value);
    if (draft.nodeNamed.get(value)?.path[0] === 'furtherHosts') {
      yield {
        path,
        message: `${value} is a further host, and cannot join the swarm`,
        why: 'nodes of a swarm reach each other at their own addresses; to a further host lead networks that are no part of the lab',
        next: 'leave it out, or declare it as a node',
      };
    }
  }
}

/** Only what one driver has; the other's network says so. */
function* bridgeOnly({ value, path }: Item<TopologyNetwork>): Iterable<Finding> {
  if (!('encrypted' in value) || value.encrypted === undefined) return;
  yield {
    path: [...path, 'encrypted'],
    message: `${value.name} is a bridge, which encrypts nothing`,
    why: 'only what an overlay network carries from node to node is encrypted',
    next: 'leave encrypted out, or write driver: "overlay"',
  };
}

const NOT_OF_OVERLAYS = {
  node: 'every node of the swarm has it',
  icc: 'only bridges can keep their containers from each other',
  subnet6: 'the lab has IPv6 on bridges only',
} as const;

function* overlayOnly({ value, path }: Item<TopologyNetwork>): Iterable<Finding> {
  for (const [key, why] of Object.entries(NOT_OF_OVERLAYS)) {
    if ((value as unknown as Record<string, unknown>)[key] === undefined) continue;
    yield {
      path: [...path, key],
      message: `${key} on the overlay network ${value.name}`,
      why,
      next: `leave ${key} out, or write driver: "bridge"`,
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
      ? `network ${quote(name)} is declared twice`
      : `network ${quote(name)} is a bridge on ${bridge?.value.node} already`,
    why: 'every node of the swarm has an overlay network under its name',
    next: 'rename one of them',
  };
}
