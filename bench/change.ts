import { diffReachability } from '../src/review/diff';
import type { Topology } from '../src/topology/topology';
import type { Lab } from '../src/topology/lab';
import { validate } from '../src/topology/validate';
import { fastest, growth, type Point } from './fastest';
import { topology } from './topology';

/**
 * The change of reachability between two topologies, from 10 to 1,000 containers on two nodes and up to 40
 * networks: time, memory, and how both grow. Usage: npm run bench:change -- [CONTAINERS ...]
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

const cell = (value: string | number): string => String(value).padStart(11);
console.log(
  `${'change'.padEnd(26)}${['containers', 'edges', 'groups', 'wall s', 'CPU s', 'rss MB', 'growth'].map(cell).join('')}`,
);
const last = new Map<string, Point>();
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
    const { result: change, wall, cpu } = fastest(() => diffReachability(was, is));
    const edges = Object.values(change.counts).reduce((sum, n) => sum + n, 0);
    const known = last.get(name);
    const now = { size, cpu };
    last.set(name, now);
    const values = [
      size,
      edges,
      change.groups.length,
      wall.toFixed(3),
      cpu.toFixed(3),
      (process.memoryUsage().rss / 1e6).toFixed(0),
      growth(known, now),
    ];
    console.log(`${name.padEnd(26)}${values.map(cell).join('')}`);
  }
}
