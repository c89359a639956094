import { cidr } from '../../topology/addresses';

/** Addresses of `/proc/net/fib_trie` that are the machine's own, without loopback. */
export const localIn = (table: string): string[] => [
  ...new Set(
    [...table.matchAll(/\|-- ([\d.]+)\n\s+\/32 host LOCAL/g)]
      .map(([, address = '']) => address)
      .filter((address) => !address.startsWith('127.')),
  ),
];

/** A line of `/proc/net/route`. */
export interface Route {
  readonly to: string;
  readonly prefix: number;
  readonly interface: string;
  /** Without a gateway. */
  readonly isDirect: boolean;
}

export const routesIn = (text: string): Route[] =>
  text
    .split('\n')
    .slice(1)
    .flatMap((line): Route[] => {
      const [name = '', to = '', gateway = '', , , , , mask = ''] = line.trim().split(/\s+/);
      if (mask === '') return [];
      const prefix = Number.parseInt(mask, 16).toString(2).replaceAll('0', '').length;
      return [{ to: decimal(to), prefix, interface: name, isDirect: gateway === '00000000' }];
    });

const decimal = (hex: string): string =>
  [6, 4, 2, 0].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join('.');

/** Interfaces of engines and virtual machines. */
const INNER = /^(docker|br-|veth|virbr)/;

/** The address that others know the machine by: on the way out, else on any network but an engine's. */
export function ownAddress(
  routes: readonly Route[],
  addresses: readonly string[],
): string | undefined {
  const out = routes.find(({ prefix }) => prefix === 0)?.interface;
  for (const { to, prefix, isDirect, interface: name } of routes) {
    if (!isDirect || prefix === 0) continue;
    if (out === undefined ? INNER.test(name) : name !== out) continue;
    const { first, last } = cidr(`${to}/${prefix}`);
    const found = addresses.find((address) => {
      const own = cidr(`${address}/32`).first;
      return own >= first && own <= last;
    });
    if (found !== undefined) return `${found}/${prefix}`;
  }
  return undefined;
}
