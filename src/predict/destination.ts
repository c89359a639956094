import { canonical6 } from '../topology/addresses6';
import type { Edge, EndpointId, Target } from '../topology/edge';
import { parseIp, parseIpv4, type Family } from '../network/address';
import { PING, type Probe } from './probe';
import {
  gatewayIn,
  type Destination,
  type Endpoint,
  type Interface,
  type Net,
  type Stack,
  type World,
} from '../network/world';

export interface Question {
  readonly to: Destination;
  readonly probe: Probe;
}

/** The address and the packet of an edge that asks for no name. */
export function questionOf(world: World, edge: Edge): Question {
  const { target } = edge;
  switch (target.kind) {
    case 'ping':
      return { to: addressOf(world, target, 'IPv4'), probe: PING };
    case 'ping6':
      return { to: addressOf(world, target, 'IPv6'), probe: PING };
    case 'port':
      return { to: addressOf(world, target, target.family ?? 'IPv4'), probe: target };
    case 'node-port': {
      const owner = endpoint(world, target.node).stack;
      return { to: { ip: parseIp(target.address), known: true, owner }, probe: target };
    }
    case 'outside':
      return {
        to: { ip: world.outside.ip, known: true, owner: world.outside },
        probe: { protocol: 'tcp', port: 0 },
      };
    case 'loopback': {
      const owner = endpoint(world, edge.from).stack;
      const ip = target.family === 'IPv6' ? '::1' : parseIpv4('127.0.0.1');
      return { to: { ip, known: true, owner }, probe: PING };
    }
    case 'gateway': {
      return {
        to: gatewayOf(world, endpoint(world, edge.from).stack, target.network),
        probe: PING,
      };
    }
    case 'name':
      throw new Error(`"${target.name}" is a name, not an address`);
  }
}

function gatewayOf(world: World, stack: Stack, network: string): Destination {
  const asked = { endpoint: stack.kind === 'container' ? stack.node.id : stack.id, network };
  if (stack.kind !== 'container') return addressOf(world, asked, 'IPv4');
  const there = stack.interfaces.find(
    ({ net }) => net.kind !== 'bridge' && net.name === network,
  )?.net;
  if (there === undefined) return addressOf(world, asked, 'IPv4');
  return { ip: there.gateway ?? 0, known: true, owner: stack.node, net: there };
}

/** An interface's address in a family; of one that has not both, the one that it has. */
export const interfaceDestination = (
  face: Interface,
  family: Family = face.IPv4 === undefined ? 'IPv6' : 'IPv4',
): Destination => {
  const { ip, known } = face[family]!;
  return { ip, known, owner: face.stack, net: face.net };
};

export function endpoint(world: World, id: EndpointId): Endpoint {
  const found = world.endpoints.get(id);
  if (found === undefined) throw new Error(`The lab has no endpoint ${id}`);
  return found;
}

type Addressed = Extract<Target, { readonly kind: 'ping' | 'ping6' | 'port' }>;

/** @throws Error where the endpoint has no such address */
function addressOf(
  world: World,
  { endpoint: id, network, address }: Pick<Addressed, 'endpoint' | 'network' | 'address'>,
  family: Family,
): Destination {
  const { stack } = endpoint(world, id);
  const missing = () =>
    new Error(
      `${id} has no ${family === 'IPv4' ? '' : 'IPv6 '}address on ${network ?? 'any network'}`,
    );
  if (address !== undefined) {
    const face =
      stack.kind === 'container'
        ? stack.interfaces.find(({ net }) => network === undefined || net.name === network)
        : undefined;
    const ip = parseIp(canonical6(address) ?? address);
    return { ip, known: true, owner: stack, ...(face === undefined ? {} : { net: face.net }) };
  }
  if (stack.kind === 'container') {
    const face = stack.interfaces.find(
      (one) => one[family] !== undefined && (network === undefined || one.net.name === network),
    );
    if (face === undefined) throw missing();
    return interfaceDestination(face, family);
  }
  if (stack.kind === 'node' && network !== undefined) {
    const net: Net | undefined = stack.nets.find(({ name }) => name === network);
    const ip = net && gatewayIn(net, family);
    if (net === undefined) throw new Error(`${id} has no network ${network}`);
    if (ip === undefined) throw missing();
    return { ip, known: true, owner: stack, net };
  }
  const ip =
    family === 'IPv4'
      ? stack.ip
      : stack.kind === 'outside'
        ? stack.ip6
        : stack.kind === 'node'
          ? stack.addresses.find((one) => typeof one === 'string')
          : undefined;
  if (ip === undefined) throw missing();
  return { ip, known: true, owner: stack };
}
