import { execFileSync } from 'node:child_process';
import { onPath, readMachine } from '../../../src/toolchain/machine';

/** Why a command is not to be had; undefined where it is there, now or already. */
function missing(command: string, packages: readonly string[]): string | undefined {
  if (onPath(command) !== undefined) return undefined;
  const { root, debian } = readMachine();
  if (!root || !debian)
    return `${command} is not installed (apt-get install ${packages.join(' ')})`;
  const apt = (...words: string[]): Buffer =>
    execFileSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...words], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  try {
    apt('update');
    apt('install', '--yes', '--no-install-recommends', ...packages);
  } catch (error) {
    return `apt-get cannot install ${packages.join(' ')}: ${String(error)}`;
  }
  return onPath(command) === undefined ? `${packages.join(' ')} do not have it` : undefined;
}

/**
 * Tests that need a command which the lab itself does without. It is installed where that can be done; otherwise they
 * fail in CI, and are skipped with the reason on somebody's own machine.
 */
export function describeWith(
  command: string,
  packages: readonly string[],
  name: string,
  tests: () => void,
): void {
  const reason = missing(command, packages);
  if (reason === undefined) describe(name, tests);
  else if (process.env['CI'] === 'true') {
    it(`${name}: has ${command}`, () => {
      throw new Error(reason);
    });
  } else describe.skip(`${name} (${reason})`, tests);
}
