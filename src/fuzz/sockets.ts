import { addressesCollide, ANY_ADDRESS } from '../topology/ports';
import type { TopologyNode } from '../topology/topology';
import type { PortChoice, PortOf } from './choices';

/** Remembers who has which port, and gives none away twice. */
export interface Sockets {
  /** Takes a port in a stack (a container's, or a node's) if it is free. */
  listen(stack: string, socket: PortOf): boolean;
  /** Takes ports of a node and gives them in Docker's short syntax; nothing if one is taken. */
  publish(node: TopologyNode, choice: PortChoice): string[];
}

export function createSockets(nodes: readonly TopologyNode[]): Sockets {
  const used: { stack: string; ip: string; port: number; protocol: string }[] = [];
  const take = (stack: string, ip: string, wanted: readonly PortOf[]): boolean => {
    const free = wanted.every(({ port, protocol }) =>
      used.every(
        (other) =>
          other.stack !== stack ||
          other.port !== port ||
          other.protocol !== protocol ||
          !addressesCollide(other.ip, ip),
      ),
    );
    if (free) used.push(...wanted.map((socket) => ({ ...socket, stack, ip })));
    return free;
  };
  for (const { name, listens = [] } of nodes) {
    for (const { port, protocol = 'tcp' } of listens) take(name, ANY_ADDRESS, [{ port, protocol }]);
  }
  return {
    listen: (stack, socket) => take(stack, ANY_ADDRESS, [socket]),
    publish(node, { port, length, target, protocol, ip: where }) {
      const own = node.address.split('/')[0]!;
      const ip = { any: ANY_ADDRESS, loopback: '127.0.0.1', node: own }[where];
      const all = Array.from({ length }, (_, i) => ({ port: port + i, protocol }));
      if (!take(node.name, ip, all)) return [];
      const range = (first: number) =>
        length === 1 ? `${first}` : `${first}-${first + length - 1}`;
      const prefix = where === 'any' ? '' : `${ip}:`;
      return [`${prefix}${range(port)}:${range(target)}${protocol === 'udp' ? '/udp' : ''}`];
    },
  };
}
