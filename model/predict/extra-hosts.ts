import { isAddress } from '../addresses';
import { DEFAULT_BRIDGE } from '../lab';
import { formatIpv4, parseIpv4 } from './address';
import type { Trace } from './trace';
import { extraAddress } from './unsaid';
import type { Destination, Stack } from './world';

/** Docker's word for the node's address on its default bridge. */
const HOST_GATEWAY = 'host-gateway';

/** What a line of `extra_hosts` makes of a name; undefined where there is none, or nobody is known to have the address. */
export function extraHost(stack: Stack, name: string, trace: Trace): Destination | undefined {
  if (stack.kind !== 'container') return undefined;
  const address = extraAddress(stack, name);
  const to = address === undefined ? undefined : meantBy(stack.node, address);
  if (to === undefined) return undefined;
  trace?.step(
    {
      ...{ rule: 'extra-hosts', from: stack.id, name },
      ...{ to: to.owner.id, address: formatIpv4(to.ip) },
    },
    { kind: 'names', by: 'hosts-file', stack: stack.id, name },
  );
  return to;
}

function meantBy(node: Extract<Stack, { kind: 'node' }>, address: string): Destination | undefined {
  if (address === HOST_GATEWAY) {
    const net = node.nets.find(({ name }) => name === DEFAULT_BRIDGE);
    return net === undefined ? undefined : { ip: net.gateway, known: true, owner: node, net };
  }
  if (!isAddress(address)) return undefined;
  const ip = parseIpv4(address);
  if (node.local.has(ip)) return { ip, known: true, owner: node };
  for (const net of node.nets) {
    const owner = net.owners.get(ip);
    if (owner !== undefined) return { ip, known: true, owner, net };
  }
  return undefined;
}
