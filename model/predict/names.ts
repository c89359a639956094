import { GATEWAY_BRIDGE } from '../lab';
import type { Trace } from './rules';
import { REPLICAS, type ContainerStack, type Endpoint, type Interface } from './world';

/**
 * What a name means to an endpoint: the interface that it resolves to, or `undefined` (no such name).
 * /etc/hosts comes before the embedded DNS server.
 */
export function resolve(from: Endpoint, name: string, trace: Trace): Interface | undefined {
  const { stack } = from;
  if (stack.kind !== 'container') {
    trace?.push({
      rule: 'node-names',
      text: `${from.id} asks the resolver of ${stack.kind === 'outside' ? 'its machine' : stack.kind === 'node' ? stack.id : stack.node.id}, which knows no containers: "${name}" is unresolved`,
    });
    return undefined;
  }
  const linked = stack.hosts.get(name);
  if (linked !== undefined) {
    trace?.push({
      rule: 'link',
      text: `A link has put "${name}" into /etc/hosts of ${stack.id}, with the address of ${linked.stack.id} on the default bridge`,
    });
    return linked;
  }
  for (const { net } of stack.preferred) {
    const face = net.names.get(name);
    if (face === undefined) continue;
    trace?.push({
      rule: 'embedded-dns',
      text: `${stack.id} is on ${net.name}, whose embedded DNS server knows "${name}": it is ${meaning(face)}`,
    });
    return face;
  }
  if (trace !== undefined) unresolved(stack, name, trace);
  return undefined;
}

const meaning = ({ stack, ip }: Interface): string => {
  if (stack.service === undefined) return stack.id;
  return ip === REPLICAS ? `the replicas of ${stack.id}` : `the virtual address of ${stack.id}`;
};

function unresolved(stack: ContainerStack, name: string, trace: NonNullable<Trace>): void {
  if (stack.interfaces.length === 0) {
    trace.push({
      rule: 'none-network',
      text: `${stack.id} has only lo, and no DNS server to ask: "${name}" is unresolved`,
    });
  } else if (stack.interfaces.every(({ net }) => net.isDefault)) {
    trace.push({
      rule: 'default-bridge-names',
      text: `${stack.id} is on the default bridge only, where containers have no names for each other: "${name}" is unresolved`,
    });
  } else {
    const nets = stack.interfaces
      .filter(({ net }) => !net.isDefault && net.name !== GATEWAY_BRIDGE)
      .map(({ net }) => net.name)
      .join(', ');
    trace.push({
      rule: 'names-across-networks',
      text: `${stack.id} asks the embedded DNS server about its own networks (${nets}), and on none of them is there a "${name}": unresolved`,
    });
  }
}
