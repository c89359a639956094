import { isAddress } from '../topology/addresses';
import { canonical6 } from '../topology/addresses6';
import { HOST_GATEWAY } from '../topology/formats-network';
import { DEFAULT_BRIDGE } from '../topology/lab';
import { formatIp, parseIp } from '../network/address';
import type { Trace } from './trace';
import { extraAddress } from './unsaid';
import type { Destination, Stack, World } from '../network/world';

/** What a line of `extra_hosts` makes of a name; undefined where there is none, or nobody is known to have the address. */
export function extraHost(
  world: World,
  stack: Stack,
  name: string,
  trace: Trace,
): Destination | undefined {
  if (stack.kind !== 'container') return undefined;
  const address = extraAddress(stack, name);
  const to = address === undefined ? undefined : meantBy(world, stack.node, address);
  if (to === undefined) return undefined;
  trace?.step(
    {
      ...{ rule: 'extra-hosts', from: stack.id, name },
      ...{ to: to.owner.id, address: formatIp(to.ip) },
    },
    { kind: 'names', by: 'hosts-file', stack: stack.id, name },
  );
  return to;
}

/** Whose an address is, as a node and its containers see it; undefined for nobody's. */
export function meantBy(
  world: World,
  node: Extract<Stack, { kind: 'node' }>,
  address: string,
): Destination | undefined {
  if (address === HOST_GATEWAY) {
    const net = node.nets.find(({ name }) => name === DEFAULT_BRIDGE);
    if (net?.gateway === undefined) return undefined;
    return { ip: net.gateway, known: true, owner: node, net };
  }
  if (!isAddress(address) && canonical6(address) === undefined) return undefined;
  const ip = parseIp(address);
  if (node.local.has(ip)) return { ip, known: true, owner: node };
  for (const net of [...node.nets, ...node.lans, ...world.overlays]) {
    const owner = net.owners.get(ip);
    if (owner !== undefined) return { ip, known: true, owner, net };
  }
  const host = world.hostByIp.get(ip);
  if (host !== undefined) return { ip, known: true, owner: host };
  const { outside } = world;
  return ip === outside.ip || ip === outside.ip6 ? { ip, known: true, owner: outside } : undefined;
}
