import type { Facts, NodeFacts } from '../network/facts';
import { GATEWAY_BRIDGE, INGRESS, type Lab, type Service } from '../topology/lab';
import type { Placed } from './place';
import { containerOf, ingressOf, onGatewayBridge, type NodeState, type States } from './state';

/** What the predictor cannot know from the topology. What is not there (a container that does not run) is left out. */
export function toFacts({ lab, states }: Placed): Facts {
  return {
    nodes: Object.fromEntries(
      [...states.values()]
        .filter(({ problem }) => problem === undefined)
        .map((state) => [state.node, nodeFacts(state)]),
    ),
    addresses: Object.fromEntries([
      ...lab.containers.map(({ name }) => [name, addresses(lab, name, states, 'address')] as const),
      ...lab.services.map((one) => [one.name, virtualAddresses(lab, one, states)] as const),
    ]),
    addresses6: Object.fromEntries(
      lab.containers.map(({ name }) => [name, addresses(lab, name, states, 'address6')]),
    ),
  };
}

function nodeFacts(state: NodeState): NodeFacts {
  const ingress = ingressOf(state);
  // Of the swarm's own overlay, ingress, nothing leads to a container of the lab.
  const known = state.networks.filter(
    ({ driver, name }) => driver === 'bridge' || (driver === 'overlay' && name !== INGRESS),
  );
  return {
    engine: state.engine,
    ...(ingress === undefined ? {} : { ingress }),
    defaultRoute: state.routes.some(({ to }) => to === 'default'),
    subnets: defined(known.map(({ name, subnet }) => [name, subnet])),
    gateways: defined(
      known.map((network) => [
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
  const state = states.get(node);
  const real = containerOf(state, name);
  return defined([
    ...(real?.attachments ?? []).map((one) => [one.network, one[family] || undefined] as const),
    ...(family === 'address' ? [[GATEWAY_BRIDGE, onGatewayBridge(state, real)] as const] : []),
  ]);
}

/** A service's, by the names of its networks; the one that it may have on ingress is asked for by nobody. */
function virtualAddresses(
  lab: Lab,
  { name, networks }: Service,
  states: States,
): Record<string, string> {
  const manager = states.get(lab.swarm[0] ?? '');
  const service = manager?.swarm?.services?.find((one) => one.name === name);
  return defined(
    networks.map(({ network }) => {
      const id = manager?.networks.find((one) => one.name === network)?.id ?? '';
      return [network, service?.virtualAddresses[id]];
    }),
  );
}

const defined = (
  entries: readonly (readonly [string, string | undefined])[],
): Record<string, string> =>
  Object.fromEntries(
    entries.filter((entry): entry is readonly [string, string] => entry[1] !== undefined),
  );
