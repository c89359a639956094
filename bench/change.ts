import { diffReachability } from '../model/change/diff';
import type { Topology } from '../model/topology';
import type { Lab } from '../model/lab';
import { validate } from '../model/validate';
import { topology } from './topology';

/**
 * The change of reachability between two topologies, from 10 to 1,000 containers on two nodes and up to 40
 * networks: time, memory, and how both grow. Usage: tsx bench/change.ts [CONTAINERS ...]
 */
const sizes =
  process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10, 30, 100, 300, 1000];
const CHANGES: Readonly<Record<string, (one: Topology) => Topology>> = {
  'one joins': ({ containers = [], ...rest }) => ({
    ...rest,
    containers: containers.map((one) =>
      one.name === 'c2' ? { ...one, networks: [...(one.networks ?? []), 'bridge'] } : one,
    ),
  }),
  'icc off everywhere': ({ networks = [], ...rest }) => ({
    ...rest,
    networks: networks.map((one) => ({ ...one, icc: false })),
  }),
  'a tenth is new': ({ containers = [], ...rest }) => ({
    ...rest,
    containers: containers.flatMap((one, i) =>
      i % 10 === 3 ? [one, { ...one, name: `${one.name}-new`, ports: [] }] : [one],
    ),
  }),
  'each of a tenth otherwise': ({ containers = [], ...rest }) => ({
    ...rest,
    containers: containers.map((one, i) =>
      i % 10 === 1 ? { ...one, listens: [{ port: 9000 + i }] } : one,
    ),
  }),
};

const lab = (one: Topology): Lab => validate(one, 'bench');
const empty = (one: Lab): Lab => ({ ...one, nodes: [], networks: [], containers: [] });

/** Wall and CPU seconds of the fastest of three runs, and the memory that the process has after them. */
function measure(before: Lab, after: Lab) {
  const runs = [1, 2, 3].map(() => {
    const cpu = process.cpuUsage();
    const started = process.hrtime.bigint();
    const change = diffReachability(before, after);
    const wall = Number(process.hrtime.bigint() - started) / 1e9;
    const { user, system } = process.cpuUsage(cpu);
    return { change, wall, cpu: (user + system) / 1e6 };
  });
  const [fastest] = runs.sort((a, b) => a.cpu - b.cpu);
  return { ...fastest!, memory: process.memoryUsage().rss / 1e6 };
}

const cell = (value: string | number): string => String(value).padStart(11);
console.log(
  `${'change'.padEnd(26)}${['containers', 'edges', 'groups', 'wall s', 'CPU s', 'rss MB', 'growth'].map(cell).join('')}`,
);
const last = new Map<string, { size: number; cpu: number }>();
for (const size of sizes) {
  const before = topology(size);
  const pairs: [string, Lab, Lab][] = [
    ...Object.entries(CHANGES).map(([name, change]): [string, Lab, Lab] => [
      name,
      lab(before),
      lab(change(before)),
    ]),
    ['all is new', empty(lab(before)), lab(before)],
  ];
  for (const [name, was, is] of pairs) {
    const { change, wall, cpu, memory } = measure(was, is);
    const edges = Object.values(change.counts).reduce((sum, n) => sum + n, 0);
    const known = last.get(name);
    // Exponent of the growth in the number of containers: 1 linear, 2 as the number of pairs.
    const growth =
      known === undefined
        ? ''
        : (Math.log(cpu / known.cpu) / Math.log(size / known.size)).toFixed(1);
    last.set(name, { size, cpu });
    const values = [
      size,
      edges,
      change.groups.length,
      wall.toFixed(3),
      cpu.toFixed(3),
      memory.toFixed(0),
      growth,
    ];
    console.log(`${name.padEnd(26)}${values.map(cell).join('')}`);
  }
}
