import { cidr } from '../src/topology/addresses';
import type { LabNode, Network } from '../src/topology/lab';
import { isChosenFrom } from '../src/topology/pools';

/** Networks whose subnets are declared, then those whose subnets engines choose. */
export const declaredFirst = (networks: readonly Network[]): Network[] => [
  ...networks.filter(({ subnet }) => subnet !== undefined),
  ...networks.filter(({ subnet }) => subnet === undefined),
];

/**
 * True where `other` must stand before a network: the engine could choose its subnet for that one. Only there, since
 * the provider waits two seconds for each network; what a host that is not the lab's own chooses from is not known.
 */
export const isMadeBefore = (other: Network, network: Network, { backend }: LabNode): boolean =>
  other.node === network.node &&
  network.subnet === undefined &&
  other.subnet !== undefined &&
  (backend === 'remote' || isChosenFrom(cidr(other.subnet)));
