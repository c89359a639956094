import { formatIp } from '../network/address';
import { endpoint } from './destination';
import { meantBy } from './extra-hosts';
import { fromContainer } from './from-container';
import type { Trace } from './trace';
import type { ContainerStack, Destination, Endpoint, World } from '../network/world';

/** 127.0.0.11 in each container. */
const EMBEDDED = '127.0.0.11';

/**
 * What a name means that no network knows: servers are asked one after the other, those of `dns`, else those of the
 * node. Nothing where all networks are internal, unless the server is a neighbour; a topology says what each knows.
 */
export function byResolver(
  world: World,
  from: Endpoint,
  name: string,
  trace: Trace,
): Destination | undefined {
  const { stack } = from;
  if (stack.kind !== 'container')
    return stack.kind === 'node' ? ofNode(world, from, name, trace) : undefined;
  if (stack.interfaces.length === 0) return undefined;
  if (stack.dns.length === 0) {
    if (!leadsOut(stack)) {
      if (stack.node.names.has(name.toLowerCase()))
        trace?.step({ rule: 'dns', case: 'internal', from: stack.id, name });
      return undefined;
    }
    return ofNode(world, from, name, trace);
  }
  for (const server of stack.dns) {
    if (server === EMBEDDED) {
      trace?.step({ rule: 'dns', case: 'itself', from: stack.id, name });
      continue;
    }
    const to = meantBy(world, stack.node, server);
    const address = to && namesOf(world, to)?.[name.toLowerCase()];
    if (to === undefined || address === undefined || !answers(world, stack, to)) continue;
    const found = meantBy(world, stack.node, address);
    if (found === undefined) continue;
    trace?.step(
      { rule: 'dns', case: 'server', from: stack.id, name, server, address: formatIp(found.ip) },
      { kind: 'names', by: 'resolver', stack: to.owner.id, name },
    );
    return found;
  }
  return undefined;
}

const leadsOut = ({ gateways }: ContainerStack): boolean =>
  [gateways.IPv4, gateways.IPv6].some((face) => face !== undefined && !face.net.internal);

function ofNode(
  world: World,
  { id: from, stack }: Endpoint,
  name: string,
  trace: Trace,
): Destination | undefined {
  const node = stack.kind === 'container' || stack.kind === 'namespace' ? stack.node : stack;
  if (node.kind !== 'node') return undefined;
  const address = node.names.get(name.toLowerCase());
  const found = address === undefined ? undefined : meantBy(world, node, address);
  if (found === undefined) return undefined;
  trace?.step(
    { rule: 'dns', case: 'node', from, name, of: node.id, address: formatIp(found.ip) },
    { kind: 'names', by: 'resolver', stack: node.id, name },
  );
  return found;
}

/** What a server knows. */
function namesOf(
  { lab }: World,
  { owner }: Destination,
): Readonly<Record<string, string>> | undefined {
  return [...lab.nodes, ...lab.containers].find((one) => one.name === owner.id)?.names;
}

const answers = (world: World, from: ContainerStack, to: Destination): boolean =>
  fromContainer(world, from, to, { protocol: 'udp', port: 53 }, undefined) === 'reachable' ||
  endpoint(world, to.owner.id).stack.kind === 'node';
