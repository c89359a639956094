import { routesOutOfInternal } from './engine';

/** What an engine looks at when it chooses the network of a container's default routes. */
export interface GatewayCandidate {
  readonly name: string;
  readonly internal: boolean;
  readonly ipv6: boolean;
}

/**
 * A container's networks in the order in which the engine prefers them, for its default routes as to ask for a name:
 * internal ones last, those with an IPv6 default route before the others, else in alphabetical order.
 *
 * @param engine As `engineNumber` gives it
 */
export function byPreference<N extends GatewayCandidate>(
  networks: readonly N[],
  engine: number,
): N[] {
  const routes6 = ({ ipv6, internal }: N): boolean =>
    ipv6 && (!internal || routesOutOfInternal(engine));
  return [...networks].sort(
    (a, b) =>
      Number(a.internal) - Number(b.internal) ||
      Number(routes6(b)) - Number(routes6(a)) ||
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
 * The network from which a container takes both default routes: the first that it prefers; an internal one on older
 * engines only, where there is no other.
 *
 * @param networks Those that the container is on
 * @param engine As `engineNumber` gives it
 */
export function gatewayNetwork<N extends GatewayCandidate>(
  networks: readonly N[],
  engine: number,
): N | undefined {
  const [first] = byPreference(networks, engine);
  return first?.internal === true && !routesOutOfInternal(engine) ? undefined : first;
}
