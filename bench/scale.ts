import { growth } from './scale/growth';
import { down, forget } from './scale/lab';
import { paired } from './scale/paired';

/**
 * A hundred containers on one engine, up, checked and down, against `docker run` and docker compose in turn; then how
 * everything grows from 10 to 300 containers on two and five nodes.
 * Usage: npm run bench:scale -- [paired [ROUNDS [CONTAINERS]] | growth [CONTAINERS ...]]; needs the engine that runs
 * nodes, 192.168.209.0/24, and memory for what runs on them.
 */
const [part, ...numbers] = process.argv.slice(2);
const given = numbers.map(Number);

async function main(): Promise<void> {
  try {
    if (part !== 'growth') await paired(given[1] ?? 100, given[0] ?? 3);
    if (part !== 'paired')
      await growth(part === 'growth' && given.length > 0 ? given : [10, 100, 300], [2, 5]);
  } finally {
    await down();
    forget();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
