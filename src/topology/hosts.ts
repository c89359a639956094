import type { TopologySsh } from './topology';

/** Hosts that the user names for nodes of a topology, in `nodes.json`: they are nobody else's matter. */
export interface Hosts {
  /** Where they were read, for messages. */
  readonly file: string;
  /** Address of the machine that runs the lab, as the hosts see it, in place of the topology's. */
  readonly outside?: string;
  /** By the name of a node or further host. Names that a topology has not are for other topologies. */
  readonly nodes: Readonly<Record<string, NamedHost>>;
}

export interface NamedHost extends TopologySsh {
  /** In place of the topology's, and like it: with a prefix length for a node, without one for a further host. */
  readonly address?: string;
}

export const NO_HOSTS: Hosts = { file: 'nodes.json', nodes: {} };

/** The topology, not yet validated, with what the user says about its hosts. */
export function withHosts(input: unknown, hosts: Hosts): unknown {
  if (!isObject(input)) return input;
  const { outside } = hosts;
  return {
    ...input,
    ...(outside === undefined ? {} : { outside: { address: outside } }),
    ...named(input, 'nodes', hosts, { backend: 'remote' }),
    ...named(input, 'furtherHosts', hosts, {}),
  };
}

function named(
  input: Readonly<Record<string, unknown>>,
  list: string,
  { nodes }: Hosts,
  implied: object,
): Record<string, unknown> {
  const elements = input[list];
  if (!Array.isArray(elements)) return {};
  const merged = elements.map((element: unknown) => {
    const name = isObject(element) ? element['name'] : undefined;
    if (typeof name !== 'string' || !isObject(element) || !Object.hasOwn(nodes, name)) {
      return element;
    }
    const { address, ...ssh } = nodes[name] ?? {};
    const written = isObject(element['ssh']) ? element['ssh'] : {};
    return {
      ...element,
      ...implied,
      ...(address === undefined ? {} : { address }),
      ssh: { ...written, ...ssh },
    };
  });
  return { [list]: merged };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
