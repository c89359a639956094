import { copyFileSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { App } from 'cdktf';
import { LabStack, type LabStackProps } from './lab-stack';

export interface SynthesisProps extends LabStackProps {
  /** Absolute path of the output folder. */
  readonly outdir: string;
  /** Folder with `terraform.d` and `.terraform.lock.hcl` of the offline provider; may not exist. */
  readonly offlineProvider: string;
  /** What the stack takes away first, for the program that does it. */
  readonly leftoverList: object;
}

/** Writes the stack's Terraform JSON and gives the folder in which Terraform runs. */
export function synthesise(props: SynthesisProps): string {
  // Terraform's version is asked for by the stack itself; cdktf would run it once a resource.
  const app = new App({ outdir: props.outdir, stackTraces: false, skipValidation: true });
  new LabStack(app, props);
  app.synth();
  const stack = join(props.outdir, 'stacks', props.lab.name);
  writeFileSync(join(stack, 'leftovers.json'), JSON.stringify(props.leftoverList));
  placeProvider(stack, props.offlineProvider);
  return stack;
}

/**
 * With the mirror beside the stack Terraform never asks the registry for the provider, and with the lock
 * file there cdktf-cli does not run `terraform providers lock`, which ignores mirrors.
 */
function placeProvider(stack: string, offlineProvider: string): void {
  const mirror = join(stack, 'terraform.d');
  const lock = '.terraform.lock.hcl';
  const wasOffline = existsSync(mirror);
  rmSync(mirror, { recursive: true, force: true });
  if (!existsSync(offlineProvider)) {
    if (wasOffline) rmSync(join(stack, lock), { force: true });
    return;
  }
  mkdirSync(stack, { recursive: true });
  symlinkSync(relative(stack, join(offlineProvider, 'terraform.d')), mirror);
  copyFileSync(join(offlineProvider, lock), join(stack, lock));
}
