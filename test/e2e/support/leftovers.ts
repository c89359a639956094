import { readdirSync, readFileSync } from 'node:fs';
import { command, NAME, NODE1 } from './lab';

/** Node names of the tests are like this one. */
const OURS = NODE1.replace(/\d+$/, '');

/** What is left of the tests' labs on this machine, one line each; nothing else is looked at. */
export async function leftovers(): Promise<string[]> {
  const label = 'label=docker-network-lab.lab=' + NAME;
  const containers = await command(['docker', 'ps', '--all', '--quiet', '--filter', label]);
  const networks = await command(['docker', 'network', 'ls', '--quiet', '--filter', label]);
  const mounts = readFileSync('/proc/mounts', 'utf8').split('\n');
  return [
    ...lines(containers.stdout).map((id) => `container ${id}`),
    ...lines(networks.stdout).map((id) => `network ${id}`),
    ...cgroups('/sys/fs/cgroup', 2).map((path) => `cgroup ${path}`),
    ...mounts.filter((line) => line.includes(NAME)).map((line) => `mount ${line}`),
    ...processes().map((line) => `process ${line}`),
  ];
}

const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');

function cgroups(dir: string, depth: number): string[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => [
      ...(name.startsWith(`docker-network-lab.${NAME}.`) ? [`${dir}/${name}`] : []),
      ...(depth > 1 ? cgroups(`${dir}/${name}`, depth - 1) : []),
    ]);
}

function processes(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        return '';
      }
    })
    .filter((line) => line.includes(OURS) && line.includes('dockerd'));
}
