import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * All tests of the model as one file: of a mutant's run, most of the time would be Jest's for each file.
 *
 * Left out are those of random topologies: what kills a mutant today should kill it tomorrow.
 */
const files = ['topology', 'network', 'predict', 'edges', 'review', 'moby'].flatMap((folder) =>
  readdirSync(join(__dirname, '..', folder))
    .filter((name) => name.endsWith('.test.ts') && !/(random|properties)\.test\.ts$/.test(name))
    .map((name) => join('..', folder, name)),
);

for (const file of files) {
  try {
    jest.requireActual(join(__dirname, file));
  } catch (error) {
    // Stryker takes a file that does not load for a broken run, not for a mutant that is found.
    test(`${file} loads`, () => {
      throw error;
    });
  }
}
