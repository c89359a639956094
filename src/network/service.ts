import type { EndpointId } from '../topology/edge';
import type { Facts } from './facts';
import { tasksName, type Service } from '../topology/lab';
import { emptyStack, join } from './stack';
import {
  addName,
  portKey,
  REPLICAS,
  type ContainerStack,
  type Host,
  type Interface,
  type Overlay,
} from './world';

/** What stands for a service, entered into the tables of its networks and of the swarm's nodes. */
export function buildService(
  service: Service,
  replicas: readonly EndpointId[],
  swarm: readonly Host[],
  overlays: readonly Overlay[],
  facts?: Facts,
): ContainerStack {
  const { name, endpointMode: mode, networks, listens, ports } = service;
  const stack = { ...emptyStack({ name }, swarm[0]!), service: { mode, replicas } };
  for (const listener of listens)
    stack.listens.set(portKey(listener.protocol, listener.port), { by: name, listener });
  for (const { network } of networks) {
    const net = overlays.find((one) => one.name === network)!;
    const held = { ip: REPLICAS, known: false, range: net.subnet!, router: undefined };
    const all: Interface = { net, stack, IPv4: held, IPv6: undefined, further: [], priority: 0 };
    const seen = facts?.addresses[name]?.[network];
    const own = mode === 'dnsrr' ? all : join(stack, net, seen === undefined ? {} : { IPv4: seen });
    addName(net.names, name, own);
    addName(net.names, tasksName(name), all);
  }
  for (const host of swarm) {
    for (const port of ports)
      host.mesh.set(portKey(port.protocol, port.published), { port, service: stack });
  }
  return stack;
}
