import { DEFAULT_BRIDGE, type Container, type Lab, type Link } from './lab';

/** Where a link leads: through shared stacks to the container whose interfaces they are, on a network of both. */
export interface LinkEnd {
  readonly target: Container;
  readonly network: string;
}

type Containers = Pick<Lab, 'containers'>;

const named = ({ containers }: Containers, name: string): Container | undefined =>
  containers.find((one) => one.name === name);

const networksOf = ({ networking }: Container): string[] =>
  networking.mode === 'bridge' ? networking.attachments.map(({ network }) => network) : [];

/** The default bridge where both are on it, else the first network that they share; undefined where there is none. */
export function linkEnd(lab: Containers, source: Container, link: Link): LinkEnd | undefined {
  let target = named(lab, link.container);
  while (target?.networking.mode === 'container') target = named(lab, target.networking.container);
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
