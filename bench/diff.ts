import { pair, timed } from './pair';

/**
 * `cdktf diff` with nothing to do, against `terraform plan` on the same stack.
 * Usage: npm run bench:diff -- [ROUNDS]; the lab must be up.
 */
const stack = 'cdktf.out/stacks/docker-networking';
const nothing = () => Promise.resolve();

pair(
  { name: 'cdktf diff', measure: () => timed(['npx', 'cdktf', 'diff']), reset: nothing },
  {
    name: 'terraform plan',
    measure: () => timed(['terraform', `-chdir=${stack}`, 'plan', '-detailed-exitcode']),
    reset: nothing,
  },
  Number(process.argv[2] ?? 5),
).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
