import { isAddress } from '../../topology/addresses';
import { formatPort, isPort } from '../../topology/ports';
import type { Unsaid } from '../../topology/unsaid';
import type { ComposePort } from './project';

/** The first of the ports from which an engine chooses. */
const EPHEMERAL = 32768;

/** Ports of a node, given out in the order of the file. */
export interface NodePorts {
  readonly node: string;
  /** The address of the node on which the file publishes, if it names one. */
  readonly address: string | undefined;
  readonly taken: Set<string>;
}

export interface Published {
  /** In Docker's short syntax. */
  readonly ports: readonly string[];
  readonly unsaid: readonly Unsaid[];
}

/** What one container publishes; of a range of the node's ports it takes the first that is free. */
export function publishedBy(
  container: string,
  written: readonly ComposePort[],
  on: NodePorts,
): Published {
  const ports: string[] = [];
  const unsaid: Unsaid[] = [];
  for (const port of written) {
    const found = publish(container, port, on);
    if (found.port !== undefined) ports.push(found.port);
    unsaid.push(...found.unsaid);
  }
  return { ports, unsaid };
}

function publish(
  container: string,
  { target, published = '', host_ip: written = '', protocol = 'tcp' }: ComposePort,
  on: NodePorts,
): { readonly port?: string; readonly unsaid: Unsaid[] } {
  const value = `${written}:${published}:${target ?? ''}/${protocol}`;
  const leftOut: Unsaid = { kind: 'left-out', container, what: 'port', value };
  if (target === undefined || !isPort(target)) return { unsaid: [leftOut] };
  if (protocol !== 'tcp' && protocol !== 'udp') return { unsaid: [leftOut] };
  const range = rangeOf(published);
  if (range === undefined) return { unsaid: [leftOut] };
  const about = { container, node: on.node, target, protocol } as const;
  const ip = written === '' || written === '::' || written === '[::]' ? '0.0.0.0' : written;
  const [first, last] = range === 'chosen' ? [EPHEMERAL, 60999] : range;
  if (!isAddress(ip) || !isOwn(ip, on)) {
    return { unsaid: [{ ...about, kind: 'host-address', address: ip, port: first }] };
  }
  const key = (port: number): string => `${port}/${protocol}`;
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const free = first === last ? first : all.find((port) => !on.taken.has(key(port)));
  if (free === undefined) return { unsaid: [leftOut] };
  on.taken.add(key(free));
  const short = formatPort({
    ...{ ip, protocol },
    published: { first: free, last: free },
    target: { first: target, last: target },
  });
  if (range === 'chosen') {
    return { port: short, unsaid: [{ ...about, kind: 'chosen-port', standIn: free }] };
  }
  if (first === last) return { port: short, unsaid: [] };
  return { port: short, unsaid: [{ ...about, kind: 'port-range', first, last }] };
}

const isOwn = (ip: string, { address }: NodePorts): boolean =>
  ip === '0.0.0.0' || ip.startsWith('127.') || ip === address;

/** `8080`, `8000-8002`; nothing, or 0, leaves it to the engine. */
function rangeOf(text: string): readonly [number, number] | 'chosen' | undefined {
  if (text === '' || text === '0') return 'chosen';
  const [first = NaN, last = first] = text.split('-').map(Number);
  return isPort(first) && isPort(last) && first <= last ? [first, last] : undefined;
}
