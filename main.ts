import { relative } from 'node:path';
import { loadStacks } from './cli/stacks';
import { accessStates } from './nodes/access';
import { readInventory } from './nodes/inventory-file';
import { labPaths, readConfig, readLanguage } from './system/config';
import { describeError, LabError } from './system/errors';
import { readHosts } from './topologies/hosts';
import { loadTopology } from './topologies/load';
import { say, speak } from './words/say';

/** The app that `cdktf synth`, `diff`, `deploy` and `destroy` run. */
async function main(): Promise<void> {
  speak(readLanguage());
  const config = readConfig();
  const lab = await loadTopology(config.topologyFile, readHosts(config.hostsFile));
  const paths = labPaths(config.root, lab.name);
  const asked = accessStates(lab, readInventory(paths.inventory));
  const { synthesise } = loadStacks();
  const access = await asked;
  const down = access.filter(({ dockerHost }) => dockerHost === undefined);
  if (down.length > 0) {
    const names = down.map(({ name }) => name).join(', ');
    console.error(
      say('Not up: {names}. Run "./lab nodes up" before diff, deploy or destroy.', { names }),
    );
  }
  synthesise({
    lab,
    access,
    topologyFile: relative(config.root, config.topologyFile),
    outdir: process.env['CDKTF_OUTDIR'] ?? paths.outdir,
    offlineProvider: paths.offlineProvider,
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof LabError ? describeError(error) : error);
  process.exitCode = error instanceof LabError ? error.exitCode : 1;
});
