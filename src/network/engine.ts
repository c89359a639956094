/** Up to 24, a container on internal networks alone has a default route, whose packets the node drops (moby#46603). */
export const routesOutOfInternal = (engine: number): boolean => engine < 2500;

/** From 27.0 on, an engine makes ip6tables rules as well (moby#47747); before, only where it is told to. */
export const filtersIpv6 = (engine: number): boolean => engine >= 2700;

/** From 28.0 on, a bridge has its IPv6 address without duplicate address detection, which waits for a carrier. */
export const answersWithoutCarrier = (engine: number): boolean => engine >= 2800;

/** From 28.0 on, docker-proxy answers a UDP datagram from the address that was asked (moby#48571). */
export const proxyKeepsUdpAddress = (engine: number): boolean => engine >= 2800;

/**
 * From 29.0 on, a packet from a bridge to a port that a container of another bridge publishes is rewritten (moby#49981);
 * before, and always from the publisher's own bridge, docker-proxy serves it.
 */
export const rewritesBetweenBridges = (engine: number): boolean => engine >= 2900;

/** From 29.8 on, the ports of the routing mesh are published as a container's: docker_gwbridge's `ingress-sbox`. */
export const publishesMesh = (engine: number): boolean => engine >= 2908;

/** From 28.0 on, networks have a priority for a container's default routes (moby#48936). */
export const hasGatewayPriority = (engine: number): boolean => engine >= 2800;

/** From 29.4.1 on, the network of each family's default route is chosen by itself. */
export const choosesGatewaysApart = (engine: number): boolean => engine >= 2904;

/** From 28.0 on, what another machine sends to a container's own address is dropped before anything else. */
export const dropsDirect = (engine: number): boolean => engine >= 2800;

/**
 * Up to 28, no packet goes from one bridge to another, but for networks of gateway mode `routed`; from 29.0 on only what
 * keeps a container's unpublished ports closed does (chains DOCKER-ISOLATION-STAGE-1 and -2 are gone, moby#49981).
 */
export const isolatesBridges = (engine: number): boolean => engine < 2900;

/** From 29.0 on, a container's ports are published on each of its networks of gateway mode `routed`. */
export const publishesOnAllRouted = (engine: number): boolean => engine >= 2900;

/** Up to 28, a macvlan or ipvlan network of mode `l2` without a declared gateway leads to its subnet's first address. */
export const assumesLanGateway = (engine: number): boolean => engine < 2900;

/** Up to 27, what holds a port where docker-proxy is off also listens on it, and nobody takes the connection. */
export const holdsPortsListening = (engine: number): boolean => engine < 2800;
