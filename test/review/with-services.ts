import fc from 'fast-check';
import type { Topology, TopologyService } from '../../src/topology/topology';
import { problemsOf } from '../support/base-topology';

const service = fc.record({
  replicas: fc.integer({ min: 1, max: 3 }),
  endpointMode: fc.constantFrom('vip' as const, 'dnsrr' as const),
  everywhere: fc.boolean(),
  published: fc.boolean(),
  target: fc.constantFrom(80, 8080),
  listens: fc.boolean(),
});

type Choice = typeof service extends fc.Arbitrary<infer T> ? T : never;

/** The topologies that have a swarm, with up to two services on it. */
export const withRandomServices = (topologies: fc.Arbitrary<Topology>): fc.Arbitrary<Topology> =>
  fc
    .tuple(topologies, fc.array(service, { maxLength: 2 }))
    .map(withChosen)
    // Replicas on two overlays may know one alias on both.
    .filter((topology) => problemsOf(topology).length === 0);

function withChosen([topology, choices]: [Topology, Choice[]]): Topology {
  const overlays = (topology.networks ?? []).flatMap(({ name, driver }) =>
    driver === 'overlay' ? [name] : [],
  );
  if (overlays.length === 0) return topology;
  const services = choices.map((choice, i): TopologyService => {
    const { replicas, endpointMode, everywhere, published, target, listens } = choice;
    return {
      name: `service${i + 1}`,
      image: 'busybox:1.36',
      replicas,
      endpointMode,
      networks: everywhere ? overlays : overlays.slice(-1),
      ...(published && endpointMode === 'vip' ? { ports: [`${7000 + i}:${target}`] } : {}),
      ...(listens ? { listens: [{ port: 80 }] } : {}),
    };
  });
  return { ...topology, services };
}
