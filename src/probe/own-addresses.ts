import ipaddr from 'ipaddr.js';
import type { EndpointId } from '../topology/edge';
import { isOverlay } from '../topology/lab';
import type { Ground } from './bind';

/**
 * Addresses by which an endpoint may be known; nothing where it does not run.
 *
 * @param name The name that is asked for: that of a service, or that of all its replicas.
 */
export function knownAddresses(
  endpoint: EndpointId,
  { lab, facts }: Ground,
  name?: string,
): readonly string[] {
  const node = lab.nodes.find(({ name }) => name === endpoint);
  if (node !== undefined) {
    // The gateway of an overlay is no node's.
    const bridges = Object.entries(facts.nodes[endpoint]?.gateways ?? {}).filter(
      ([network]) => !isOverlay(lab, network),
    );
    return [node.address, ...bridges.map(([, address]) => address)];
  }
  const service = lab.services.find((one) => one.name === endpoint);
  if (service?.endpointMode === 'dnsrr' || (service !== undefined && name !== endpoint)) {
    const replicas = lab.containers
      .filter((container) => container.service === endpoint)
      .map((replica) =>
        service.networks.flatMap(({ network }) => facts.addresses[replica.name]?.[network] ?? []),
      );
    // Where one is not seen, the swarm may be running another in its place by now.
    return replicas.some((addresses) => addresses.length === 0) ? [] : replicas.flat();
  }
  return Object.values(facts.addresses[endpoint] ?? {});
}

/** True for an address that is on no network of the lab and no loopback address. */
export function foreign(address: string, { lab, facts }: Ground): boolean {
  if (!ipaddr.IPv4.isValidFourPartDecimal(address)) return false;
  const parsed = ipaddr.IPv4.parse(address);
  const subnets = [
    '127.0.0.0/8',
    ...lab.nodes.map(({ subnet }) => subnet),
    ...Object.values(facts.nodes).flatMap((node) => Object.values(node.subnets)),
  ];
  return !subnets.some((subnet) => parsed.match(ipaddr.IPv4.parseCIDR(subnet)));
}
