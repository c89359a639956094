import { readdirSync, readFileSync } from 'node:fs';
import { command, NAME, NODE1 } from './lab';

/** Node names of the tests are like this one. */
const OURS = NODE1.replace(/\d+$/, '');

/** What is left of the tests' labs on this machine, one line each; nothing else is looked at. */
export async function leftovers(lab = NAME, ours = OURS): Promise<string[]> {
  const label = 'label=docker-network-lab.lab=' + lab;
  const containers = await command(['docker', 'ps', '--all', '--quiet', '--filter', label]);
  const networks = await command(['docker', 'network', 'ls', '--quiet', '--filter', label]);
  const mounts = readFileSync('/proc/mounts', 'utf8').split('\n');
  return [
    ...lines(containers.stdout).map((id) => `container ${id}`),
    ...lines(networks.stdout).map((id) => `network ${id}`),
    ...cgroups('/sys/fs/cgroup', 2, lab).map((path) => `cgroup ${path}`),
    ...mounts.filter((line) => line.includes(lab)).map((line) => `mount ${line}`),
    ...commandLines()
      .filter((line) => line.includes(ours) && line.includes('dockerd'))
      .map((line) => `process ${line}`),
  ];
}

const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');

function cgroups(dir: string, depth: number, lab: string): string[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => [
      ...(name.startsWith(`docker-network-lab.${lab}.`) ? [`${dir}/${name}`] : []),
      ...(depth > 1 ? cgroups(`${dir}/${name}`, depth - 1, lab) : []),
    ]);
}

/** Of every process, its words with spaces between them. */
export const commandLines = (): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        return '';
      }
    });
