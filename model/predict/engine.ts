/** `major.minor` of an engine version such as `26.1.5+dfsg1` as one number, 2601: versions compare as numbers. */
export function engineNumber(version: string): number {
  const [major = '0', minor = '0'] = version.split('.');
  return Number.parseInt(major, 10) * 100 + Number.parseInt(minor, 10);
}

/** Up to 24, a container on internal networks alone has a default route, whose packets the node drops (moby#46603). */
export const routesOutOfInternal = (engine: number): boolean => engine < 2500;

/** From 27.0 on, an engine makes ip6tables rules as well (moby#47747); before, only where it is told to. */
export const filtersIpv6 = (engine: number): boolean => engine >= 2700;

/** From 28.0 on, a bridge has its IPv6 address without duplicate address detection, which waits for a carrier. */
export const answersWithoutCarrier = (engine: number): boolean => engine >= 2800;

/** From 28.0 on, docker-proxy answers a UDP datagram from the address that was asked (moby#48571). */
export const proxyKeepsUdpAddress = (engine: number): boolean => engine >= 2800;
