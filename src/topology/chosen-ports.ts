import type { Container, PublishedPort } from './lab';

/** Ports that engines choose, each the lowest of its range that nobody on the node has, as an engine looks for them. */
export function choosePorts(containers: readonly Container[]): Container[] {
  const taken = new Set(
    containers.flatMap(({ node, ports }) =>
      ports.flatMap((port) => (port.chosen === undefined ? [keyOf(node, port)] : [])),
    ),
  );
  const choose = (node: string, port: PublishedPort): PublishedPort => {
    if (port.chosen === undefined) return port;
    const { first, last } = port.chosen;
    let published = first;
    while (published < last && taken.has(keyOf(node, { ...port, published }))) published += 1;
    taken.add(keyOf(node, { ...port, published }));
    return { ...port, published };
  };
  return containers.map((container) => ({
    ...container,
    ports: container.ports.map((port) => choose(container.node, port)),
  }));
}

const keyOf = (node: string, { published, protocol }: PublishedPort): string =>
  `${node} ${published}/${protocol}`;
