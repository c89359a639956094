import type { Edge, EndpointId } from '../edge';
import { parseIpv4 } from './address';
import { PING, type Probe } from './probe';
import type { Destination, Endpoint, Interface, Stack, World } from './world';

export interface Question {
  readonly to: Destination;
  readonly probe: Probe;
}

/** The address and the packet of an edge that asks for no name. */
export function questionOf(world: World, edge: Edge): Question {
  const { target } = edge;
  switch (target.kind) {
    case 'ping':
      return { to: addressOf(world, target.endpoint, target.network), probe: PING };
    case 'port':
      return { to: addressOf(world, target.endpoint, target.network), probe: target };
    case 'node-port': {
      const owner = endpoint(world, target.node).stack;
      return { to: { ip: parseIpv4(target.address), known: true, owner }, probe: target };
    }
    case 'outside':
      return {
        to: { ip: world.outside.ip, known: true, owner: world.outside },
        probe: { protocol: 'tcp', port: 0 },
      };
    case 'loopback': {
      const owner = endpoint(world, edge.from).stack;
      return { to: { ip: parseIpv4('127.0.0.1'), known: true, owner }, probe: PING };
    }
    case 'gateway': {
      return {
        to: gatewayOf(world, endpoint(world, edge.from).stack, target.network),
        probe: PING,
      };
    }
    case 'ping6':
      throw new Error(`${target.endpoint}@${target.network} is asked for by IPv6`);
    case 'name':
      throw new Error(`"${target.name}" is a name, not an address`);
  }
}

function gatewayOf(world: World, stack: Stack, network: string): Destination {
  if (stack.kind !== 'container') return addressOf(world, stack.id, network);
  const overlay = stack.interfaces.find(
    ({ net }) => net.kind === 'overlay' && net.name === network,
  );
  if (overlay === undefined) return addressOf(world, stack.node.id, network);
  const { net } = overlay;
  return { ip: net.gateway, known: true, owner: stack.node, net };
}

export const interfaceDestination = ({ ip, known, stack, net }: Interface): Destination => ({
  ip,
  known,
  owner: stack,
  net,
});

export function endpoint(world: World, id: EndpointId): Endpoint {
  const found = world.endpoints.get(id);
  if (found === undefined) throw new Error(`The lab has no endpoint ${id}`);
  return found;
}

function addressOf(world: World, id: EndpointId, network: string | undefined): Destination {
  const { stack } = endpoint(world, id);
  if (stack.kind === 'container') {
    const face = stack.interfaces.find(({ net }) => network === undefined || net.name === network);
    if (face === undefined) throw new Error(`${id} has no address on ${network ?? 'any network'}`);
    return interfaceDestination(face);
  }
  if (stack.kind === 'node' && network !== undefined) {
    const net = stack.nets.find(({ name }) => name === network);
    if (net === undefined) throw new Error(`${id} has no network ${network}`);
    return { ip: net.gateway, known: true, owner: stack, net };
  }
  return { ip: stack.ip, known: true, owner: stack };
}
