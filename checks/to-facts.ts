import type { Facts, NodeFacts } from '../model/facts';
import { DEFAULT_BRIDGE, type Lab } from '../model/lab';
import { containerOf, type NodeState, type States } from './state';

/** What the predictor cannot know from the topology. What is not there (a container that does not run) is left out. */
export function toFacts(lab: Lab, states: States): Facts {
  return {
    nodes: Object.fromEntries(
      [...states.values()]
        .filter(({ problem }) => problem === undefined)
        .map((state) => [state.node, nodeFacts(state)]),
    ),
    addresses: Object.fromEntries(
      lab.containers.map(({ name }) => [name, addresses(lab, name, states, 'address')]),
    ),
    addresses6: Object.fromEntries(
      lab.containers.map(({ name }) => [name, addresses(lab, name, states, 'address6')]),
    ),
  };
}

function nodeFacts(state: NodeState): NodeFacts {
  const bridges = state.networks.filter(({ driver }) => driver === DEFAULT_BRIDGE);
  return {
    engine: state.engine,
    defaultRoute: state.routes.some(({ to }) => to === 'default'),
    subnets: defined(bridges.map(({ name, subnet }) => [name, subnet])),
    gateways: defined(
      bridges.map((network) => [
        network.name,
        // The default bridge's is not always written down.
        network.gateway ??
          state.interfaces.find(({ name }) => name === network.bridge)?.addresses[0]?.address,
      ]),
    ),
  };
}

function addresses(
  lab: Lab,
  name: string,
  states: States,
  family: 'address' | 'address6',
): Record<string, string> {
  const container = lab.containers.find((candidate) => candidate.name === name);
  if (container === undefined) return {};
  const { networking, node } = container;
  if (networking.mode === 'container') return addresses(lab, networking.container, states, family);
  const attachments = containerOf(states.get(node), name)?.attachments ?? [];
  return defined(attachments.map((one) => [one.network, one[family] || undefined]));
}

const defined = (entries: readonly [string, string | undefined][]): Record<string, string> =>
  Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
