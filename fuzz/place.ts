import type { EngineSeries, Topology } from '../model/topology';
import { BUSYBOX, NGINX } from './containers';

/** Networks of the nodes: one an engine series, so that those of several may be up side by side. */
const RANGES: Readonly<Record<EngineSeries, number>> = { '20.10': 0, '26.1': 32, '28.5': 64 };
const RANGE = '192.168.207.';
const PREFIX = 27;

const labName = (engine: EngineSeries): string => `fuzz-${engine.replace('.', '-')}`;
const nodeName = (engine: EngineSeries, index: number): string => `${labName(engine)}-node${index}`;

/** The lab of the nodes alone: what must be up before any random topology, with the images that they use. */
export const nodesOf = (engine: EngineSeries): Topology => {
  const nodes = [1, 2].map((index) => nodeName(engine, index));
  return {
    name: labName(engine),
    title: `Nodes for random topologies on engine ${engine}`,
    outside: { address: `${RANGE}${RANGES[engine] + 1}` },
    chapters: [{ id: 'nodes', title: 'Nodes' }],
    nodes: nodes.map((name, index) => ({
      name,
      address: addressOf(engine, index),
      engine,
      cpus: 2,
    })),
    containers: nodes.flatMap((node) =>
      [BUSYBOX, NGINX].map((image, index) => ({ name: `${node}-image${index}`, node, image })),
    ),
  };
};

const addressOf = (engine: EngineSeries, index: number): string =>
  `${RANGE}${RANGES[engine] + 10 + index}/${PREFIX}`;

/** A generated topology as it is on the nodes of that engine. */
export function placeOn(engine: EngineSeries, topology: Topology): Topology {
  const text = JSON.stringify({ ...topology, name: labName(engine) })
    .replace(/"engine":"[^"]*"/g, `"engine":"${engine}"`)
    .replace(/"node([12])"/g, (_, index: string) => `"${nodeName(engine, Number(index))}"`)
    .replace(/192\.168\.205\.1([01])\/24/g, (_, index: string) => addressOf(engine, Number(index)))
    .replace(
      /192\.168\.205\.(1[01]?)\b/g,
      (_, last: string) => `${RANGE}${RANGES[engine] + Number(last)}`,
    );
  return JSON.parse(text) as Topology;
}
