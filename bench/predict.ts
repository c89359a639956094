import { edgesOf } from '../model/edges';
import { buildWorld } from '../model/predict/build';
import { predictorOf } from '../model/predict/predict';
import { validate } from '../model/validate';
import { topology } from './topology';

/**
 * Prediction of every edge of a topology: time, memory, and how both grow with the number of containers.
 * Usage: npm run bench:predict -- [CONTAINERS ...]
 */
const sizes =
  process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10, 30, 100, 300, 1000];

const cell = (value: string | number): string => String(value).padStart(12);
console.log(
  ['containers', 'edges', 'wall s', 'CPU s', 'rss MB', 's / 10^6', 'growth'].map(cell).join(''),
);
let last: { size: number; cpu: number } | undefined;
for (const size of sizes) {
  const lab = validate(topology(size), 'bench');
  const runs = [1, 2, 3].map(() => {
    const began = process.cpuUsage();
    const started = process.hrtime.bigint();
    const world = buildWorld(lab);
    const predictor = predictorOf(world);
    let edges = 0;
    for (const edge of edgesOf(world)) {
      predictor.outcome(edge);
      edges += 1;
    }
    const wall = Number(process.hrtime.bigint() - started) / 1e9;
    const { user, system } = process.cpuUsage(began);
    return { edges, wall, cpu: (user + system) / 1e6 };
  });
  const { edges, wall, cpu } = runs.reduce((best, run) => (run.cpu < best.cpu ? run : best));
  // Exponent of the growth in the number of containers: 2 as the number of pairs.
  const growth =
    last === undefined ? '' : (Math.log(cpu / last.cpu) / Math.log(size / last.size)).toFixed(1);
  last = { size, cpu };
  const memory = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  const rate = ((cpu / edges) * 1e6).toFixed(2);
  const values = [size, edges, wall.toFixed(3), cpu.toFixed(3), memory, rate, growth];
  console.log(values.map(cell).join(''));
}
