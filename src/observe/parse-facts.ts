import { isFlapping } from './flapping';
import { parseContainer, parseNetwork } from './parse-docker';
import { parseRules, parseTabled } from './parse-firewall';
import { parseInterfaces, parseRoutes } from './parse-ip';
import { parseHolders, parseSockets } from './parse-sockets';
import { parseSwarm } from './parse-swarm';
import type { Firewall, FirewallRule, Inside, NodeState, Sockets } from './state';
import { type Told, phrase } from '../text/text';

/** The values by subject, then key, in the order in which they came. */
type Said = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** Parses the output of facts.pl. What cannot be read becomes the state's `problem`. */
export function parseFacts(node: string, output: string): NodeState {
  try {
    return readFacts(node, output);
  } catch {
    // An engine that is about to end answers by halves.
    return unknownState(node, 'the answer of the node cannot be read');
  }
}

function readFacts(node: string, output: string): NodeState {
  const said = collect(output);
  const problem =
    only(said, 'problem', 'engine') ??
    (said.has('end') ? undefined : phrase('the answer of the node is incomplete'));
  const clock = Number(only(said, 'clock') ?? 0);
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
    containers: entries(said, 'container').map(([id, json]) => {
      const container = parseContainer(json, inside(said, id));
      // What the engine has just started again is between two ends, whatever the moment.
      return isFlapping(container, clock) ? { ...container, status: 'restarting' } : container;
    }),
    networks: entries(said, 'network').map(([, json]) => parseNetwork(json)),
    ...(swarm === undefined ? {} : { swarm }),
    namespaces: entries(said, 'namespace.interfaces').map(([name, json]) => ({
      name,
      interfaces: parseInterfaces(json),
      routes: parseRoutes(only(said, 'namespace.routes', name)),
      ...firewall(said, 'namespace', name),
      ...sockets(said, 'namespace', name),
    })),
    firewall: {
      readable: only(said, 'rules.read') === '1' || said.has('rule'),
      ip4: byTable(said, 'rule'),
      ip6: byTable(said, 'rule6'),
      nft: all(said, 'nft', '-'),
    },
    daemon: {
      settings: `${only(said, 'daemon.json') ?? ''} ${only(said, 'daemon.options') ?? ''}`.trim(),
      init: only(said, 'init') ?? '',
    },
    clock,
    ...nodeSockets(said),
  };
}

/** The state of a node that could not be asked at all. */
export const unknownState = (node: string, problem: Told): NodeState => ({
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

const all = (said: Said, subject: string, key: string): readonly string[] =>
  said.get(subject)?.get(key) ?? [];

const byTable = (said: Said, subject: string): FirewallRule[] =>
  parseRules(
    [...(said.get(subject) ?? [])].flatMap(([table, lines]) =>
      lines.map((line) => [table, line] as const),
    ),
  );

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
    hosts: all(said, 'container.hosts', id),
    resolver: all(said, 'container.resolver', id),
    ...firewall(said, 'container', id),
    ...sockets(said, 'container', id),
    ...stopped(only(said, 'container.processes', id)),
  };
}

/** What was asked for in full is known by its settings, which every network namespace has. */
const inFull = (said: Said, subject: string, key: string): boolean =>
  all(said, `${subject}.setting`, key).length > 0;

const firewall = (said: Said, subject: string, key: string): { firewall?: Firewall } =>
  inFull(said, subject, key)
    ? {
        firewall: {
          readable: true,
          ip4: parseTabled(all(said, `${subject}.rule`, key)),
          ip6: parseTabled(all(said, `${subject}.rule6`, key)),
          nft: all(said, `${subject}.nft`, key),
        },
      }
    : {};

const sockets = (said: Said, subject: string, key: string): { sockets?: Sockets } =>
  inFull(said, subject, key)
    ? {
        sockets: parseSockets(
          all(said, `${subject}.listening`, key),
          all(said, `${subject}.neighbour`, key),
          all(said, `${subject}.setting`, key),
        ),
      }
    : {};

function nodeSockets(said: Said): { sockets?: Sockets } {
  const own = sockets(said, 'node', '-').sockets;
  if (own === undefined) return {};
  return { sockets: { ...own, holders: parseHolders(all(said, 'node.holder', '-')) } };
}

/** The engine's answer to `top` with the columns PID, STAT and COMMAND. */
function stopped(json: string | undefined): Pick<Inside, 'stopped'> {
  if (json === undefined) return {};
  const { Processes } = JSON.parse(json) as {
    readonly Processes?: readonly (readonly string[])[] | null;
  };
  return {
    // Null of a container whose processes end while they are listed.
    stopped: (Processes ?? [])
      .filter(([, state = '']) => state.startsWith('T'))
      .map(([pid, , command = '']) => ({ pid: Number(pid), command })),
  };
}
