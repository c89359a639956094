import { cidr, overlap, type Cidr } from './addresses';

const count = (length: number): number[] => Array.from({ length }, (_, index) => index);

/**
 * The subnets from which an engine chooses those of its bridges, its default bridge's first: the local address pools
 * of libnetwork, the same in all series.
 */
export const POOLS: readonly Cidr[] = [
  ...count(15).map((index) => `172.${17 + index}.0.0/16`),
  ...count(16).map((index) => `192.168.${16 * index}.0/20`),
].map(cidr);

/** True where an engine could choose a subnet that shares addresses with this one. */
export const isChosenFrom = (subnet: Cidr): boolean => POOLS.some((pool) => overlap(pool, subnet));

/**
 * What an engine gives its end of a swarm, docker_gwbridge: the first that is free, since it joins a swarm before it
 * has other networks.
 *
 * @param nodes the nodes' own network
 */
export const gatewayBridgeSubnet = (nodes: Cidr | undefined): Cidr | undefined =>
  POOLS.slice(1).find((pool) => nodes === undefined || !overlap(pool, nodes));
