import type { Subnet6 } from '../topology/addresses6';
import type { Lan as LabLan } from '../topology/lab';
import {
  parseIp,
  parseRange,
  type Ip,
  type Ipv4,
  type Ipv6,
  type Range,
  type Subnet,
} from './address';
import { assumesLanGateway } from './engine';
import type { NetworkAddresses } from './subnets';
import type { Host, Lan } from './world';

/** Names that systems give the interface of a machine on its network; the lab's nodes have eth0, or eth1. */
const NETWORK_CARD = /^(?:eth\d+|en[opsx]\w+)$/;

/**
 * A macvlan or ipvlan network of a node, entered into nothing: the node takes no part in it.
 *
 * @param chosen The subnet that its engine would choose where none is declared
 */
export function buildLan(host: Host, lan: LabLan, chosen: NetworkAddresses | undefined): Lan {
  const { name, driver, mode, parent } = lan;
  const declared = lan.ranges.map(({ subnet, gateway }) => ({
    range: parseRange(subnet),
    router: gateway === undefined ? assumed(host, parseRange(subnet)) : parseIp(gateway),
  }));
  const has4 = declared.some(({ range }) => 'base' in range);
  const byEngine =
    has4 || chosen === undefined || lan.ipv4 === false
      ? []
      : [{ range: chosen.subnet, router: assumed(host, chosen.subnet) }];
  const ranges = [...declared, ...byEngine];
  const v4 = ranges.find(({ range }) => 'base' in range);
  const v6 = ranges.find(({ range }) => !('base' in range));
  return {
    kind: 'lan',
    name,
    node: host,
    driver,
    mode,
    subnet: v4?.range as Subnet | undefined,
    gateway: v4?.router as Ipv4 | undefined,
    range6: v6?.range as Subnet6 | undefined,
    gateway6: v6?.router as Ipv6 | undefined,
    ranges,
    // Without a parent the engine makes a device that leads nowhere, and no default route.
    internal: lan.internal || parent === undefined,
    segment: segmentOf(host, lan),
    isDefault: false,
    stacks: [],
    owners: new Map(),
    names: new Map(),
  };
}

const assumed = ({ engine }: Host, range: Range): Ip | undefined => {
  if (!assumesLanGateway(engine) || range.text.endsWith('/31')) return undefined;
  return 'base' in range ? range.base + 1 : range.gateway;
};

/** A VLAN is one segment on all nodes; an interface that is no network card is the node's own. */
function segmentOf({ id }: Host, { name, parent }: LabLan): string | undefined {
  if (parent === undefined) return `${id} ${name}`;
  const [card = '', vlan] = parent.split('.');
  if (!NETWORK_CARD.test(card)) return `${id} ${parent}`;
  return vlan === undefined ? undefined : `vlan ${vlan}`;
}
