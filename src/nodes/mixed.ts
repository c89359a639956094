import type { LabNode } from '../topology/lab';
import type { NodeBackend } from '../topology/topology';
import type { Backend, BackendContext, NodeStatus } from './backend';
import { backendOf, type InventoryNode } from './inventory';
import { reach } from './reach';
import { roleOf } from './swarm/role';
import { phrase } from '../text/text';

export const backendOfNode = ({ backend }: LabNode, chosen: NodeBackend): NodeBackend =>
  backend ?? chosen;

/** Each node by its own backend, and by `chosen` where it says nothing. */
export function mixed(
  backends: Readonly<Record<NodeBackend, Backend>>,
  chosen: NodeBackend,
): Backend {
  const names = Object.keys(backends) as NodeBackend[];
  /** What one backend is to see of the lab. */
  const partOf = (name: NodeBackend, context: BackendContext): BackendContext => ({
    ...context,
    lab: {
      ...context.lab,
      nodes: context.lab.nodes.filter((node) => backendOfNode(node, chosen) === name),
    },
  });
  const used = (context: BackendContext): NodeBackend[] => {
    const { inventory } = context;
    // Also those of nodes that the topology has no more.
    const before = inventory?.nodes.map((node) => backendOf(inventory, node)) ?? [];
    const now = context.lab.nodes.map((node) => backendOfNode(node, chosen));
    return names.filter((name) => before.includes(name) || now.includes(name));
  };
  return {
    async up(context, options) {
      const made = new Map<string, InventoryNode>();
      // In turn: what cannot be had is said before anything else is made.
      for (const name of used(context).sort(askingFirst)) {
        const part = partOf(name, context);
        if (part.lab.nodes.length === 0) continue;
        const { nodes } = await backends[name].up(part, options);
        for (const node of nodes) {
          made.set(node.name, name === chosen ? node : { ...node, backend: name });
        }
      }
      return {
        lab: context.lab.name,
        backend: chosen,
        offline: options.offline,
        nodes: context.lab.nodes.flatMap(({ name }) => made.get(name) ?? []),
      };
    },
    async down(context, force) {
      for (const name of used(context).sort(askingFirst)) {
        await backends[name].down(partOf(name, context), force);
      }
    },
    async status(context) {
      const all = await Promise.all(
        used(context).map((name) => backends[name].status(partOf(name, context))),
      );
      const asked = await Promise.all(all.flat().map((status) => askEngine(status, context)));
      const found = new Map(asked.map((status) => [status.name, status]));
      return context.lab.nodes.flatMap(({ name }) => found.get(name) ?? []);
    },
    async examine(context) {
      const all = await Promise.all(
        used(context).map((name) =>
          Promise.resolve(backends[name].examine?.(partOf(name, context)) ?? []),
        ),
      );
      return all.flat();
    },
  };
}

/** What its engine says of a node that is up: that it answers, and what the node is in the swarm. */
async function askEngine(
  status: NodeStatus,
  { inventory, run }: BackendContext,
): Promise<NodeStatus> {
  const node = inventory?.nodes.find(({ name }) => name === status.name);
  if (status.state !== 'up' || node === undefined) return status;
  if ((await reach(node, run)) !== 'answers') {
    const detail = phrase('its engine does not answer: ./lab nodes up');
    return { ...status, state: 'unreachable', detail };
  }
  const role = await roleOf(node);
  return role === undefined
    ? status
    : { ...status, detail: phrase(ROLES[role], { state: status.detail }) };
}

const ROLES = {
  manager: '{state}; manager of the swarm',
  worker: '{state}; worker of the swarm',
  outside: '{state}; not in the swarm: ./lab nodes up',
} as const;

/** Those that may ask a person come first. */
const askingFirst = (a: NodeBackend, b: NodeBackend): number => ORDER.indexOf(a) - ORDER.indexOf(b);

const ORDER: readonly NodeBackend[] = ['remote', 'vagrant', 'containers'];
