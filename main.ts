import { relative } from 'node:path';
import { leftoversLine } from './src/cli/leftovers';
import { closeOwnFiles } from './src/cli/own-files';
import { damagedLine, synthesiseLab } from './src/cli/synthesis';
import { takeLab } from './src/toolchain/lab-lock';
import { labPaths, readConfig, readLanguage } from './src/platform/config';
import { describeError, LabError } from './src/platform/errors';
import { readHosts } from './src/sources/own/hosts';
import { loadTopology } from './src/sources/own/load';
import { say, speak, told } from './src/i18n/say';
import { phrase } from './src/text/text';

/** The app that `cdktf synth`, `diff`, `deploy` and `destroy` run. */
async function main(): Promise<void> {
  speak(readLanguage());
  const config = readConfig();
  const lab = await loadTopology(
    config.topologyFile,
    readHosts(config.hostsFile, config.hostsNamedBy),
  );
  const paths = labPaths(config.root, lab.name);
  closeOwnFiles(config, lab, paths);
  // The command whose Terraform comes next waits for others, and finds what they left.
  const held = await takeLab('synthesis for cdktf', {
    ...{ folder: paths.lab, stack: paths.stack },
    onWait: (whom) => console.error(told(phrase('Waiting for {whom}', { whom }))),
  });
  const { access, findings } = await synthesiseLab({
    ...{ lab, paths, topologyFile: relative(config.root, config.topologyFile) },
    outdir: process.env['CDKTF_OUTDIR'] ?? paths.outdir,
    onHeal: (damaged) => console.error(told(damagedLine(damaged))),
  }).finally(held.release);
  const down = access.filter(({ dockerHost }) => dockerHost === undefined);
  if (down.length > 0) {
    const names = down.map(({ name }) => name);
    console.error(
      say('Not up: {names}. Run "./lab nodes up" before diff, deploy or destroy.', { names }),
    );
  }
  const left = leftoversLine(findings);
  if (left !== undefined) console.error(told(left));
}

main().catch((error: unknown) => {
  console.error(error instanceof LabError ? describeError(error) : error);
  process.exitCode = error instanceof LabError ? error.exitCode : 1;
});
