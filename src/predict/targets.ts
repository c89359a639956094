import type { EndpointId, Target } from '../topology/edge';
import { tasksName, type Listener, type PublishedPort } from '../topology/lab';
import { formatIp } from '../network/address';
import { portTargets, type PortTarget } from '../network/ports';
import {
  gatewayIn,
  portKey,
  type ContainerStack,
  type Host,
  type Net,
  type World,
} from '../network/world';

/** A target that several senders ask for; the object is shared by all their edges. */
export type Common = Extract<Target, { kind: 'ping' | 'ping6' | 'port' | 'node-port' }>;

/** Everything in the lab that can be asked for by an IPv4 address, in the order of the topology. */
export function addressTargets(world: World): readonly Common[] {
  return [...world.endpoints.values()].flatMap(({ id, stack, shares }): Common[] => {
    if (shares !== undefined || stack.kind === 'outside') return [];
    if (stack.kind === 'container') return containerTargets(stack);
    if (stack.kind === 'namespace') return [{ kind: 'ping', endpoint: id }];
    return [
      { kind: 'ping', endpoint: id },
      ...stack.nets
        .filter(({ gateway }) => gateway !== undefined)
        .map((net) => ({ kind: 'ping' as const, endpoint: id, network: net.name })),
      ...[stack.ip, ...stack.addresses]
        .filter((ip) => typeof ip === 'number')
        .flatMap((ip) => nodePorts(stack, formatIp(ip))),
    ];
  });
}

/** The same by IPv6 addresses; ports are not among them: whether a program listens on IPv6 is its own choice. */
export const targets6 = ({ endpoints }: World): readonly Common[] =>
  [...endpoints.values()].flatMap(({ id, shares, stack }): Common[] => {
    if (shares !== undefined || stack.kind === 'outside' || stack.kind === 'namespace') return [];
    if (stack.kind === 'container')
      return stack.interfaces
        .filter(({ net, IPv6 }) => IPv6 !== undefined && isAsked6(net))
        .map(({ net }): Common => ({ kind: 'ping6', endpoint: id, network: net.name }));
    const own = stack.addresses.some((ip) => typeof ip === 'string');
    return [
      ...stack.nets
        .filter((net) => gatewayIn(net, 'IPv6') !== undefined)
        .map(({ name }): Common => ({ kind: 'ping6', endpoint: id, network: name })),
      ...(own ? [{ kind: 'ping6' as const, endpoint: id }] : []),
    ];
  });

/** A link-local address tells nobody on which link it is. */
const isAsked6 = ({ range6 }: Net): boolean =>
  range6 !== undefined && !range6.text.startsWith('fe8');

function containerTargets(stack: ContainerStack): Common[] {
  const ports = portTargets(listenersOf(stack));
  return stack.interfaces
    .filter(({ IPv4 }) => IPv4 !== undefined)
    .flatMap(({ net: { name: network } }) => [
      { kind: 'ping' as const, endpoint: stack.id, network },
      ...ports.map((port) => ({ kind: 'port' as const, endpoint: stack.id, network, ...port })),
    ]);
}

/**
 * The ports of a node at one of its addresses: published ones, listeners in its own stack, those on which a
 * container listens without publishing them, and one that nobody has.
 */
export function nodePorts(host: Host, address: string): Common[] {
  const listeners = listenersOf(host);
  for (const publications of host.published.values()) {
    for (const { port, stack } of publications) {
      listeners.push(published(stack, port));
    }
  }
  for (const { port, service } of host.mesh.values()) {
    listeners.push(published(service, port));
  }
  const unpublished: PortTarget[] = host.nets.flatMap((net) =>
    [...net.stacks].flatMap((stack) =>
      listenersOf(stack).map(({ port, protocol }) => ({ port, protocol })),
    ),
  );
  return portTargets(listeners, unpublished).map((port) => ({
    kind: 'node-port',
    node: host.id,
    address,
    ...port,
  }));
}

const listenersOf = ({ listens }: Pick<Host, 'listens'>): Listener[] =>
  Array.from(listens.values(), ({ listener }) => listener);

/** What listens at a published port as seen from outside. */
function published({ listens }: ContainerStack, port: PublishedPort): Listener {
  const { protocol, target, published: at } = port;
  return { ...listens.get(portKey(protocol, target))?.listener, port: at, protocol };
}

export interface AskedName {
  readonly name: string;
  /** The first that carries the name. */
  readonly endpoint: EndpointId;
}

/** Container names, aliases, link aliases and the names of services, each once. */
export function askedNames(world: World): readonly AskedName[] {
  const names = new Map<string, EndpointId>();
  const add = (name: string, endpoint: EndpointId): void => {
    if (!names.has(name)) names.set(name, endpoint);
  };
  const { containers, services } = world.lab;
  for (const { name, service } of containers) if (service === undefined) add(name, name);
  for (const { name, hostname, networking, links } of containers) {
    if (hostname !== undefined && networking.mode === 'bridge') add(hostname, name);
    if (networking.mode === 'bridge') {
      for (const { aliases } of networking.attachments)
        for (const alias of aliases) add(alias, name);
    }
    for (const link of links) add(link.alias, link.container);
  }
  for (const { name } of services) {
    add(name, name);
    add(tasksName(name), name);
  }
  return [...names].map(([name, endpoint]) => ({ name, endpoint }));
}
