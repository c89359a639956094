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
