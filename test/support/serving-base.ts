import type { TopologyNetwork, TopologyService } from '../../src/topology/topology';
import type { Draft } from './base-topology';

const add = (t: Draft, network: TopologyNetwork): void =>
  void (t.networks as unknown as TopologyNetwork[]).push(network);

/** The base topology with a swarm, two overlay networks and services, which are on both unless they say otherwise. */
export function serving(t: Draft, ...services: readonly Partial<TopologyService>[]): void {
  t.swarm = ['node1', 'node2'];
  add(t, { name: 'wide', driver: 'overlay' });
  add(t, { name: 'deep', driver: 'overlay', internal: true });
  const whole = services.map((service): TopologyService => ({
    ...{ name: 'shop', image: 'nginx:1.26', networks: ['wide', 'deep'] },
    ...service,
  }));
  Object.assign(t, { services: whole });
}

/** The same as a change of a test. */
export const serves =
  (...services: readonly object[]) =>
  (t: Draft): void =>
    serving(t, ...services);
