import type { Facts } from '../../network/facts';
import {
  DEFAULT_BRIDGE,
  GATEWAY_BRIDGE,
  type Container,
  type Lab,
  type LabNode,
  type Overlay,
} from '../../topology/lab';
import { needsGatewayBridge } from '../../network/gateway';
import { fact, itemId, SAME, type Fact, type Item } from './graph';
import { virtualAddressFacts } from './services';

/** The bridges of a node: those declared, and Docker's own two where a container uses them. */
export function bridgesOf(lab: Lab, node: LabNode, facts: Facts | undefined): Item[] {
  const bridge = (name: string, own: readonly Fact[], chapter?: string): Item => ({
    id: itemId.bridge(node.name, name),
    kind: 'bridge',
    name,
    host: node.name,
    facts: own,
    endpoints: [],
    ...(chapter === undefined ? {} : { chapter }),
    ...SAME,
  });
  return [
    ...usedByDefault(lab, node.name).map((name) =>
      bridge(name, subnetFact(name, [node.name], facts)),
    ),
    ...lab.networks
      .filter((network) => network.node === node.name)
      .map(({ name, subnet, internal, icc, chapter }) =>
        bridge(
          name,
          [
            ...subnetFact(name, [node.name], facts, subnet),
            ...(internal ? [fact('internal')] : []),
            ...(icc ? [] : [fact('closed-to-each-other')]),
          ],
          chapter,
        ),
      ),
  ];
}

/** The bridges of a node that nobody declares and that a container is on. */
export function usedByDefault(lab: Lab, node: string): string[] {
  const used = new Set(
    lab.containers
      .filter((container) => container.node === node)
      .flatMap((container) => bridgeNames(lab, container)),
  );
  return [DEFAULT_BRIDGE, GATEWAY_BRIDGE].filter((name) => used.has(name));
}

/** The bridges that a container has an interface on, with `docker_gwbridge` where it leaves over that. */
export function bridgeNames(
  { networks, overlays }: Lab,
  { node, networking, ingress }: Container,
): string[] {
  if (networking.mode !== 'bridge') return [];
  const on = networking.attachments.map(({ network }) => {
    const overlay = overlays.find(({ name }) => name === network);
    const bridge = networks.find((one) => one.node === node && one.name === network);
    return {
      name: network,
      driver: overlay === undefined ? ('bridge' as const) : overlay.driver,
      internal: (overlay ?? bridge)?.internal ?? false,
    };
  });
  return [
    ...on.filter(({ driver }) => driver === 'bridge').map(({ name }) => name),
    ...(ingress || needsGatewayBridge(on) ? [GATEWAY_BRIDGE] : []),
  ];
}

/** The overlays, each once for all the nodes that it spans. */
export const overlayItems = (lab: Lab, facts: Facts | undefined): Item[] =>
  lab.overlays.map((overlay: Overlay): Item => ({
    id: itemId.overlay(overlay.name),
    kind: 'overlay',
    name: overlay.name,
    spans: lab.swarm,
    facts: [
      ...subnetFact(overlay.name, lab.swarm, facts, overlay.subnet),
      fact('spans', lab.swarm.join(', ')),
      ...(overlay.encrypted ? [fact('encrypted')] : []),
      ...(overlay.internal ? [fact('internal')] : []),
      ...virtualAddressFacts(lab, overlay.name, facts),
    ],
    endpoints: [],
    chapter: overlay.chapter,
    ...SAME,
  }));

/** The subnet as the first of the nodes has it that knows it, else as declared. */
function subnetFact(
  network: string,
  nodes: readonly string[],
  facts: Facts | undefined,
  declared?: string,
): Fact[] {
  const known = nodes.map((node) => facts?.nodes[node]?.subnets[network]);
  const value = known.find((subnet) => subnet !== undefined) ?? declared;
  return value === undefined ? [] : [fact('subnet', value)];
}
