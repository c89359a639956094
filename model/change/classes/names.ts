import type { EndpointId } from '../../edge';
import { askedNames } from '../../predict/targets';
import { netsOf, type ContainerStack, type Host } from '../../predict/world';
import { token } from '../causes/cause';
import { netKey, serviceKey } from './keys';
import type { Side } from './side';
import type { SideTarget } from './targets';

interface Carrier {
  /** With what is asked there: a container, the virtual address of a service, or its replicas. */
  readonly net: string;
  readonly node: Host;
  readonly network: string;
  readonly stack: ContainerStack;
  readonly contested: boolean;
}

/** Every name that somebody could ask for. */
export function nameTargetsOn(side: Side): SideTarget[] {
  const carriers = carriersOf(side);
  return askedNames(side.world).map(({ name, endpoint }) => {
    const on = carriers.get(name) ?? [];
    const stacks = new Set<EndpointId>(on.map(({ stack }) => stack.id));
    const alone = stacks.size > 1 || side.linked.has(name) || on.some((one) => one.contested);
    const who = alone ? [name, ...on.map(({ net, stack }) => `${net} ${stack.id}`)] : [];
    return {
      target: { kind: 'name', name, endpoint },
      key: ['name', ...on.map(({ net }) => net), ...who].join('|'),
      owners: [...stacks],
      answerer: undefined,
      tokens: [
        token.name(name),
        ...[endpoint, ...stacks].map(token.endpoint),
        ...on.map(({ node, network }) => token.network(node.id, network)),
        ...on.map(({ node }) => token.node(node.id)),
      ],
    };
  });
}

/** By name, the networks on which it is known, each with the one that answers to it there. */
function carriersOf({ world, contested }: Side): Map<string, Carrier[]> {
  const carriers = new Map<string, Carrier[]>();
  for (const net of netsOf(world)) {
    for (const [name, face] of net.names) {
      const carrier = {
        net: `${netKey(net)}${serviceKey(face)}`,
        node: face.stack.node,
        network: net.name,
        stack: face.stack,
        contested: contested.has(face.ip),
      };
      const known = carriers.get(name);
      if (known === undefined) carriers.set(name, [carrier]);
      else known.push(carrier);
    }
  }
  return carriers;
}
