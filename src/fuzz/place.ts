import { SERIES, type EngineSeries } from '../topology/engines';
import type { Topology } from '../topology/topology';
import { BUSYBOX, NGINX } from './containers';

/** What topologies are made for. */
export interface Nodes {
  readonly engine: EngineSeries;
  /** How many of three nodes are a swarm; 0: two nodes and no swarm. */
  readonly swarm: 0 | 2 | 3;
}

/** Networks of the nodes: one for each kind of them, so that those of several may be up side by side. */
const RANGE = '192.168.207.';
const PREFIX = 28;
const SWARMS: readonly Nodes['swarm'][] = [0, 2, 3];

const firstOf = ({ engine, swarm }: Nodes): number =>
  16 * (SWARMS.indexOf(swarm) * SERIES.length + SERIES.indexOf(engine));

const labName = ({ engine, swarm }: Nodes): string =>
  `fuzz-${engine.replace('.', '-')}${swarm === 0 ? '' : `-swarm${swarm}`}`;
const nodeName = (nodes: Nodes, index: number): string => `${labName(nodes)}-node${index}`;

/** The lab of the nodes alone: what must be up before any random topology, with the images that they use. */
export const nodesOf = (nodes: Nodes): Topology => {
  const { engine, swarm } = nodes;
  const names = (swarm === 0 ? [1, 2] : [1, 2, 3]).map((index) => nodeName(nodes, index));
  return {
    name: labName(nodes),
    title: `Nodes for random topologies on engine ${engine}`,
    outside: { address: `${RANGE}${firstOf(nodes) + 1}` },
    chapters: [{ id: 'nodes', title: 'Nodes' }],
    nodes: names.map((name, index) => ({
      name,
      address: addressOf(nodes, index),
      engine,
      cpus: 2,
    })),
    swarm: names.slice(0, swarm),
    containers: names.flatMap((node) =>
      [BUSYBOX, NGINX].map((image, index) => ({ name: `${node}-image${index}`, node, image })),
    ),
  };
};

const addressOf = (nodes: Nodes, index: number): string =>
  `${RANGE}${firstOf(nodes) + 10 + index}/${PREFIX}`;

/** A generated topology as it is on these nodes. */
export function placeOn(nodes: Nodes, topology: Topology): Topology {
  const text = JSON.stringify({ ...topology, name: labName(nodes) })
    .replace(/"engine":"[^"]*"/g, `"engine":"${nodes.engine}"`)
    .replace(/"node([123])"/g, (_, index: string) => `"${nodeName(nodes, Number(index))}"`)
    .replace(/192\.168\.205\.1([012])\/24/g, (_, index: string) => addressOf(nodes, Number(index)))
    .replace(
      /192\.168\.205\.(1[012]?)\b/g,
      (_, last: string) => `${RANGE}${firstOf(nodes) + Number(last)}`,
    );
  return JSON.parse(text) as Topology;
}
