import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KitContext } from '../../src/toolchain/context';
import { ROOT, type Config } from '../../src/platform/config';
import type { Run, RunResult } from '../../src/platform/run';

export const scratch = (): string => mkdtempSync(join(tmpdir(), 'kit-test-'));

export const configOf = (values: Partial<Config> = {}): Config => ({
  root: ROOT,
  home: ROOT,
  compose: undefined,
  engineHost: undefined,
  probeImage: undefined,
  claims: undefined,
  json: undefined,
  engine: undefined,
  topologyFile: '',
  hostsFile: '',
  hostsNamedBy: undefined,
  backend: 'containers',
  backendAsked: undefined,
  offline: undefined,
  terraformBinary: undefined,
  cacheDir: scratch(),
  ci: false,
  ...values,
});

export const ok = (stdout = ''): RunResult => ({
  exitCode: 0,
  stdout,
  stderr: '',
  failure: undefined,
});

export const failed = (stderr: string, stdout = ''): RunResult => ({
  exitCode: 1,
  stdout,
  stderr,
  failure: stderr,
});

/** Notes every command; `answer` says what comes back, success without output where it says nothing. */
export function fakeRun(answer: (argv: readonly string[]) => RunResult | undefined) {
  const calls: string[] = [];
  const run: Run = (argv) => {
    calls.push(argv.join(' '));
    return Promise.resolve(answer(argv) ?? ok());
  };
  return { run, calls };
}

export const contextOf = (run: Run, config = configOf()): KitContext => ({
  config,
  run,
  reporter: {
    step: (_name, work) => work(() => undefined),
    announce: () => undefined,
    confirm: () => Promise.resolve(true),
  },
});

/** What `docker image inspect` prints of an image. */
export const inspected = (tag: string, layer: string, labels: Record<string, string> = {}) => ({
  Id: `sha256:${layer}`,
  RepoTags: [tag],
  Created: '2026-01-01T00:00:00Z',
  RootFS: { Layers: [layer] },
  Config: { Labels: labels, Cmd: ['sh'] },
});
