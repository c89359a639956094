import type { Topology, TopologyContainer, TopologyListener } from '../../topology/topology';
import type { EngineContainer } from './inspected';
import type { Kernel } from './kernel';
import type { EngineProject } from './project';

/** What listens by the kernel in place of what is taken to, wherever it could be read. */
export function measured(
  topology: Topology,
  { containers }: EngineProject,
  idOf: ReadonlyMap<string, string>,
  kernel: Kernel | undefined,
): Topology {
  if (kernel === undefined) return topology;
  const read = new Map(
    [...containers].flatMap(([key, { id }]) => {
      const found = kernel.containers.get(id);
      return found === undefined ? [] : [[idOf.get(key)!, found] as const];
    }),
  );
  const listens = ({ name, networkMode = 'bridge', listens: taken = [] }: TopologyContainer) =>
    read.get(name) ?? (isShared(networkMode) ? [] : taken);
  const engines = new Set([...containers.values()].flatMap(publishedBy));
  const own = ({ port, protocol }: TopologyListener): boolean =>
    !engines.has(`${port}/${protocol}`);
  return {
    ...topology,
    nodes: topology.nodes.map((node, index) =>
      index === 0 ? { ...node, listens: kernel.host.filter(own) } : node,
    ),
    containers: (topology.containers ?? []).map((one) => ({ ...one, listens: listens(one) })),
    unsaid: (topology.unsaid ?? []).filter(
      (one) =>
        !(one.kind === 'listeners' && read.has(one.container)) &&
        one.kind !== 'host-listeners' &&
        one.kind !== 'host-services',
    ),
  };
}

/** What listens in a stack is told of whose stack it is. */
const isShared = (mode: string): boolean => mode === 'host' || mode.startsWith('container:');

/** Ports of the machine on which the engine itself listens for a container. */
const publishedBy = ({ ports }: EngineContainer): string[] =>
  Object.entries(ports ?? {}).flatMap(([port, bindings]) =>
    (bindings ?? []).map(({ HostPort }) => `${HostPort}/${port.split('/')[1] ?? 'tcp'}`),
  );
