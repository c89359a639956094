import { sorted } from '../../edges/statement-value';
import { DEFAULT_BRIDGE, GATEWAY_BRIDGE, type Lab, type Network } from '../../topology/lab';
import type { StructureVerdict } from '../result';
import { type NetworkState, type NodeState, type States } from '../../observe/state';
import { judge } from './judge';
import { about, exists, foundOf, wantedOf } from './network-statements';
import { examined } from './pairs';
import { deploy, DEPLOY } from './repair';
import { phrase } from '../../text/text';

const BUILT_IN = [DEFAULT_BRIDGE, 'host', 'none'];

/**
 * Each node has Docker's own three networks, one of the swarm its `docker_gwbridge` too, and the declared ones, as they
 * are declared.
 */
export const networks = (lab: Lab, states: States): StructureVerdict[] =>
  examined(states).flatMap((state) => [
    builtIn(lab, state),
    ...lab.networks
      .filter(({ node }) => node === state.node)
      .flatMap((network) => declared(lab, network, state)),
  ]);

function builtIn(lab: Lab, { node, networks: real }: NodeState): StructureVerdict {
  const own = lab.swarm.includes(node) ? [...BUILT_IN, GATEWAY_BRIDGE] : BUILT_IN;
  const there = real.map(({ name }) => name).filter((name) => own.includes(name));
  const chapter = lab.containers.find((container) => container.node === node)?.chapter;
  return judge({
    chapter: chapter ?? lab.nodes.find(({ name }) => name === node)?.chapter ?? '',
    to: node,
    statement: { kind: 'engine-networks', node },
    wanted: sorted(own),
    found: sorted(there),
    command: `./lab exec ${node} -- docker network ls`,
  });
}

function declared(lab: Lab, network: Network, state: NodeState): StructureVerdict[] {
  const { chapter, name, node } = network;
  const real = state.networks.find((candidate) => candidate.name === name);
  const said = about(chapter, name, node);
  const there = exists(said, node, real, deploy(lab, phrase('{name} is gone', { name })));
  if (real === undefined) return [there];
  return [
    there,
    judge({
      ...said,
      statement: { kind: 'network-declared', network: name },
      wanted: sorted(wanted(lab, network)),
      found: sorted(found(network, real)),
      hint: phrase('somebody made it anew by hand: remove it and run {command}', {
        command: DEPLOY,
      }),
    }),
  ];
}

const wanted = (lab: Lab, network: Network): string[] => [
  `driver ${network.driver}`,
  `internal ${network.internal}`,
  `icc ${network.icc}`,
  ...wantedOf(lab.name, network),
  ...(network.subnet6 === undefined ? [] : [`IPv6 subnet ${network.subnet6}`]),
];

const found = (network: Network, real: NetworkState): string[] => [
  `driver ${real.driver}`,
  `internal ${real.internal}`,
  `icc ${real.options['com.docker.network.bridge.enable_icc'] !== 'false'}`,
  ...foundOf(network, real),
  ...(network.subnet6 === undefined && real.subnet6 === undefined
    ? []
    : [`IPv6 subnet ${real.subnet6}`]),
];
