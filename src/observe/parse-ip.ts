import type { Interface, Route } from './state';

interface ShownInterface {
  readonly ifindex: number;
  readonly ifname: string;
  readonly flags: readonly string[];
  readonly master?: string;
  readonly link_index?: number;
  readonly address?: string;
  readonly mtu?: number;
  readonly addr_info?: readonly { family: string; local: string; prefixlen: number }[];
}

interface ShownRoute {
  readonly dst: string;
  readonly type?: string;
  readonly gateway?: string;
  readonly dev?: string;
}

const REFUSING = ['blackhole', 'unreachable', 'prohibit'];

/** Parses `ip -j addr`; nothing where it could not be read. */
export const parseInterfaces = (json: string | undefined): Interface[] =>
  list<ShownInterface>(json).map((shown) => ({
    index: shown.ifindex,
    name: shown.ifname,
    // LOWER_UP too: a veth whose other end is down is UP and carries nothing.
    up: shown.flags.includes('UP') && shown.flags.includes('LOWER_UP'),
    enabled: shown.flags.includes('UP'),
    ...(shown.master === undefined ? {} : { master: shown.master }),
    ...(shown.link_index === undefined ? {} : { peer: shown.link_index }),
    mac: shown.address ?? '',
    mtu: shown.mtu ?? 0,
    addresses: (shown.addr_info ?? [])
      .filter(({ family }) => family === 'inet')
      .map(({ local, prefixlen }) => ({ address: local, prefix: prefixlen })),
  }));

/** Parses `ip -j route`; nothing where it could not be read. */
export const parseRoutes = (json: string | undefined): Route[] =>
  list<ShownRoute>(json).map(({ dst, type = '', gateway, dev }) => ({
    to: dst,
    ...(gateway === undefined ? {} : { gateway }),
    interface: dev ?? '',
    ...(REFUSING.includes(type) ? { refuses: type } : {}),
  }));

function list<T>(json: string | undefined): T[] {
  try {
    const parsed: unknown = JSON.parse(json ?? '[]');
    // Old versions of iproute2 leave empty objects where a filter took an entry out.
    return Array.isArray(parsed)
      ? (parsed as T[]).filter((one) => Object.keys(one as object).length > 0)
      : [];
  } catch {
    return [];
  }
}
