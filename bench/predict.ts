import { edgesOf } from '../src/edges/edges';
import { buildWorld } from '../src/network/build';
import { predictorOf } from '../src/predict/predict';
import { validate } from '../src/topology/validate';
import { fastest, growth, type Point } from './fastest';
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
let last: Point | undefined;
for (const size of sizes) {
  const lab = validate(topology(size), 'bench');
  const {
    result: edges,
    wall,
    cpu,
  } = fastest(() => {
    const world = buildWorld(lab);
    const predictor = predictorOf(world);
    let count = 0;
    for (const edge of edgesOf(world)) {
      predictor.outcome(edge);
      count += 1;
    }
    return count;
  });
  const now = { size, cpu };
  const memory = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  const rate = ((cpu / edges) * 1e6).toFixed(2);
  const values = [size, edges, wall.toFixed(3), cpu.toFixed(3), memory, rate, growth(last, now)];
  console.log(values.map(cell).join(''));
  last = now;
}
