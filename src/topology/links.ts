import { DEFAULT_BRIDGE, type Container, type Lab, type Link } from './lab';
import { networksOf, stackOwner } from './shared-stack';

/** Where a link leads: through shared stacks to the container whose interfaces they are, on a network of both. */
export interface LinkEnd {
  readonly target: Container;
  readonly network: string;
}

type Containers = Pick<Lab, 'containers'>;

/** The default bridge where both are on it, else the first network that they share; undefined where there is none. */
export function linkEnd(lab: Containers, source: Container, link: Link): LinkEnd | undefined {
  const linked = lab.containers.find(({ name }) => name === link.container);
  const target = linked && stackOwner(lab, linked);
  if (target === undefined) return undefined;
  const there = new Set(networksOf(target));
  const shared = networksOf(source).filter((network) => there.has(network));
  const network = shared.find((one) => one === DEFAULT_BRIDGE) ?? shared[0];
  return network === undefined ? undefined : { target, network };
}

/**
 * The names that a link gives. On the default bridge also the target's own and its hostname: they stand in the same
 * line of /etc/hosts. Elsewhere the embedded DNS server knows these.
 */
export function linkNames(link: Link, { target, network }: LinkEnd): string[] {
  const { name, hostname } = target;
  const more =
    network === DEFAULT_BRIDGE ? [name, ...(hostname === undefined ? [] : [hostname])] : [];
  return [...new Set([link.alias, ...more])];
}
