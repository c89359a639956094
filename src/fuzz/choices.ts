import fc from 'fast-check';
import { SERIES, type EngineSeries } from '../topology/engines';

/** Free choices for a container; what is not possible where it lands is left out. */
export interface ContainerChoice {
  readonly node: number;
  readonly mode: 'bridge' | 'host' | 'none' | 'container';
  /** For mode `container`: which of those that are possible. */
  readonly shares: number;
  /** One a network, the default bridge first. */
  readonly joins: readonly boolean[];
  readonly aliases: number;
  readonly isStatic: boolean;
  /** Links to which of those before it. */
  readonly links: readonly { readonly to: number; readonly renamed: boolean }[];
  readonly ports: readonly PortChoice[];
  readonly listens: readonly PortOf[];
  /** A web server, where its port is free. */
  readonly web: boolean;
  readonly chapter: number;
}

export interface NetworkChoice {
  readonly node: number;
  readonly subnet: boolean;
  /** Of the subnet; `again`: the same subnet as that of the network before, where it is on another node. */
  readonly prefix: 16 | 24 | 27 | 'again';
  readonly gateway: boolean;
  readonly ipv6: boolean;
  readonly internal: boolean;
  readonly icc: boolean;
}

export interface PortOf {
  readonly port: number;
  readonly protocol: 'tcp' | 'udp';
}

export interface PortChoice extends PortOf {
  readonly ip: 'any' | 'loopback' | 'node';
  /** Ports in the range. */
  readonly length: number;
  readonly target: number;
}

export interface Choices {
  readonly nodes: readonly {
    readonly engine: EngineSeries;
    readonly ssh: boolean;
    readonly udp: boolean;
  }[];
  readonly chapters: number;
  readonly networks: readonly NetworkChoice[];
  readonly containers: readonly ContainerChoice[];
  /** The node of each namespace pair. */
  readonly pairs: readonly number[];
  /** Which containers have one more alias that they share, where nobody could mix them up. */
  readonly shared: readonly number[];
  /** Overlay networks, where the nodes are a swarm. */
  readonly overlays: readonly OverlayChoice[];
  /** Likewise. */
  readonly services: readonly ServiceChoice[];
}

export interface OverlayChoice {
  readonly subnet: boolean;
  readonly gateway: boolean;
  readonly internal: boolean;
  /** One a container. */
  readonly members: readonly boolean[];
}

export interface ServiceChoice {
  readonly replicas: number;
  /** One an overlay. */
  readonly joins: readonly boolean[];
  readonly listens: readonly PortOf[];
  readonly web: boolean;
  readonly chapter: number;
}

export interface Size {
  readonly nodes: { readonly minLength: number; readonly maxLength: number };
  readonly containers: { readonly minLength: number; readonly maxLength: number };
}

const MOST_NETWORKS = 5;

const protocol = fc.constantFrom('tcp' as const, 'tcp' as const, 'udp' as const);
const port = fc.constantFrom(80, 8080, 8081, 9000);

const container: fc.Arbitrary<ContainerChoice> = fc.record({
  node: fc.nat(1),
  mode: fc.oneof(
    { weight: 8, arbitrary: fc.constant('bridge' as const) },
    {
      weight: 4,
      arbitrary: fc.constantFrom('host' as const, 'none' as const, 'container' as const),
    },
  ),
  shares: fc.nat(9),
  joins: fc.array(fc.boolean(), { minLength: MOST_NETWORKS + 1, maxLength: MOST_NETWORKS + 1 }),
  aliases: fc.nat(2),
  isStatic: fc.boolean(),
  links: fc.array(fc.record({ to: fc.nat(7), renamed: fc.boolean() }), { maxLength: 2 }),
  ports: fc.array(
    fc.record({
      port,
      protocol,
      ip: fc.constantFrom('any' as const, 'any' as const, 'loopback' as const, 'node' as const),
      length: fc.constantFrom(1, 1, 3),
      target: fc.constantFrom(80, 8080),
    }),
    { maxLength: 2 },
  ),
  listens: fc.array(fc.record({ port, protocol }), { maxLength: 2 }),
  web: fc.constantFrom(false, false, false, true),
  chapter: fc.nat(2),
});

const network: fc.Arbitrary<NetworkChoice> = fc.record({
  node: fc.nat(1),
  subnet: fc.boolean(),
  prefix: fc.constantFrom(16 as const, 24 as const, 24 as const, 27 as const, 'again' as const),
  gateway: fc.boolean(),
  ipv6: fc.boolean(),
  internal: fc.constantFrom(false, false, true),
  icc: fc.boolean(),
});

const MOST_CONTAINERS = 10;

const overlay: fc.Arbitrary<OverlayChoice> = fc.record({
  subnet: fc.boolean(),
  gateway: fc.boolean(),
  internal: fc.constantFrom(false, false, true),
  members: fc.array(fc.boolean(), { minLength: MOST_CONTAINERS, maxLength: MOST_CONTAINERS }),
});

const MOST_OVERLAYS = 2;

const service: fc.Arbitrary<ServiceChoice> = fc.record({
  replicas: fc.integer({ min: 1, max: 3 }),
  joins: fc.array(fc.boolean(), { minLength: MOST_OVERLAYS, maxLength: MOST_OVERLAYS }),
  listens: fc.array(fc.record({ port, protocol }), { maxLength: 2 }),
  web: fc.boolean(),
  chapter: fc.nat(2),
});

/** Every combination of choices, possible or not. */
export const choices = ({ nodes, containers }: Size): fc.Arbitrary<Choices> =>
  fc.record({
    nodes: fc.array(
      fc.record({
        engine: fc.constantFrom(...SERIES),
        ssh: fc.boolean(),
        udp: fc.boolean(),
      }),
      nodes,
    ),
    chapters: fc.integer({ min: 1, max: 3 }),
    networks: fc.array(network, { maxLength: MOST_NETWORKS }),
    containers: fc.array(container, containers),
    pairs: fc.array(fc.nat(1), { maxLength: 2 }),
    shared: fc.array(fc.nat(9), { maxLength: 3 }),
    // Last, so that the seeds without a swarm keep their topologies.
    overlays: fc.array(overlay, { minLength: 1, maxLength: MOST_OVERLAYS }),
    services: fc.array(service, { maxLength: 2 }),
  });
