import { ALIAS, CONTAINER_NAME, NETWORK_NAME } from '../../topology/formats';
import { OUTSIDE } from '../../topology/edge';
import { RESERVED_NETWORKS } from '../../topology/lab';
import type { ComposeService, Project } from './project';

/** A container of a service as Compose numbers it. */
export interface Replica {
  /** The endpoint's name: the service's where it has one container. */
  readonly id: string;
  /** The container's own. */
  readonly container: string;
}

/** The names that endpoints and networks have in the topology. */
export interface Names {
  readonly replicas: ReadonlyMap<string, readonly Replica[]>;
  readonly networks: ReadonlyMap<string, string>;
  /** Further names of endpoints: of services and containers. */
  readonly others: ReadonlyMap<string, string>;
}

/** How many containers Compose runs of a service. */
export const countOf = ({ scale, deploy }: ComposeService): number =>
  Math.max(0, scale ?? deploy?.replicas ?? 1);

/** @param nodes names of nodes, which services may not have */
export function namesOf(project: Project, nodes: readonly string[]): Names {
  const taken = new Set([OUTSIDE, ...nodes]);
  const replicas = new Map<string, Replica[]>();
  const others = new Map<string, string>();
  for (const [key, service] of Object.entries(project.services ?? {})) {
    const count = countOf(service);
    const all = Array.from({ length: count }, (_, index): Replica => {
      const container =
        count === 1 && service.container_name !== undefined
          ? service.container_name
          : `${project.name}-${key}-${index + 1}`;
      const id = free(count === 1 ? [key, container] : [`${key}.${index + 1}`, container], taken);
      others.set(container, id);
      return { id, container };
    });
    replicas.set(key, all);
    if (all[0] !== undefined && !others.has(key)) others.set(key, all[0].id);
  }
  const used = new Set(RESERVED_NETWORKS);
  const networks = Object.entries(project.networks ?? {}).map(
    ([key, network]): [string, string] => [
      key,
      free([key, network?.name ?? `${project.name}_${key}`], used, NETWORK_NAME.fits),
    ],
  );
  return { replicas, networks: new Map(networks), others };
}

/** The first that fits and that nothing else is called. */
function free(
  wanted: readonly string[],
  taken: Set<string>,
  fits: (name: string) => boolean = CONTAINER_NAME.fits,
): string {
  const safe = wanted[0]!.replaceAll(/[^a-zA-Z0-9_.-]/g, '-').slice(0, 40);
  const numbered = Array.from({ length: 100 }, (_, index) => `x-${safe}-${index}`);
  const found = [...wanted, ...numbered].find(
    (name) => fits(name) && !taken.has(name.toLowerCase()),
  );
  const name = found ?? `x-${taken.size}`;
  taken.add(name.toLowerCase());
  return name;
}

/** What a container is called on a network besides its endpoint's name, each once. */
export function aliasesOf(
  key: string,
  { id, container }: Replica,
  { hostname }: ComposeService,
  given: readonly string[],
): { readonly fit: string[]; readonly unfit: string[] } {
  const seen = new Set([id.toLowerCase()]);
  const all = [key, container, ...given, ...(hostname === undefined ? [] : [hostname])].filter(
    (name) => name !== '' && !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase()),
  );
  return { fit: all.filter(ALIAS.fits), unfit: all.filter((name) => !ALIAS.fits(name)) };
}
