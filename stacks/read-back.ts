import { formatPort, joinPorts } from '../src/topology/ports';
import type { Network, PublishedPort } from '../src/topology/lab';

/**
 * Labels that hold what is declared where the provider reads something else back: the attribute itself is ignored, and
 * a change of the declaration changes the label, which replaces the resource.
 */
const PORTS_LABEL = 'docker-network-lab.ports';
const SUBNET6_LABEL = 'docker-network-lab.subnet6';

interface Declared {
  readonly labels: readonly { readonly label: string; readonly value: string }[];
  readonly lifecycle?: { readonly ignoreChanges: string[] };
}

const NOTHING: Declared = { labels: [] };

/**
 * Of published ports: an engine publishes none on internal networks, shows none of a container that is stopped, and
 * lists several of one port of the container in an order of its own.
 */
export const declaredPorts = (ports: readonly PublishedPort[]): Declared =>
  ports.length === 0
    ? NOTHING
    : {
        labels: [{ label: PORTS_LABEL, value: portsText(ports) }],
        lifecycle: { ignoreChanges: ['ports'] },
      };

/** Of subnets: beside an IPv6 one an engine chooses one of IPv4, which is read back among those that were declared. */
export const declaredSubnets = ({ subnet, subnet6 }: Network): Declared =>
  subnet !== undefined || subnet6 === undefined
    ? NOTHING
    : {
        labels: [{ label: SUBNET6_LABEL, value: subnet6 }],
        lifecycle: { ignoreChanges: ['ipam_config'] },
      };

/** Published ports in Docker's short syntax, in one order, with commas. */
export const portsText = (ports: readonly PublishedPort[]): string =>
  joinPorts(ports).map(formatPort).join(',');
