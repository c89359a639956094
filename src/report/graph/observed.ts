import { english } from '../../text/tell';
import { isOut } from '../../verdict/structure/swarm';
import type { Placed } from '../../observe/place';
import { toFacts } from '../../observe/to-facts';
import {
  containerOf,
  onGatewayBridge,
  runs,
  type ContainerState,
  type NetworkState,
  type States,
} from '../../observe/state';
import { GATEWAY_BRIDGE, type Container, type Lab, type Network } from '../../topology/lab';
import { declaredGraph } from './declared';
import { fact, itemId, type Fact, type Graph, type GraphLink, type Host, type Item } from './graph';
import { markOverlay, undeclaredOverlays } from './observed-overlays';
import { portLabel } from './ports';
import { undeclared } from './undeclared';

/**
 * The graph of the running lab: what the topology declares, with what is missing, different or there besides marked.
 * Nothing is said of what is on a node that could not be examined.
 */
export function observedGraph(placed: Placed): Graph {
  const { lab, states } = placed;
  const graph = declaredGraph(lab, toFacts(placed));
  const examined = [...states.values()].filter(({ problem }) => problem === undefined);
  const known = new Map(examined.map((state) => [state.node, state]));
  const items = graph.items.map((item) =>
    item.kind === 'overlay' ? markOverlay(item, lab, known) : markItem(item, lab, known),
  );
  const missing = new Set(items.filter(({ mark }) => mark === 'missing').map(({ id }) => id));
  const extra = [
    ...examined.map((state) => undeclared(lab, state)),
    { items: undeclaredOverlays(lab, examined), links: [] },
  ];
  const all = [...items, ...extra.flatMap((one) => one.items)];
  const ids = new Set(all.map(({ id }) => id));
  return {
    ...graph,
    hosts: graph.hosts.map((host): Host => {
      const problem = states.get(host.name)?.problem;
      const differences = [
        ...(problem === undefined ? [] : [fact('not-examined', english(problem))]),
        ...(isOut(lab, states, host.name) ? [fact('not-in-swarm')] : []),
      ];
      return differences.length === 0 ? host : { ...host, mark: 'changed', differences };
    }),
    items: all,
    links: [
      ...graph.links.map((link) => markLink(link, lab, known, missing)),
      // An attachment may be to a network that is not drawn: one of another driver, or one that is gone.
      ...extra.flatMap((one) => one.links).filter(({ from, to }) => ids.has(from) && ids.has(to)),
    ],
  };
}

function markItem(item: Item, lab: Lab, states: States): Item {
  const state = states.get(item.host ?? '');
  if (state === undefined) return item;
  const missing: Item = { ...item, mark: 'missing' };
  switch (item.kind) {
    case 'bridge': {
      const real = state.networks.find(({ name }) => name === item.name);
      if (real === undefined) return missing;
      const network = lab.networks.find(
        ({ name, node }) => name === item.name && node === item.host,
      );
      return changed(item, network === undefined ? [] : networkDifferences(network, real));
    }
    case 'container': {
      const real = containerOf(state, item.name);
      const container = lab.containers.find(({ name }) => name === item.name);
      if (real === undefined || container === undefined) return missing;
      return changed(item, containerDifferences(container, real));
    }
    case 'namespace': {
      const real = state.namespaces.find(({ name }) => name === item.name);
      if (real === undefined) return missing;
      const wanted = lab.namespacePairs
        .filter(({ node }) => node === item.host)
        .flatMap(({ ends }) => ends)
        .find(({ name }) => name === item.name);
      const there = real.interfaces.find(({ name }) => name === wanted?.interface);
      if (there?.up !== true) return changed(item, [fact('not-running', wanted?.interface)]);
      const addresses = there.addresses.map(({ address, prefix }) => `${address}/${prefix}`);
      return addresses.includes(`${wanted?.address}/${wanted?.prefix}`)
        ? item
        : changed(item, [fact('address-differs', addresses.join(', '))]);
    }
    case 'outside':
    case 'lan':
    case 'stack':
    case 'overlay':
    case 'group':
      return item;
  }
}

const changed = (item: Item, differences: readonly Fact[]): Item =>
  differences.length === 0 ? item : { ...item, mark: 'changed', differences };

function networkDifferences(network: Network, real: NetworkState): Fact[] {
  const icc = real.options['com.docker.network.bridge.enable_icc'] !== 'false';
  return [
    ...(real.driver === network.driver ? [] : [fact('option-differs', `driver ${real.driver}`)]),
    ...(real.internal === network.internal
      ? []
      : [fact('option-differs', `internal ${real.internal}`)]),
    ...(icc === network.icc ? [] : [fact('option-differs', `icc ${icc}`)]),
    ...(network.subnet === undefined || network.subnet === real.subnet
      ? []
      : [fact('option-differs', `subnet ${real.subnet ?? ''}`)]),
  ];
}

function containerDifferences(container: Container, real: ContainerState): Fact[] {
  if (real.status !== 'running') return [fact('not-running', real.status)];
  const mode = modeOf(real);
  const wanted = new Set(container.ports.map(portLabel));
  const found = new Set(real.bindings.map(portLabel));
  const { networking } = container;
  return [
    ...(mode === networking.mode ? [] : [fact('mode-differs', mode)]),
    ...(networking.mode === 'bridge' ? networking.attachments : []).flatMap((attachment) => {
      const at = real.attachments.find(({ network }) => network === attachment.network);
      if (at === undefined || attachment.address === undefined) return [];
      return at.address === attachment.address ? [] : [fact('address-differs', at.address)];
    }),
    ...[...wanted].filter((port) => !found.has(port)).map((port) => fact('port-missing', port)),
    ...[...found].filter((port) => !wanted.has(port)).map((port) => fact('port-extra', port)),
  ];
}

function modeOf({ networkMode }: ContainerState): string {
  if (networkMode === 'host' || networkMode === 'none') return networkMode;
  return networkMode.startsWith('container:') ? 'container' : 'bridge';
}

function markLink(
  link: GraphLink,
  lab: Lab,
  states: States,
  missing: ReadonlySet<string>,
): GraphLink {
  if (missing.has(link.from) || missing.has(link.to)) return { ...link, mark: 'missing' };
  const end = link.kind === 'link' ? link.from : link.to;
  const container = lab.containers.find(({ node, name }) => itemId.container(node, name) === end);
  const state = states.get(container?.node ?? '');
  const real = containerOf(state, container?.name ?? '');
  if (container === undefined || !runs(real)) return link;
  // The engine names docker_gwbridge to no container: the network itself lists them.
  const leaves = onGatewayBridge(state, real) !== undefined;
  return holds(link, container.node, real, leaves) ? link : { ...link, mark: 'missing' };
}

function holds(
  { kind, from, label }: GraphLink,
  node: string,
  real: ContainerState,
  leaves: boolean,
): boolean {
  const on = (id: (network: string) => string): boolean =>
    real.attachments.some(({ network }) => id(network) === from);
  if (kind === 'overlay') return on(itemId.overlay);
  if (kind === 'attachment') {
    const id = (network: string): string => itemId.bridge(node, network);
    return on(id) || (from === id(GATEWAY_BRIDGE) && leaves);
  }
  // A link is a line in /etc/hosts.
  const names = (line: string): string[] => line.trim().split(/\s+/).slice(1);
  return kind !== 'link' || real.inside?.hosts.some((line) => names(line).includes(label)) === true;
}
