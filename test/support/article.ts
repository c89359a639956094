import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFacts } from '../../src/observe/parse-facts';
import type { ContainerState, NodeState, States } from '../../src/observe/state';
import { validate } from '../../src/topology/validate';
import type { Inventory } from '../../src/nodes/inventory';
import topology from '../../topologies/docker-networking';

export const articleLab = validate(topology, 'topologies/docker-networking.ts');

export const articleInventory: Inventory = {
  lab: articleLab.name,
  backend: 'containers',
  offline: true,
  nodes: articleLab.nodes.map(({ name, address }) => ({
    name,
    address,
    dockerHost: `unix:///run/${name}.sock`,
    sshOptions: [],
    exec: ['docker', 'exec', '-i', name],
    engine: '26.1.5',
    defaultRoute: false,
  })),
};

/** What facts.pl printed on the two nodes of the article's lab, on engine 26.1. */
export const recorded = (node: string): string =>
  readFileSync(join(__dirname, '..', 'observe', 'recorded', `${node}.facts`), 'utf8');

export const articleStates = (): States =>
  new Map(articleLab.nodes.map(({ name }) => [name, parseFacts(name, recorded(name))]));

/** The states with one node changed. */
export function withNode(change: (state: NodeState) => NodeState, node = 'docker-node1'): States {
  const states = articleStates();
  return new Map([...states].map(([name, state]) => [name, name === node ? change(state) : state]));
}

/** The states with one container changed, or without it; the engine's lists follow. */
export const withContainer = (
  name: string,
  change: (container: ContainerState) => ContainerState | undefined,
): States =>
  withNode((state) => {
    const containers = state.containers.flatMap((one) =>
      one.name === name ? (change(one) ?? []) : one,
    );
    return {
      ...state,
      containers,
      networks: state.networks.map((network) => ({
        ...network,
        containers: containers
          .filter(
            ({ pid, attachments }) =>
              pid > 0 && attachments.some((at) => at.network === network.name),
          )
          .map((one) => one.name),
      })),
    };
  });
