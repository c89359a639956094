import type {
  TopologyAttachment,
  TopologyContainer,
  TopologyLink,
  TopologyListener,
  TopologyNetwork,
  TopologyNode,
} from '../topology/topology';
import type { ContainerChoice, PortOf } from './choices';
import type { Sockets } from './sockets';

export const BUSYBOX = 'busybox:1.36';
export const NGINX = 'nginx:1.26';
export const WEB: PortOf = { port: 80, protocol: 'tcp' };
export const PAGE = 'Welcome to nginx!';

/** Where a container lands, and what is there already. */
export interface Place {
  readonly node: TopologyNode;
  /** Those of the node. */
  readonly networks: readonly TopologyNetwork[];
  /** Those that it joins. */
  readonly overlays: readonly TopologyNetwork[];
  /** All that come before it. */
  readonly before: readonly TopologyContainer[];
  readonly sockets: Sockets;
  readonly chapters: readonly string[];
}

/** The container of a choice, without what is not possible in its place. */
export function assembleContainer(choice: ContainerChoice, place: Place): TopologyContainer {
  const { node, before, sockets, chapters } = place;
  const index = before.length;
  const name = `c${index + 1}`;
  const here = before.filter((other) => other.node === node.name);
  const shareable = here.filter(({ networkMode = '' }) => !networkMode.startsWith('container:'));
  const shared = shareable[choice.shares % Math.max(1, shareable.length)];
  const mode = choice.mode === 'container' && shared === undefined ? 'none' : choice.mode;
  const owner = mode === 'container' && shared !== undefined ? shared : { name, networkMode: mode };
  const stack = owner.networkMode === 'host' ? node.name : owner.name;
  const web = choice.web && sockets.listen(stack, WEB);
  const listens = [
    ...(web ? [{ port: WEB.port, page: PAGE }] : []),
    ...choice.listens.filter((socket) => sockets.listen(stack, socket)).map(listener),
  ];
  const base: TopologyContainer = {
    name,
    node: node.name,
    image: web ? NGINX : BUSYBOX,
    ...(web ? {} : { command: ['sleep', 'infinity'] }),
    chapter: chapters[choice.chapter % chapters.length]!,
    ...(listens.length === 0 ? {} : { listens }),
  };
  if (mode === 'container' && shared !== undefined) {
    return { ...base, networkMode: `container:${shared.name}` };
  }
  if (mode === 'host' || mode === 'none') return { ...base, networkMode: mode };
  return { ...base, ...bridged(choice, name, index, here, place) };
}

function bridged(
  choice: ContainerChoice,
  name: string,
  index: number,
  here: readonly TopologyContainer[],
  { node, networks, overlays, sockets }: Place,
): Partial<TopologyContainer> {
  const joined = [...networks.filter((_, i) => choice.joins[i + 1]), ...overlays];
  const onBridge = choice.joins[0] === true || joined.length === 0;
  const ports = choice.ports.flatMap((port) => sockets.publish(node, port));
  const links = onBridge ? linksTo(choice, here) : [];
  return {
    ...(joined.length === 0
      ? {}
      : {
          networks: [
            ...(onBridge ? ['bridge'] : []),
            ...joined.map((network) => attachment(choice, network, name, index)),
          ],
        }),
    ...(links.length === 0 ? {} : { links }),
    ...(ports.length === 0 ? {} : { ports }),
  };
}

export const listener = ({ port, protocol }: PortOf): TopologyListener =>
  protocol === 'tcp' ? { port } : { port, protocol };

function attachment(
  { aliases, isStatic }: ContainerChoice,
  network: TopologyNetwork,
  name: string,
  index: number,
): string | TopologyAttachment {
  const address =
    isStatic && network.subnet !== undefined
      ? { address: staticAddress(network.subnet, index) }
      : {};
  if (aliases === 0 && Object.keys(address).length === 0) return network.name;
  const names = [`${name}-alias`, `${name}-on-${network.name}`].slice(0, aliases);
  return { network: network.name, ...(names.length === 0 ? {} : { aliases: names }), ...address };
}

/** Where an engine that counts up from .1 does not get to. */
function staticAddress(subnet: string, index: number): string {
  const [base = '', prefix] = subnet.split('/');
  return base.replace(/\d+$/, String(prefix === '27' ? 29 - index : 100 + index));
}

/** Only to containers before this one, so that there is no circle. */
function linksTo(choice: ContainerChoice, here: readonly TopologyContainer[]): TopologyLink[] {
  const targets = here.filter(
    ({ networkMode, networks }) =>
      networkMode === undefined && (networks === undefined || networks.includes('bridge')),
  );
  const links = new Map<string, TopologyLink>();
  for (const { to, renamed } of choice.links) {
    const target = targets[to % Math.max(1, targets.length)];
    if (target === undefined) continue;
    links.set(target.name, {
      container: target.name,
      ...(renamed ? { alias: `link-${target.name}` } : {}),
    });
  }
  return [...links.values()];
}
