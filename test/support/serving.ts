import fc from 'fast-check';
import type { Topology, TopologyService } from '../../src/topology/topology';
import { validTopology } from './topologies';

const SIZE = {
  nodes: { minLength: 1, maxLength: 3 },
  containers: { minLength: 1, maxLength: 5 },
};

const choice = fc.record({
  replicas: fc.constantFrom(undefined, 1, 2, 3, 5),
  endpointMode: fc.constantFrom(undefined, 'vip' as const, 'dnsrr' as const),
  networks: fc.nat(),
  first: fc.constantFrom(0, 0, -1),
  publishes: fc.boolean(),
  listens: fc.boolean(),
});

/** Random topologies with a swarm of some of their nodes, and 1 to 3 services on its overlay networks. */
export const servingTopology = (): fc.Arbitrary<Topology> =>
  fc
    .integer({ min: 1, max: 3 })
    .chain((members) =>
      fc
        .tuple(validTopology(SIZE, members), fc.array(choice, { minLength: 1, maxLength: 3 }))
        .map(([topology, choices]) => withServices(topology, choices)),
    );

function withServices(
  topology: Topology,
  choices: readonly (typeof choice extends fc.Arbitrary<infer T> ? T : never)[],
): Topology {
  const networks = [
    ...(topology.networks ?? []),
    { name: 'added', driver: 'overlay' as const, internal: true },
  ];
  const overlays = networks.flatMap(({ name, driver }) => (driver === 'overlay' ? [name] : []));
  const services = choices.map((one, index): TopologyService => {
    const ports = [`${41_000 + index}:80`, `${42_000 + 2 * index}-${42_001 + 2 * index}:90-91/udp`];
    return {
      name: `service-${index}`,
      image: 'nginx:1.26',
      // An alias may be one container's on one of the others and another's on the next.
      networks: [...new Set([overlays[one.networks % overlays.length]!, 'added'])].slice(one.first),
      ...(one.replicas === undefined ? {} : { replicas: one.replicas }),
      ...(one.endpointMode === undefined ? {} : { endpointMode: one.endpointMode }),
      ...(one.publishes && one.endpointMode !== 'dnsrr' ? { ports } : {}),
      ...(one.listens ? { listens: [{ port: 80, page: 'Welcome' }] } : {}),
    };
  });
  return { ...topology, networks, services };
}
