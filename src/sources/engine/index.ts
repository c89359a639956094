import { engineNumber, SERIES, VERSIONS, type EngineSeries } from '../../topology/engines';
import { parseSubnet6 } from '../../topology/addresses6';
import type { TopologyNetwork } from '../../topology/topology';
import type { Facts } from '../../network/facts';
import type { Run } from '../../platform/run';
import { convert } from '../compose/convert';
import type { Sourced } from '../source';
import { factsOf } from './facts';
import { filesOf, type ReadFiles } from './files';
import type { EngineContainer, Inspected } from './inspected';
import { inspectEngine } from './inspect';
import { readKernel, type Kernel } from './kernel';
import { measured } from './measured';
import { projectOf, type EngineProject } from './project';

export interface EngineRequest {
  /** `engine`, `unix://…` or `ssh://…`. */
  readonly host: string;
  readonly run: Run;
  /** Reads files of its machine; default: what needs nothing started there. */
  readonly files?: ReadFiles;
  /** Only what belongs to this Compose project, by the names that its files have. */
  readonly project?: string;
}

/** What runs, with what a measurement needs. */
export interface EngineSource extends Sourced {
  readonly facts: Facts;
  /** Process ids of its containers by endpoint. */
  readonly pids: ReadonlyMap<string, number>;
  /** Every address that its machine and its containers have. */
  readonly own: ReadonlySet<string>;
}

/** What runs on an engine as a source; it is only read. @throws LabError where the engine does not answer */
export async function engineSource(request: EngineRequest): Promise<EngineSource> {
  const { host, run, project } = request;
  const inspected = await inspectEngine(host, run);
  const files = request.files ?? (await filesOf(host, run));
  const own = inspected.containers.filter(
    ({ mode }) => mode !== 'host' && !/^container:/.test(mode),
  );
  const kernel = files === undefined ? undefined : await readKernel(own, files);
  return sourceOf(host, inspected, projectOf(inspected, project), kernel);
}

/** The newest series that is no newer than the engine. */
function seriesOf(version: string): EngineSeries {
  const known = SERIES.filter((one) => engineNumber(VERSIONS[one]) <= engineNumber(version));
  return engineNumber(version) >= 2900 ? '29' : (known.at(-1) ?? SERIES[0]);
}

function sourceOf(
  label: string,
  inspected: Inspected,
  made: EngineProject,
  kernel: Kernel | undefined,
): EngineSource {
  const { project, containers, networks } = made;
  const nodes = [NODES.find((name) => !containers.has(name)) ?? 'node-0'];
  const address = kernel?.address === undefined ? {} : { address: kernel.address };
  const converted = convert(project, seriesOf(inspected.version), {
    ...{ nodes, of: () => 0 },
    ...address,
  });
  const { topology, names } = converted;
  const keys = Object.keys(project.services ?? {});
  const idOf = new Map(keys.map((key, index) => [key, topology.containers![index]!.name]));
  const topologyNow = measured(topology, made, idOf, kernel);
  const called = new Map([...containers].map(([key, one]) => [one.name, idOf.get(key)!] as const));
  return {
    kind: 'engine',
    label,
    topology: { ...topologyNow, title: `${inspected.name} (Docker ${inspected.version})` },
    names: new Map([...names, ...called]),
    facts: factsOf({
      ...{ inspected, made, idOf, called: converted.networks, node: nodes[0]!, kernel },
    }),
    pids: new Map([...containers].map(([key, { pid }]) => [idOf.get(key)!, pid])),
    processes: inspected.containers.map(({ id, pid }) => ({ id, pid })),
    own: new Set([
      ...(kernel?.addresses ?? []),
      ...[...containers.values()].flatMap((one) => addressesOf(one)),
      ...(topology.networks ?? []).flatMap(gateway6Of),
    ]),
    placeOf: ([list, index, ...rest]) => {
      const key =
        list === 'networks'
          ? [...networks.keys()][Number(index)]
          : keys[list === 'containers' ? Number(index) : -1];
      const name =
        list === 'networks' ? networks.get(key ?? '')?.name : containers.get(key ?? '')?.name;
      const kind = list === 'networks' ? 'network' : 'container';
      const part = name === undefined ? '' : [`${kind} ${name}`, ...rest].join('.');
      return { file: label, line: undefined, part };
    },
  };
}

/** An engine does not always say the one that it has taken itself. */
const gateway6Of = (network: TopologyNetwork): string[] =>
  [parseSubnet6(('subnet6' in network ? network.subnet6 : undefined) ?? '')?.gateway].filter(
    (one) => one !== undefined,
  );

const NODES = ['host', 'the-host', 'this-host'];

const addressesOf = ({ networks }: EngineContainer): string[] =>
  Object.values(networks ?? {}).flatMap((one) =>
    [one.IPAddress, one.GlobalIPv6Address, one.Gateway].filter((address) => address !== ''),
  );
