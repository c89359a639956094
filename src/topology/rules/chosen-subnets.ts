import { cidr, overlap, parseCidr, subnetOf, type Cidr } from '../addresses';
import { isChosenFrom } from '../pools';
import { quote, type Finding } from '../problems';
import type { TopologyNetwork } from '../topology';
import { isFurther, networkKey, type ContainerItem, type Draft, type Item } from './draft';
import { phrase } from '../../text/text';

/** Where a swarm chooses the subnets of its overlays, each a /24, the lowest that is free; ingress has the first. */
const SWARM_POOL = cidr('10.0.0.0/16');

/**
 * Subnets that an engine and a swarm choose without looking at each other's: a container cannot be on two networks
 * that share addresses.
 */
export function* chosenSubnets(draft: Draft): Iterable<Finding> {
  const reported = new Set<string>();
  for (const container of draft.containers) {
    const { bridges, overlays } = networksOf(draft, container);
    const pairs = [
      ...clashes(overlays, bridges, (range) => overlap(range, SWARM_POOL)),
      ...clashes(bridges, overlays, isChosenFrom),
    ];
    for (const { chosen, declared } of pairs) {
      const path = [...declared.path, 'subnet'];
      if (reported.has(path.join('.'))) continue;
      reported.add(path.join('.'));
      yield {
        path,
        message: phrase('{subnet} may also be chosen for {network}, and {container} is on both', {
          subnet: declared.value.subnet ?? '',
          network: quote(chosen.value.name),
          container: container.value.name,
        }),
        why: phrase(
          'engines and swarms choose from what they know themselves, and a container cannot have the same addresses on two networks',
        ),
        next: phrase('declare a subnet for {network}', { network: quote(chosen.value.name) }),
      };
    }
  }
  yield* ofNodes(draft);
}

/** The overlays of a swarm may hide its nodes. */
function* ofNodes({ nodes, overlays, services }: Draft): Iterable<Finding> {
  const node = nodes.find((one) => !isFurther(one));
  const range = parseCidr(node?.value.address ?? '');
  if (node === undefined || range === undefined) return;
  const chosen = overlays.filter(({ value }) => value.subnet === undefined);
  const hasIngress = services.some(({ ports }) => ports.length > 0);
  const taken = [...(hasIngress ? [0] : []), ...chosen.map((_, index) => index + 1)].map((third) =>
    cidr(`10.0.${third}.0/24`),
  );
  if (!taken.some((one) => overlap(one, range))) return;
  yield {
    path: [...node.path, 'address'],
    message: phrase(
      "the swarm would choose addresses of {subnet}, the nodes' network, for an overlay",
      { subnet: subnetOf(range) },
    ),
    why: phrase(
      'it looks at no other networks, and a container on that overlay would not reach the nodes',
    ),
    next: phrase('declare the subnets of the overlays, or choose another network for the nodes'),
  };
}

function networksOf(draft: Draft, { value, attachments }: ContainerItem) {
  const joined = attachments.map((one) => one.value.network);
  const bridges = joined.flatMap(
    (name) => draft.networkNamed.get(networkKey(value.node, name)) ?? [],
  );
  const others = joined.filter((name) => !draft.networkNamed.has(networkKey(value.node, name)));
  return { bridges, overlays: others.flatMap((name) => draft.overlayNamed.get(name) ?? []) };
}

function* clashes(
  some: readonly Item<TopologyNetwork>[],
  others: readonly Item<TopologyNetwork>[],
  isPossible: (range: Cidr) => boolean,
) {
  for (const chosen of some.filter(({ value }) => value.subnet === undefined)) {
    for (const declared of others) {
      const range = parseCidr(declared.value.subnet ?? '');
      if (range !== undefined && isPossible(range)) yield { chosen, declared };
    }
  }
}
