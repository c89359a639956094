import type { Facts } from './facts';
import {
  DEFAULT_BRIDGE,
  GATEWAY_BRIDGE,
  rangeOf,
  type Lab,
  type LabNode,
  type Lan,
} from '../topology/lab';
import type { TopologyAddressPool } from '../topology/topology';
import { formatIpv4, overlap, parseIpv4, parseSubnet, type Ipv4, type Subnet } from './address';

/** The pools from which an engine takes the subnet of a network that declares none, in its order. */
const POOLS: readonly Subnet[] = [
  ...Array.from({ length: 15 }, (_, i) => parseSubnet(`172.${17 + i}.0.0/16`)),
  ...Array.from({ length: 16 }, (_, i) => parseSubnet(`192.168.${16 * i}.0/20`)),
];

export interface NetworkAddresses {
  readonly subnet: Subnet;
  readonly gateway: Ipv4;
}

/** The pool of overlay networks, after the first, which is that of the swarm's own network `ingress`. */
const OVERLAYS: readonly Subnet[] = Array.from({ length: 255 }, (_, i) =>
  parseSubnet(`10.0.${1 + i}.0/24`),
);

/** Subnet and gateway of every overlay network, by name: as declared, else as measured, else as a swarm would choose. */
export function overlayAddresses(lab: Lab, facts?: Facts): ReadonlyMap<string, NetworkAddresses> {
  const taken = lab.overlays.flatMap(({ subnet }) =>
    subnet === undefined ? [] : [parseSubnet(subnet)],
  );
  return new Map(
    lab.overlays.map(({ name, subnet: cidr, gateway: address }) => {
      const measured = lab.swarm.map((node) => facts?.nodes[node]);
      const known = cidr ?? measured.map((one) => one?.subnets[name]).find(isText);
      const subnet =
        known === undefined
          ? OVERLAYS.find((pool) => !taken.some((other) => overlap(other, pool)))!
          : parseSubnet(known);
      taken.push(subnet);
      const gateway = address ?? measured.map((one) => one?.gateways[name]).find(isText);
      return [
        name,
        { subnet, gateway: gateway === undefined ? subnet.base + 1 : parseIpv4(gateway) },
      ];
    }),
  );
}

const isText = (text: string | undefined): text is string => text !== undefined;

const asLan = (lan: Lan) => {
  const { subnet, gateway } = rangeOf(lan, 'IPv4') ?? {};
  return { name: lan.name, subnet, gateway };
};

/** The subnets from which the engine of a node chooses. */
const poolsOf = ({ options }: LabNode): readonly Subnet[] =>
  options?.defaultAddressPools?.flatMap(cutPool) ?? POOLS;

/** More than a node has networks are never asked for. */
const MOST = 1024;

const cutPool = ({ base, size }: TopologyAddressPool): Subnet[] => {
  const { base: first } = parseSubnet(base);
  const count = Math.min(MOST, 2 ** Math.max(0, size - Number(base.split('/')[1])));
  return Array.from({ length: count }, (_, index) =>
    parseSubnet(`${formatIpv4(first + index * 2 ** (32 - size))}/${size}`),
  );
};

/**
 * Subnet and gateway of every network of a node, by name: as declared, else as measured, else as an
 * engine that creates the networks in the order of the topology would choose.
 */
export function networkAddresses(
  lab: Lab,
  node: LabNode,
  facts?: Facts,
): ReadonlyMap<string, NetworkAddresses> {
  const measured = facts?.nodes[node.name];
  const declared = [
    ...lab.networks.filter((network) => network.node === node.name && network.ipv4 !== false),
    ...(lab.lans ?? []).filter((lan) => lan.node === node.name && lan.ipv4 !== false).map(asLan),
  ];
  const pools = poolsOf(node);
  const taken = [
    parseSubnet(node.subnet),
    ...declared.flatMap(({ subnet }) => (subnet === undefined ? [] : [parseSubnet(subnet)])),
    ...Object.values(measured?.subnets ?? {}).map(parseSubnet),
  ];
  const next = (): Subnet => {
    const free = pools.find((pool) => !taken.some((subnet) => overlap(subnet, pool)));
    const subnet = free ?? parseSubnet(`10.255.${taken.length % 256}.0/24`);
    taken.push(subnet);
    return subnet;
  };
  // The swarm is there before any network.
  const own = lab.swarm.includes(node.name) ? [DEFAULT_BRIDGE, GATEWAY_BRIDGE] : [DEFAULT_BRIDGE];
  const networks = [
    ...own.map((name) => ({ name, subnet: undefined, gateway: undefined })),
    ...declared,
  ];
  return new Map(
    networks.map(({ name, subnet: cidr, gateway: address }) => {
      const known = cidr ?? measured?.subnets[name];
      const subnet = known === undefined ? next() : parseSubnet(known);
      const gateway = address ?? measured?.gateways[name];
      return [
        name,
        { subnet, gateway: gateway === undefined ? subnet.base + 1 : parseIpv4(gateway) },
      ];
    }),
  );
}
