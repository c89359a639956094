import { describeError, LabError } from '../../../src/platform/errors';
import { loadTopology } from '../../../src/sources/own/load';

/** Loads each file named on the command line as `./lab` does, and prints what comes of it as JSON. */
async function main(): Promise<void> {
  const results: Record<string, unknown> = {};
  for (const file of process.argv.slice(2)) {
    results[file] = await loadTopology(file).then(
      (lab) => ({ lab: lab.name }),
      (error: unknown) =>
        error instanceof LabError
          ? { text: describeError(error), exitCode: error.exitCode }
          : { crash: String(error) },
    );
  }
  console.log(JSON.stringify(results));
}

void main();
