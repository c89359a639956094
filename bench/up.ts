import { pair, timed } from './pair';

/**
 * `./lab up` on nodes that are ready, against the article's own commands and checks typed by a script.
 * Usage: npm run bench:up -- [ROUNDS]; the nodes must be up and empty.
 */
const byHand = 'bench/by-hand.sh';

pair(
  {
    name: 'lab up',
    measure: () => timed(['./lab', 'up']),
    reset: () => timed(['npx', 'cdktf', 'destroy', '--auto-approve']),
  },
  {
    name: 'by hand',
    measure: async () => (await timed([byHand, 'up'])) + (await timed([byHand, 'check'])),
    reset: () => timed([byHand, 'down']),
  },
  Number(process.argv[2] ?? 5),
).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
