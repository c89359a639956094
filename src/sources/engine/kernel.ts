import ipaddr from 'ipaddr.js';
import type { TopologyListener } from '../../topology/topology';
import { listeningIn } from '../../platform/listening';
import type { ReadFiles } from './files';
import { localIn, ownAddress, routesIn } from './routes';

/** What the kernel of an engine's machine says. */
export interface Kernel {
  /** What listens in the machine's own network namespace. */
  readonly host: readonly TopologyListener[];
  /** By the id of a container whose network namespace could be read. */
  readonly containers: ReadonlyMap<string, readonly TopologyListener[]>;
  /** The machine's address on the network of its default route, with its prefix length. */
  readonly address: string | undefined;
  /** All of its own, IPv4. */
  readonly addresses: readonly string[];
  readonly defaultRoute: boolean;
}

const SOCKETS = ['tcp', 'tcp6', 'udp', 'udp6'] as const;
/** The embedded DNS server, which every container on a user-defined network has for itself. */
const EMBEDDED_DNS = '127.0.0.11';

interface Process {
  readonly id: string;
  readonly pid: number;
}

/**
 * Reads what listens on a machine and in its containers.
 *
 * @returns undefined where the process ids are not those of the machine whose files are read
 */
export async function readKernel(
  processes: readonly Process[],
  read: ReadFiles,
): Promise<Kernel | undefined> {
  const of = ({ pid }: Process, name: string): string => `/proc/${pid}/${name}`;
  const files = await read([
    ...SOCKETS.map((name) => `/proc/net/${name}`),
    ...['/proc/net/route', '/proc/net/fib_trie'],
    ...processes.flatMap((one) => [
      of(one, 'cgroup'),
      ...SOCKETS.map((name) => of(one, `net/${name}`)),
    ]),
  ]);
  const isHere = (one: Process): boolean => files.get(of(one, 'cgroup'))?.includes(one.id) ?? false;
  const table = files.get('/proc/net/fib_trie');
  if (table === undefined || (processes.length > 0 && !processes.some(isHere))) return undefined;
  const listeners = (folder: string): TopologyListener[] =>
    joined(
      SOCKETS.flatMap((name) => listeningIn(name, files.get(`${folder}/${name}`) ?? '')).filter(
        ({ address }) => address !== EMBEDDED_DNS,
      ),
    );
  const addresses = localIn(table);
  const routes = routesIn(files.get('/proc/net/route') ?? '');
  return {
    host: listeners('/proc/net'),
    containers: new Map(
      processes
        .filter((one) => isHere(one) && files.has(of(one, 'net/tcp')))
        .map((one) => [one.id, listeners(of(one, 'net'))]),
    ),
    address: ownAddress(routes, addresses),
    addresses,
    defaultRoute: routes.some(({ prefix }) => prefix === 0),
  };
}

/** One listener a port: with its addresses, or without where it is open on all. */
function joined(sockets: ReturnType<typeof listeningIn>): TopologyListener[] {
  const ports = new Map<string, (typeof sockets)[number][]>();
  for (const one of sockets) {
    const key = `${one.port}/${one.protocol}`;
    ports.set(key, [...(ports.get(key) ?? []), one]);
  }
  return [...ports.values()].map((same) => {
    const { port, protocol } = same[0]!;
    const at = [...new Set(same.map(({ address }) => readable(address)))];
    return {
      ...{ port, protocol, from: 'measured' },
      ...(at.includes('0.0.0.0') ? {} : { at }),
    };
  });
}

/** An IPv6 address of the kernel's, in words of this kind of machine: the lowest byte comes first. */
function readable(address: string): string {
  if (!/^[0-9a-f]{32}$/.test(address)) return address;
  const bytes = (address.match(/.{8}/g) ?? []).flatMap((word) =>
    (word.match(/../g) ?? []).reverse().map((byte) => Number.parseInt(byte, 16)),
  );
  return new ipaddr.IPv6(bytes).toRFC5952String();
}
