import { parseContainer, parseNetwork } from './parse-docker';
import { parseInterfaces, parseRoutes } from './parse-ip';
import { parseSwarm } from './parse-swarm';
import type { Inside, NodeState } from './state';

/** The values by subject, then key, in the order in which they came. */
type Said = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** Parses the output of facts.pl. What cannot be read becomes the state's `problem`. */
export function parseFacts(node: string, output: string): NodeState {
  const said = collect(output);
  const problem =
    only(said, 'problem', 'engine') ??
    (said.has('end') ? undefined : 'the answer of the node is incomplete');
  const swarm = parseSwarm(
    only(said, 'swarm'),
    only(said, 'swarm.nodes'),
    only(said, 'swarm.services'),
  );
  return {
    node,
    ...(problem === undefined ? {} : { problem }),
    hostname: only(said, 'hostname') ?? '',
    engine: only(said, 'engine') ?? '',
    namespace: only(said, 'namespace.own') ?? '',
    forwarding: only(said, 'forwarding') === '1',
    interfaces: parseInterfaces(only(said, 'node.interfaces')),
    routes: parseRoutes(only(said, 'node.routes')),
    containers: entries(said, 'container').map(([id, json]) =>
      parseContainer(json, inside(said, id)),
    ),
    networks: entries(said, 'network').map(([, json]) => parseNetwork(json)),
    ...(swarm === undefined ? {} : { swarm }),
    namespaces: entries(said, 'namespace.interfaces').map(([name, json]) => ({
      name,
      interfaces: parseInterfaces(json),
      routes: parseRoutes(only(said, 'namespace.routes', name)),
    })),
    rules: said.get('rule')?.get('filter') ?? [],
    nat: said.get('rule')?.get('nat') ?? [],
  };
}

/** The state of a node that could not be asked at all. */
export const unknownState = (node: string, problem: string): NodeState => ({
  ...parseFacts(node, ''),
  problem,
});

function collect(output: string): Said {
  const said = new Map<string, Map<string, string[]>>();
  for (const line of output.split('\n')) {
    const [subject = '', key = '-', ...rest] = line.split('\t');
    const keys = said.get(subject) ?? new Map<string, string[]>();
    said.set(subject, keys);
    keys.set(key, [...(keys.get(key) ?? []), rest.join('\t')]);
  }
  return said;
}

const only = (said: Said, subject: string, key = '-'): string | undefined =>
  said.get(subject)?.get(key)?.[0];

const entries = (said: Said, subject: string): [string, string][] =>
  [...(said.get(subject) ?? [])].map(([key, values]) => [key, values[0] ?? '']);

function inside(said: Said, id: string): Inside | undefined {
  const namespace = only(said, 'container.namespace', id);
  if (!namespace) return undefined;
  return {
    hostname: only(said, 'container.hostname', id) ?? '',
    namespace,
    interfaces: parseInterfaces(only(said, 'container.interfaces', id)),
    routes: parseRoutes(only(said, 'container.routes', id)),
    hosts: said.get('container.hosts')?.get(id) ?? [],
  };
}
