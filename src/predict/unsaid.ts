import type { Outcome } from '../topology/edge';
import type { Unsaid } from '../topology/unsaid';
import { isLoopback, type Ip } from '../network/address';
import { isBridge, type Entry } from './entry';
import type { Reason } from './reason';
import type { Trace } from './trace';
import type { ContainerStack, Host, Net } from '../network/world';

interface Port {
  readonly port: number;
  readonly protocol: 'tcp' | 'udp';
}

const find = <K extends Unsaid['kind']>({ unsaid }: { readonly unsaid: Unsaid[] }, kind: K) =>
  unsaid.find((one): one is Extract<Unsaid, { readonly kind: K }> => one.kind === kind);

/** The address that a line of `extra_hosts` gives a name. */
export const extraAddress = (
  { extraHosts, unsaid }: ContainerStack,
  name: string,
): string | undefined =>
  extraHosts.get(name.toLowerCase()) ??
  unsaid
    .flatMap((one) => (one.kind === 'extra-host' ? [one] : []))
    .find((one) => one.name.toLowerCase() === name.toLowerCase())?.address;

/** Whoever has a stack that is not told of: anything may answer, or nothing. */
export function untoldStack(stack: ContainerStack, trace: Trace): Outcome | undefined {
  const members = find(stack, 'external-network');
  if (members !== undefined) {
    trace?.step({ rule: 'not-said', case: 'members', network: members.network });
    return 'unknown';
  }
  const foreign = find(stack, 'foreign-stack');
  if (foreign === undefined) return undefined;
  const { container, of } = foreign;
  trace?.step({ rule: 'not-said', case: 'foreign-stack', container, of });
  return 'unknown';
}

/** A port of a container on which nothing is known to listen. */
export function untoldListener(
  stack: ContainerStack,
  { port, protocol }: Port,
  trace: Trace,
): Outcome | undefined {
  if (find(stack, 'listeners') === undefined) return undefined;
  trace?.step({ rule: 'not-said', case: 'listeners', stack: stack.id, port, protocol });
  return 'arrives';
}

/** What a container sends to its default gateway, where it may have routes and filters of its own. */
export function untoldRoute(stack: ContainerStack, trace: Trace): Outcome | undefined {
  const foreign = find(stack, 'foreign-stack');
  if (foreign !== undefined) return untoldStack(stack, trace);
  const own = find(stack, 'own-firewall');
  if (own === undefined) return undefined;
  trace?.step({ rule: 'not-said', case: 'own-firewall', container: own.container });
  return 'unknown';
}

/** A network that is not predicted. */
export function untoldNet(net: Net | undefined, trace: Trace): Outcome | undefined {
  if (net?.unsaid?.kind !== 'driver') return undefined;
  const { network, driver } = net.unsaid;
  trace?.step({ rule: 'not-said', case: 'driver', network, driver });
  return 'unknown';
}

/** A name that none of the known has. */
export function untoldName(stack: ContainerStack, name: string, trace: Trace): boolean {
  if (find(stack, 'foreign-stack') !== undefined) return untoldStack(stack, trace) !== undefined;
  const address = extraAddress(stack, name);
  if (address !== undefined) {
    trace?.step({ rule: 'not-said', case: 'extra-host', from: stack.id, name, address });
    return true;
  }
  const net = stack.preferred.find(({ net: { unsaid } }) => unsaid !== undefined)?.net;
  // The name of a container that is known is not also that of one that is not.
  const isKnown = stack.node.nets.some(({ names }) => names.has(name.toLowerCase()));
  if (net === undefined || isKnown) return false;
  trace?.step({ rule: 'not-said', case: 'names', from: stack.id, name, network: net.name });
  return true;
}

/** A port of a node that nobody is known to publish or to listen on. */
export function untoldPort(
  host: Host,
  ip: Ip,
  entry: Entry,
  { port, protocol }: Port,
  trace: Trace,
): Outcome | undefined {
  const said = { node: host.id, port, protocol };
  const reason = host.unsaid
    .filter(({ kind }) => kind !== 'host-services' || isBridge(entry))
    .map((one) => mayHave(one, ip, said))
    .find((found) => found !== undefined);
  if (reason === undefined) return undefined;
  trace?.step(reason);
  return 'unknown';
}

function mayHave(one: Unsaid, ip: Ip, said: Port & { readonly node: string }): Reason | undefined {
  const rule = 'not-said';
  switch (one.kind) {
    case 'placement':
      if (one.port !== said.port || one.protocol !== said.protocol) return undefined;
      return { rule, case: one.kind, ...said, publisher: one.container };
    case 'host-address':
      if (one.port !== said.port || one.protocol !== said.protocol) return undefined;
      if (isLoopback(ip)) return undefined;
      return { rule, case: one.kind, ...said, publisher: one.container, address: one.address };
    case 'port-range': {
      const { first, last, container: publisher } = one;
      if (said.port < first || said.port > last || one.protocol !== said.protocol) return undefined;
      return { rule, case: one.kind, ...said, publisher, first, last };
    }
    case 'external-network':
      return { rule, case: 'external-ports', ...said, network: one.network };
    case 'host-listeners':
    case 'host-services':
      return { rule, case: one.kind, ...said, container: one.container };
    case 'listeners':
    case 'own-firewall':
    case 'chosen-port':
    case 'driver':
    case 'option':
    case 'foreign-stack':
    case 'extra-host':
    case 'left-out':
      return undefined;
  }
}
