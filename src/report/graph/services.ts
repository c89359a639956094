import type { Facts } from '../../network/facts';
import type { Container, Lab } from '../../topology/lab';
import { fact, type Fact } from './graph';
import { portsLabel } from './ports';

/** Which service a container is a replica of. */
export const replicaFact = ({ service }: Container): Fact[] =>
  service === undefined ? [] : [fact('replica', service)];

/** What services publish on a node: on each of the swarm, wherever their replicas are. */
export const meshFacts = ({ services, swarm }: Lab, node: string): Fact[] =>
  swarm.includes(node)
    ? services
        .filter(({ ports }) => ports.length > 0)
        .map(({ name, ports }) => fact('mesh', `${portsLabel(ports)} (${name})`))
    : [];

/** The virtual addresses that services have on an overlay, as far as they are known. */
export const virtualAddressFacts = (
  { services }: Lab,
  overlay: string,
  facts: Facts | undefined,
): Fact[] =>
  services
    .filter(({ endpointMode }) => endpointMode === 'vip')
    .flatMap(({ name }) => {
      const address = facts?.addresses[name]?.[overlay];
      return address === undefined ? [] : [fact('virtual-address', `${name}: ${address}`)];
    });
