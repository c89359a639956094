import { isUp, SERVICE } from '../../observe/place';
import type { ContainerState, NodeState } from '../../observe/state';
import {
  DEFAULT_BRIDGE,
  GATEWAY_BRIDGE,
  isOverlay,
  type Container,
  type Lab,
} from '../../topology/lab';
import { fact, itemId, linkId, type Graph, type GraphLink, type Item } from './graph';
import { usedByDefault } from './networks';

/** Docker makes them by itself: they are drawn where a container is on them. */
const OWN = [DEFAULT_BRIDGE, GATEWAY_BRIDGE];

/**
 * What is on a node and in no topology: bridges, containers, attachments. A swarm's own overlay, `ingress`, on which it
 * puts the replicas of a service with ports, is drawn nowhere.
 */
export function undeclared(lab: Lab, state: NodeState): Pick<Graph, 'items' | 'links'> {
  const { node } = state;
  const containers = state.containers.filter((container) => !hasEnded(lab, container));
  const own = lab.containers.filter((container) => container.node === node);
  const drawn = new Set([
    ...lab.networks.filter((network) => network.node === node).map(({ name }) => name),
    ...usedByDefault(lab, node),
  ]);
  const strangers = containers.filter(({ name }) => !own.some((one) => one.name === name));
  const attachments = containers.flatMap((container) =>
    container.attachments
      .filter(({ network }) => !['host', 'none'].includes(network))
      .filter(({ network }) => !declares(own, container.name, network))
      .map(({ network }) => ({ network, to: itemId.container(node, container.name) })),
  );
  const networks = state.networks.filter(
    ({ name, driver }) =>
      driver === 'bridge' &&
      !drawn.has(name) &&
      (!OWN.includes(name) || attachments.some(({ network }) => network === name)),
  );
  const extra = { host: node, mark: 'extra', differences: [], endpoints: [] } as const;
  return {
    items: [
      ...networks.map(({ name, subnet }): Item => ({
        ...extra,
        id: itemId.bridge(node, name),
        kind: 'bridge',
        name,
        facts: subnet === undefined ? [] : [fact('subnet', subnet)],
      })),
      ...strangers.map(({ name, attachments: at }): Item => ({
        ...extra,
        id: itemId.container(node, name),
        kind: 'container',
        name,
        facts: at
          .filter(({ address }) => address !== '')
          .map((one) => fact('address', one.address)),
      })),
    ],
    links: [
      ...networks.map(({ name }) =>
        extraLink('uplink', itemId.stack(node), itemId.bridge(node, name)),
      ),
      ...attachments.map(({ network, to }) =>
        isOnOverlay(lab, state, network)
          ? extraLink('overlay', itemId.overlay(network), to)
          : extraLink('attachment', itemId.bridge(node, network), to),
      ),
    ],
  };
}

/** Docker keeps a few tasks of a service after their end, and starts others in their place. */
const hasEnded = ({ services }: Lab, { labels, status }: ContainerState): boolean =>
  !isUp(status) && services.some(({ name }) => name === labels[SERVICE]);

const extraLink = (kind: GraphLink['kind'], from: string, to: string): GraphLink => ({
  id: linkId(kind, from, to),
  kind,
  from,
  to,
  label: '',
  mark: 'extra',
});

/** A node has an overlay only while a container on it runs; one that does not run still names it. */
function isOnOverlay(lab: Lab, { networks }: NodeState, network: string): boolean {
  const real = networks.find(({ name }) => name === network);
  return real === undefined ? isOverlay(lab, network) : real.driver === 'overlay';
}

const declares = (own: readonly Container[], name: string, network: string): boolean =>
  own.some(
    (container) =>
      container.name === name &&
      container.networking.mode === 'bridge' &&
      container.networking.attachments.some((one) => one.network === network),
  );
