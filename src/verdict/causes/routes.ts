import { namespaceId } from '../../topology/edge';
import { mending } from '../mend';
import { isEdge } from '../result';
import type { Route } from '../../observe/state';
import { difference, type FindCauses } from './cause';
import { endsOf, nodeOf, opened } from './ends';
import { isWithin } from './firewall-rules';
import { namespacesOf, type Seen } from './namespaces';
import { phrase } from '../../text/text';

/** Routes that swallow or refuse what is sent along them, or that lead it elsewhere than the networks do. */
export const routes: FindCauses = ({ lab, facts, after }) =>
  namespacesOf(lab, after).flatMap((seen) =>
    seen.routes
      .filter((route) => isStrange(route, seen))
      .map((route) => ({
        explains: (edge) => {
          if (!isEdge(edge) || opened(edge)) return false;
          const ends = endsOf(edge);
          const passes =
            seen.kind === 'node'
              ? ends.some((end) => end === seen.endpoint || nodeOf(lab, end) === seen.endpoint)
              : ends.includes(seen.endpoint);
          const asked = [
            (edge.address ?? '').replace(/:\d+$/, ''),
            // What comes back goes to who asked, or to the node before it; an overlay goes to the other node.
            ...ends.flatMap((end) => [
              ...lab.nodes
                .filter(({ name }) => name === end || name === nodeOf(lab, end))
                .map(({ address }) => address),
              ...Object.values(facts.addresses[end ?? ''] ?? {}),
              ...lab.namespacePairs
                .flatMap((pair) => pair.ends)
                .filter(({ name }) => namespaceId(name) === end)
                .map(({ address }) => address.replace(/\/.*/, '')),
            ]),
          ];
          return passes && asked.some((address) => isWithin(address, route.to));
        },
        verdict: difference(lab, {
          to: seen.endpoint,
          statement: { kind: 'no-dead-route', endpoint: seen.endpoint },
          wanted: [],
          found: [shown(route)],
          mending: mending(
            lab,
            phrase('a route on {name} swallows packets ({route})', {
              name: seen.endpoint,
              route: shown(route),
            }),
            {
              kind: 'command',
              on: seen.node,
              argv: [...seen.enter, 'ip', 'route', 'delete', ...shown(route).split(' ')],
              declared: false,
            },
          ),
        }),
      })),
  );

/** A container has the routes of its networks and one default route; a node may have more by right. */
const isStrange = ({ refuses, to, gateway }: Route, { kind }: Seen): boolean =>
  refuses !== undefined || (kind !== 'node' && to !== 'default' && gateway !== undefined);

const shown = ({ refuses, to, gateway }: Route): string =>
  [refuses ?? '', to, ...(gateway === undefined ? [] : ['via', gateway])].filter(Boolean).join(' ');
