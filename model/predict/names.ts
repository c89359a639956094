import { GATEWAY_BRIDGE } from '../lab';
import type { Steps, Trace } from './trace';
import { untoldName } from './unsaid';
import { REPLICAS, type ContainerStack, type Endpoint, type Interface } from './world';

/**
 * What a name means to an endpoint: the interface that it resolves to, or `undefined` (no such name).
 * /etc/hosts comes before the embedded DNS server; neither tells capital letters from small ones.
 */
export function resolve(from: Endpoint, name: string, trace: Trace): Interface | undefined {
  const { stack } = from;
  if (stack.kind !== 'container') {
    const of = stack.kind === 'outside' || stack.kind === 'node' ? stack.id : stack.node.id;
    trace?.step(
      { rule: 'node-names', from: from.id, name, of },
      { kind: 'names', by: 'resolver', stack: of, name },
    );
    return undefined;
  }
  const known = name.toLowerCase();
  const linked = stack.hosts.get(known);
  if (linked !== undefined) {
    trace?.step(
      { rule: 'link', from: stack.id, name, to: linked.stack.id },
      { kind: 'names', by: 'hosts-file', stack: stack.id, name },
    );
    return linked;
  }
  for (const { net } of stack.preferred) {
    const face = net.names.get(known);
    if (face === undefined) continue;
    const others = net.alike.get(known) ?? [];
    trace?.step(
      {
        rule: 'embedded-dns',
        from: stack.id,
        name,
        network: net.name,
        to: face.stack.id,
        means: meaning(face),
        ...(others.length === 0 ? {} : { others }),
      },
      { kind: 'names', by: 'embedded-dns', stack: stack.id, name },
    );
    return face;
  }
  if (untoldName(stack, name, trace)) return undefined;
  if (trace !== undefined) unresolved(stack, name, trace);
  return undefined;
}

const meaning = ({ stack, ip }: Interface) => {
  if (stack.service === undefined) return 'endpoint';
  return ip === REPLICAS ? 'replicas' : 'virtual-address';
};

function unresolved({ id: from, node, interfaces }: ContainerStack, name: string, trace: Steps) {
  if (interfaces.length === 0) return trace.step({ rule: 'none-network', from, name });
  if (interfaces.every(({ net }) => net.isDefault)) {
    return trace.step(
      { rule: 'default-bridge-names', from, name },
      { kind: 'names', by: 'resolver', stack: node.id, name },
    );
  }
  const networks = interfaces
    .filter(({ net }) => !net.isDefault && net.name !== GATEWAY_BRIDGE)
    .map(({ net }) => net.name);
  trace.step(
    { rule: 'names-across-networks', from, name, networks },
    { kind: 'names', by: 'embedded-dns', stack: from, name },
  );
}
