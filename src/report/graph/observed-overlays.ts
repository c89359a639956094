import type { NetworkState, NodeState, States } from '../../observe/state';
import { INGRESS, type Lab, type Overlay } from '../../topology/lab';
import { fact, itemId, type Fact, type Item } from './graph';

/**
 * Marks an overlay of the topology by what the nodes of the swarm have. The manager must have it; another node has it
 * only while a container there is on it, and a container that is not is marked at its link.
 */
export function markOverlay(item: Item, lab: Lab, states: States): Item {
  const overlay = lab.overlays.find(({ name }) => name === item.name);
  const nodes = lab.swarm.flatMap((node) => states.get(node) ?? []);
  const found = nodes.flatMap((state) => {
    const real = state.networks.find(({ name }) => name === item.name);
    return real === undefined ? [] : [{ node: state.node, real }];
  });
  const [first] = found;
  const manager = lab.swarm[0] ?? '';
  const lacks = states.has(manager) && !found.some(({ node }) => node === manager);
  if (overlay === undefined || (first === undefined && !lacks)) return item;
  if (first === undefined) return { ...item, mark: 'missing' };
  // One swarm gives a network one id.
  const apart = found.filter(({ real }) => real.id !== first.real.id).map(({ node }) => node);
  const differences = [
    ...(lacks ? [fact('absent-on', manager)] : []),
    ...(apart.length === 0 ? [] : [fact('other-network-on', apart.join(', '))]),
    ...optionDifferences(overlay, first.real),
  ];
  return differences.length === 0 ? item : { ...item, mark: 'changed', differences };
}

function optionDifferences(overlay: Overlay, real: NetworkState): Fact[] {
  const encrypted = 'encrypted' in real.options;
  const subnet = real.subnet ?? '';
  return [
    ...(real.driver === overlay.driver ? [] : [`driver ${real.driver}`]),
    ...(real.internal === overlay.internal ? [] : [`internal ${real.internal}`]),
    ...(encrypted === overlay.encrypted ? [] : [`encrypted ${encrypted}`]),
    ...(overlay.subnet === undefined || overlay.subnet === subnet ? [] : [`subnet ${subnet}`]),
  ].map((option) => fact('option-differs', option));
}

/** Overlays that no topology has, each once with the nodes that have it. */
export function undeclaredOverlays({ overlays }: Lab, states: readonly NodeState[]): Item[] {
  const found = states.flatMap(({ node, networks }) =>
    networks
      .filter(({ name, driver }) => driver === 'overlay' && name !== INGRESS)
      .filter(({ name }) => !overlays.some((overlay) => overlay.name === name))
      .map(({ name, subnet }) => ({ node, name, subnet })),
  );
  return [...new Set(found.map(({ name }) => name))].map((name) => {
    const same = found.filter((one) => one.name === name);
    const spans = same.map(({ node }) => node);
    const subnet = same.find((one) => one.subnet !== undefined)?.subnet;
    return {
      id: itemId.overlay(name),
      kind: 'overlay',
      name,
      spans,
      facts: [
        ...(subnet === undefined ? [] : [fact('subnet', subnet)]),
        fact('spans', spans.join(', ')),
      ],
      mark: 'extra',
      differences: [],
      endpoints: [],
    };
  });
}
