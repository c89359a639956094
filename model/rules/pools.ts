import { cidr, DEFAULT_BRIDGE_SUBNET, overlap, parseCidr, type Cidr } from '../addresses';
import { GATEWAY_BRIDGE } from '../lab';
import { gatewayBridgeSubnet, isChosenFrom, POOLS } from '../pools';
import { quote, type Finding } from '../problems';
import type { TopologyNode } from '../topology';
import type { Draft, Item } from './draft';

/** Networks whose subnet the engine chooses: on a node no more than there are subnets to choose from. */
export function* pools(draft: Draft): Iterable<Finding> {
  for (const node of draft.nodes) {
    const { name } = node.value;
    const chosen = draft.networks.filter(
      ({ value }) => value.node === name && value.subnet === undefined,
    );
    const taken = takenOn(draft, node).filter(({ range }) => isChosenFrom(range));
    const free = POOLS.filter((pool) => taken.every(({ range }) => !overlap(pool, range))).length;
    const first = chosen[free];
    if (first === undefined) continue;
    yield {
      path: first.path,
      message: `${chosen.length} networks of ${name} declare no subnet, and its engine has ${free} to choose from: ${quote(first.value.name)} would get none`,
      why: `an engine chooses from ${POOLS.length} subnets, and others are taken by ${taken.map(({ by }) => by).join(', ')}`,
      next: 'declare the subnets of some of them, such as "10.201.0.0/24"',
    };
  }
}

interface Taken {
  readonly by: string;
  readonly range: Cidr;
}

function takenOn({ swarm, networks }: Draft, { value }: Item<TopologyNode>): Taken[] {
  const own = parseCidr(value.address);
  const gateway = gatewayBridgeSubnet(own);
  const inSwarm = swarm.some((member) => member.value === value.name);
  return [
    { by: 'the default bridge', range: cidr(DEFAULT_BRIDGE_SUBNET) },
    ...(own === undefined ? [] : [{ by: "the nodes' network", range: own }]),
    ...(inSwarm && gateway !== undefined ? [{ by: GATEWAY_BRIDGE, range: gateway }] : []),
    ...networks
      .filter((network) => network.value.node === value.name)
      .flatMap((network) => {
        const range = parseCidr(network.value.subnet ?? '');
        return range === undefined ? [] : [{ by: `network ${network.value.name}`, range }];
      }),
  ];
}
