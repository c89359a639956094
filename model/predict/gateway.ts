import { routesOutOfInternal } from './engine';

/** What an engine looks at when it chooses the network of a container's default routes. */
export interface GatewayCandidate {
  readonly name: string;
  readonly internal: boolean;
  readonly ipv6: boolean;
}

/** Whether an engine prefers network `a` to `b`: those that are not internal, then those with IPv6, then by name. */
export const byPreference = (a: GatewayCandidate, b: GatewayCandidate): number =>
  Number(a.internal) - Number(b.internal) ||
  Number(b.ipv6) - Number(a.ipv6) ||
  (a.name < b.name ? -1 : 1);

/**
 * The network from which a container takes both default routes: the first that is not internal, those with IPv6 before
 * the others, else in alphabetical order; older engines from an internal one where there is no other.
 *
 * @param networks Those that the container is on
 * @param engine As `engineNumber` gives it
 */
export function gatewayNetwork<N extends GatewayCandidate>(
  networks: readonly N[],
  engine: number,
): N | undefined {
  const [first] = [...networks].sort(byPreference);
  return first?.internal === true && !routesOutOfInternal(engine) ? undefined : first;
}
