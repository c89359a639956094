import type { Lab, PublishedPort, Service } from '../../src/topology/lab';
import { replicasOf } from '../../src/topology/replicas';

/** A service as a test writes it; everything left out is the default. */
export interface ServiceSpec extends Partial<
  Omit<Service, 'name' | 'networks' | 'ports' | 'listens'>
> {
  readonly networks?: readonly string[];
  /** Of each node of the swarm, onto port 80. */
  readonly ports?: readonly (number | Partial<PublishedPort>)[];
  /** TCP. */
  readonly listens?: readonly number[];
}

/** On the overlay `over` unless others are given. */
export const serviceOf = (name: string, spec: ServiceSpec = {}): Service => ({
  name,
  image: 'nginx:1.26',
  command: [],
  environment: {},
  replicas: 1,
  endpointMode: 'vip',
  chapter: 'all',
  ...spec,
  networks: (spec.networks ?? ['over']).map((network) => ({ network, chapter: 'all' })),
  ports: (spec.ports ?? []).map((port) => ({
    ip: '0.0.0.0',
    target: 80,
    protocol: 'tcp',
    ...(typeof port === 'number' ? { published: port } : { published: 80, ...port }),
  })),
  listens: (spec.listens ?? []).map((port) => ({ port, protocol: 'tcp' })),
});

/** The lab with these services, and with their replicas as its topology would have them. */
export const withServices = (lab: Lab, services: readonly Service[]): Lab => ({
  ...lab,
  services,
  containers: [
    ...lab.containers.filter(({ service }) => service === undefined),
    ...services.flatMap((service) => replicasOf(service, lab.swarm)),
  ],
});

/** The lab with services by name. */
export const addServices = (lab: Lab, specs: Readonly<Record<string, ServiceSpec>>): Lab =>
  withServices(
    lab,
    Object.entries(specs).map(([name, spec]) => serviceOf(name, spec)),
  );
