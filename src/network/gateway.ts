import { choosesGatewaysApart, hasGatewayPriority, routesOutOfInternal } from './engine';

/** What an engine looks at when it chooses the network of a container's default routes. */
export interface GatewayCandidate {
  readonly name: string;
  readonly internal: boolean;
  /** Whether an IPv4 default route can go over it; default true. */
  readonly ipv4?: boolean;
  readonly ipv6: boolean;
  /** Default 0. */
  readonly priority?: number;
}

/**
 * A container's networks in the order in which the engine prefers them, for its default routes as to ask for a name: by
 * priority, internal ones last, those with IPv6 default route before the others, else in alphabetical order.
 *
 * @param engine As `engineNumber` gives it
 */
export function byPreference<N extends GatewayCandidate>(
  networks: readonly N[],
  engine: number,
): N[] {
  const leads = ({ internal }: N): boolean => !internal || routesOutOfInternal(engine);
  const weight = (one: N): number => {
    if (!leads(one)) return 0;
    const [v4, v6] = [Number(one.ipv4 ?? true), Number(one.ipv6)];
    return hasGatewayPriority(engine) ? v4 + v6 : v4 + 2 * v6;
  };
  const priority = ({ priority: given = 0 }: N): number => (hasGatewayPriority(engine) ? given : 0);
  return [...networks].sort(
    (a, b) =>
      priority(b) - priority(a) ||
      Number(a.internal) - Number(b.internal) ||
      weight(b) - weight(a) ||
      (a.name < b.name ? -1 : 1),
  );
}

/** True where a container leaves over `docker_gwbridge`: it is on an overlay, and on no bridge that leads out. */
export const needsGatewayBridge = (
  networks: readonly { readonly driver: 'bridge' | 'overlay'; readonly internal: boolean }[],
): boolean => {
  const out = networks.filter(({ internal }) => !internal);
  return out.length > 0 && out.every(({ driver }) => driver === 'overlay');
};

/**
 * The networks over which a container's default routes go, in the order of the engine's preference: up to 27 one for
 * both families; then the first that has both, else the first of each; from 29.4.1 on the first of each.
 *
 * @param networks Those that the container is on
 * @param engine As `engineNumber` gives it
 */
export function gatewayNetworks<N extends GatewayCandidate>(
  networks: readonly N[],
  engine: number,
): { readonly IPv4: N | undefined; readonly IPv6: N | undefined } {
  const able = byPreference(networks, engine).filter(
    ({ internal }) => !internal || routesOutOfInternal(engine),
  );
  const first4 = able.find(({ ipv4 = true }) => ipv4);
  const first6 = able.find(({ ipv6 }) => ipv6);
  if (choosesGatewaysApart(engine)) return { IPv4: first4, IPv6: first6 };
  if (!hasGatewayPriority(engine))
    return { IPv4: first4, IPv6: first4?.ipv6 === true ? first4 : undefined };
  const both = able.find(({ ipv4 = true, ipv6 }) => ipv4 && ipv6);
  return { IPv4: both ?? first4, IPv6: both ?? first6 };
}

/** The same for IPv4. */
export const gatewayNetwork = <N extends GatewayCandidate>(
  networks: readonly N[],
  engine: number,
): N | undefined => gatewayNetworks(networks, engine).IPv4;
