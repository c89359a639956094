import { routesOutOfInternal } from './engine';

/** What an engine looks at when it chooses the network of a container's default routes. */
export interface GatewayCandidate {
  readonly name: string;
  readonly internal: boolean;
  readonly ipv6: boolean;
}

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
  const inOrder = [...networks].sort(
    (a, b) => Number(b.ipv6) - Number(a.ipv6) || (a.name < b.name ? -1 : 1),
  );
  const open = inOrder.find(({ internal }) => !internal);
  return open ?? (routesOutOfInternal(engine) ? inOrder[0] : undefined);
}
