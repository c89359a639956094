import { cidr, DEFAULT_BRIDGE_SUBNET, overlap, parseCidr, type Cidr } from '../addresses';
import { gatewayBridgeSubnet, POOLS } from '../pools';
import { quote, type Finding } from '../problems';
import type { TopologyNode } from '../topology';
import type { Draft, Item } from './draft';
import { phrase } from '../../text/text';

/** Networks whose subnet the engine chooses: on a node no more than there are subnets to choose from. */
export function* pools(draft: Draft): Iterable<Finding> {
  for (const node of draft.nodes) {
    const { name } = node.value;
    const chosen = draft.networks.filter(
      ({ value }) => value.node === name && value.subnet === undefined,
    );
    const taken = takenOn(draft, node);
    const free = POOLS.filter((pool) => taken.every((range) => !overlap(pool, range))).length;
    const first = chosen[free];
    if (first === undefined) continue;
    yield {
      path: first.path,
      message: phrase(
        '{count} networks of {node} declare no subnet, and its engine has {free} to choose from: {network} would get none',
        { count: chosen.length, node: name, free, network: quote(first.value.name) },
      ),
      why: phrase(
        "an engine chooses from {count} subnets, of which its own bridges, the nodes' network and declared subnets take some",
        { count: POOLS.length },
      ),
      next: phrase('declare the subnets of some of them, such as "10.201.0.0/24"'),
    };
  }
}

/** Subnets that the engine cannot choose any more. */
function takenOn({ swarm, networks }: Draft, { value }: Item<TopologyNode>): Cidr[] {
  const own = parseCidr(value.address);
  const inSwarm = swarm.some((member) => member.value === value.name);
  const declared = networks
    .filter((network) => network.value.node === value.name)
    .map((network) => parseCidr(network.value.subnet ?? ''));
  const gateway = inSwarm ? gatewayBridgeSubnet(own) : undefined;
  return [cidr(DEFAULT_BRIDGE_SUBNET), own, gateway, ...declared].filter(
    (range) => range !== undefined,
  );
}
