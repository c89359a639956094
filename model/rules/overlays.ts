import { quote, type Finding } from '../problems';
import type { TopologyNetwork } from '../topology';
import type { Draft, Item } from './draft';
import { phrase } from '../../text/text';

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

/** Only what one driver has; the other's network says so. */
function* bridgeOnly({ value, path }: Item<TopologyNetwork>): Iterable<Finding> {
  if (!('encrypted' in value) || value.encrypted === undefined) return;
  yield {
    path: [...path, 'encrypted'],
    message: phrase('{network} is a bridge, which encrypts nothing', { network: value.name }),
    why: phrase('only what an overlay network carries from node to node is encrypted'),
    next: phrase('leave encrypted out, or write driver: "overlay"'),
  };
}

const NOT_OF_OVERLAYS = {
  node: phrase('every node of the swarm has it'),
  icc: phrase('only bridges can keep their containers from each other'),
  subnet6: phrase('the lab has IPv6 on bridges only'),
} as const;

function* overlayOnly({ value, path }: Item<TopologyNetwork>): Iterable<Finding> {
  for (const [key, why] of Object.entries(NOT_OF_OVERLAYS)) {
    if ((value as unknown as Record<string, unknown>)[key] === undefined) continue;
    yield {
      path: [...path, key],
      message: phrase('{key} on the overlay network {network}', { key, network: value.name }),
      why,
      next: phrase('leave {key} out, or write driver: "bridge"', { key }),
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
