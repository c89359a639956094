import { GATEWAY_BRIDGE } from '../topology/lab';
import type { Steps, Trace } from './trace';
import { untoldName } from './unsaid';
import { REPLICAS, type ContainerStack, type Endpoint, type Interface } from '../network/world';

/**
 * What a name means to an endpoint: the interfaces that it resolves to, of which a program takes any; none where there
 * is no such name. /etc/hosts comes before the embedded DNS server; neither tells capital letters from small ones.
 */
export function meanings(from: Endpoint, name: string, trace: Trace): readonly Interface[] {
  const { stack } = from;
  if (stack.kind !== 'container') {
    const of = stack.kind === 'outside' || stack.kind === 'node' ? stack.id : stack.node.id;
    trace?.step(
      { rule: 'node-names', from: from.id, name, of },
      { kind: 'names', by: 'resolver', stack: of, name },
    );
    return [];
  }
  const linked = stack.hosts.get(name.toLowerCase());
  if (linked !== undefined) {
    trace?.step(
      {
        rule: 'link',
        from: stack.id,
        name,
        to: linked[0]!.stack.id,
        network: linked[0]!.net.name,
        ...othersOf(linked),
      },
      { kind: 'names', by: 'hosts-file', stack: stack.id, name },
    );
    return linked;
  }
  for (const { asked, network } of readings(name)) {
    const nets = stack.preferred
      .map(({ net }) => net)
      .filter((net) => network === undefined || net.name === network);
    for (const net of nets) {
      const faces = net.names.get(asked) ?? [];
      const [face] = faces;
      if (face === undefined) continue;
      trace?.step(
        {
          rule: 'embedded-dns',
          from: stack.id,
          name,
          network: net.name,
          to: face.stack.id,
          means: meaning(face),
          ...othersOf(faces),
        },
        { kind: 'names', by: 'embedded-dns', stack: stack.id, name },
      );
      return faces;
    }
  }
  if (untoldName(stack, name, trace)) return [];
  if (trace !== undefined) unresolved(stack, name, trace);
  return [];
}

/** The first of them. */
export const resolve = (from: Endpoint, name: string): Interface | undefined =>
  meanings(from, name, undefined)[0];

/**
 * How the embedded DNS server reads a name, in its order: as it is, and as `NAME.NETWORK`, from the last dot on. Names
 * are compared without regard to capital letters, networks with it.
 */
function* readings(name: string) {
  yield { asked: name.toLowerCase(), network: undefined };
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1))
    yield { asked: name.slice(0, dot).toLowerCase(), network: name.slice(dot + 1) };
}

function othersOf([, ...others]: readonly Interface[]) {
  return others.length === 0 ? {} : { others: others.map(({ stack }) => stack.id) };
}

const meaning = ({ stack, IPv4 }: Interface) => {
  if (stack.service === undefined) return 'endpoint';
  return IPv4?.ip === REPLICAS ? 'replicas' : 'virtual-address';
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
