import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TopologyBridge, TopologyContainer } from '../../src/topology/topology';
import { SYSCTLS } from '../../stacks/container';
import { command, folder } from './lab';
import { scaled } from './topology';

const LABEL = 'docker-network-lab.lab=scale';

/** The same networks and containers as `scaled(size, 1)`, without the lab. */
export interface ByHand {
  /** Side by side so many. */
  run(abreast: number): Promise<void>;
  remove(): Promise<void>;
  composeUp(compose: readonly string[]): Promise<void>;
  composeDown(compose: readonly string[]): Promise<void>;
}

export function byHand(size: number, host: string): ByHand {
  const topology = scaled(size, 1);
  const networks = (topology.networks ?? []) as readonly TopologyBridge[];
  const containers = topology.containers ?? [];
  const docker = (...args: string[]) => command(['docker', '--host', host, ...args]);
  const file = join(folder, 'compose.json');
  writeFileSync(file, JSON.stringify(composeFile(networks, containers)));
  const compose = async (words: readonly string[], ...verb: string[]): Promise<void> => {
    const argv = [...words, '--project-name', 'scale', '--file', file, ...verb];
    await command(argv, { DOCKER_HOST: host, COMPOSE_PARALLEL_LIMIT: '16' });
  };
  return {
    async run(abreast) {
      for (const { name, subnet = '' } of networks) {
        await docker('network', 'create', '--label', LABEL, '--subnet', subnet, name);
      }
      const left = [...containers];
      const worker = async (): Promise<void> => {
        for (let one = left.shift(); one !== undefined; one = left.shift())
          await docker(...runArguments(one));
      };
      await Promise.all(Array.from({ length: abreast }, worker));
    },
    async remove() {
      await docker('rm', '--force', ...containers.map(({ name }) => name));
      await docker('network', 'rm', ...networks.map(({ name }) => name));
    },
    composeUp: (words) => compose(words, 'up', '--detach'),
    composeDown: (words) => compose(words, 'down', '--timeout', '0'),
  };
}

const namesOf = ({ networks = [] }: TopologyContainer): string[] =>
  networks.map((one) => (typeof one === 'string' ? one : one.network));

const runArguments = (one: TopologyContainer): string[] => [
  ...['run', '--detach', '--name', one.name, '--label', LABEL, '--restart', 'unless-stopped'],
  ...namesOf(one).flatMap((network) => ['--network', network]),
  ...Object.entries(SYSCTLS).flatMap(([name, value]) => ['--sysctl', `${name}=${value}`]),
  ...(one.ports ?? []).flatMap((port) => ['--publish', port]),
  one.image,
  ...(one.command ?? []),
];

// Compose reads JSON, since it is YAML.
const composeFile = (
  networks: readonly TopologyBridge[],
  containers: readonly TopologyContainer[],
) => ({
  version: '3.5',
  networks: Object.fromEntries(
    networks.map(({ name, subnet }) => [
      name,
      { name, labels: [LABEL], ipam: { config: [{ subnet }] } },
    ]),
  ),
  services: Object.fromEntries(
    containers.map((one) => [
      one.name,
      {
        container_name: one.name,
        image: one.image,
        command: one.command,
        networks: namesOf(one),
        ports: one.ports ?? [],
        sysctls: SYSCTLS,
        restart: 'unless-stopped',
        labels: [LABEL],
      },
    ]),
  ),
});
