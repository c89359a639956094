import { isAddress } from './addresses';
import { canonical6 } from './addresses6';
import type { Protocol, PublishedPort } from './lab';
import { type Text, isText, phrase } from '../text/text';

/** Docker's short syntax, read: a range of the node's ports onto a range of the container's. */
export interface PortSpec {
  /** Address on the node, of IPv6 canonical; `0.0.0.0` is all of them, `::` all IPv6 ones. */
  readonly ip: string;
  /** With `ip` `0.0.0.0`: IPv4 ones alone. */
  readonly family?: 'IPv4';
  readonly published: PortRange;
  /** As long as `published`, or one port. */
  readonly target: PortRange;
  readonly protocol: Protocol;
  /** The engine chooses one of these ports of the node. */
  readonly chosen?: PortRange;
}

/** Ports from `first` to `last`, both included. */
interface PortRange {
  readonly first: number;
  readonly last: number;
}

/** What a text says, or why it says nothing. */
export type ParsedPort =
  | { readonly ok: true; readonly spec: PortSpec }
  | { readonly ok: false; readonly why: Text; readonly next: Text };

/** All addresses of a node: what is published without an address. */
export const ANY_ADDRESS = '0.0.0.0';
/** All its IPv6 addresses. */
export const ANY_ADDRESS6 = '::';
/** From which an engine chooses by itself (`net.ipv4.ip_local_port_range`). */
const EPHEMERAL: PortRange = { first: 32768, last: 60999 };
const HIGHEST = 65535;

/** True for 1 to 65535. */
export const isPort = (value: number): boolean =>
  Number.isInteger(value) && value >= 1 && value <= HIGHEST;

const refuse = (why: Text, next: Text): ParsedPort => ({ ok: false, why, next });

/** Reads `80:80`, `127.0.0.1:8080:80/udp`, `[::1]:8080:80`, `8000-8002:8000-8002`, `8000-8010:80` or `80`. */
export function parsePort(text: string): ParsedPort {
  const [body = '', word = 'tcp', ...more] = text.split('/');
  const protocol = word.toLowerCase();
  if (more.length > 0 || (protocol !== 'tcp' && protocol !== 'udp')) {
    return refuse(
      phrase('{word} is no protocol', { word: `"/${[word, ...more].join('/')}"` }),
      phrase('end it with /tcp or /udp'),
    );
  }
  const { rest, bracketed } = unbracket(body);
  const parts = rest.split(':');
  if (parts.length > 3 || (bracketed !== undefined && parts.length !== 3)) {
    return refuse(
      phrase('it has too many colons'),
      phrase('write "[ADDRESS:]NODE-PORT:CONTAINER-PORT"'),
    );
  }
  const [left = '', right = ''] = parts.length === 1 ? ['', ...parts] : parts.slice(-2);
  const written = parts.length === 3 ? (bracketed ?? parts[0] ?? '') : undefined;
  const ip = written === undefined ? ANY_ADDRESS : (canonical6(written) ?? written);
  if (!isAddress(ip) && canonical6(ip) === undefined) {
    return refuse(
      phrase('{value} is no address', { value: `"${ip}"` }),
      phrase('write 127.0.0.1, [::1], the address of the node, or none'),
    );
  }
  const family = written === ANY_ADDRESS ? { family: 'IPv4' as const } : {};
  const target = parseRange(right);
  if (isText(target)) return refuse(target, FROM_ONE);
  if (left === '') {
    if (size(target) > 1) {
      return refuse(phrase('of several ports each needs one of the node'), FROM_ONE);
    }
    const published = { first: EPHEMERAL.first, last: EPHEMERAL.first };
    return { ok: true, spec: { ip, ...family, published, target, protocol, chosen: EPHEMERAL } };
  }
  const published = parseRange(left);
  if (isText(published)) return refuse(published, FROM_ONE);
  if (size(target) === 1 && size(published) > 1) {
    const first = { first: published.first, last: published.first };
    return {
      ok: true,
      spec: { ip, ...family, published: first, target, protocol, chosen: published },
    };
  }
  if (size(published) !== size(target)) {
    return refuse(
      phrase('{left} has {count} ports and {right} has {other}', {
        left,
        count: size(published),
        right,
        other: size(target),
      }),
      phrase('give both ranges the same length'),
    );
  }
  return { ok: true, spec: { ip, ...family, published, target, protocol } };
}

/** `[::1]:80:80` as `:80:80`, and the address. */
function unbracket(body: string): { readonly rest: string; readonly bracketed?: string } {
  const match = /^\[([^\]]*)\](.*)$/.exec(body);
  return match === null ? { rest: body } : { rest: match[2] ?? '', bracketed: match[1] ?? '' };
}

const FROM_ONE = phrase('use a number from 1 to {highest}, or a range such as 8000-8002', {
  highest: HIGHEST,
});

function parseRange(text: string): PortRange | Text {
  const match = /^([1-9]\d{0,4}|0)(?:-([1-9]\d{0,4}|0))?$/.exec(text);
  if (match === null) return phrase('{value} is no port', { value: `"${text}"` });
  const first = Number(match[1]);
  const last = Number(match[2] ?? match[1]);
  const outside = [first, last].find((port) => !isPort(port));
  if (outside !== undefined) return phrase('{value} is no port', { value: outside });
  return first <= last ? { first, last } : phrase('{text} runs backwards', { text });
}

const size = ({ first, last }: PortRange): number => last - first + 1;

const formatRange = ({ first, last }: PortRange): string =>
  first === last ? `${first}` : `${first}-${last}`;

/** The shortest text that `parsePort` reads as this. */
export function formatPort({ ip, family, published, target, protocol, chosen }: PortSpec): string {
  const host = ip.includes(':') ? `[${ip}]` : ip;
  const address = ip === ANY_ADDRESS && family === undefined ? '' : `${host}:`;
  const range = chosen ?? published;
  const suffix = protocol === 'tcp' ? '' : `/${protocol}`;
  if (range.first === EPHEMERAL.first && range.last === EPHEMERAL.last)
    return `${address}${address === '' ? '' : ':'}${formatRange(target)}${suffix}`;
  return `${address}${formatRange(range)}:${formatRange(target)}${suffix}`;
}

/** One entry a port of the node. */
export const expandPort = ({
  ip,
  family,
  published,
  target,
  protocol,
  chosen,
}: PortSpec): PublishedPort[] =>
  Array.from({ length: size(published) }, (_, offset) => ({
    ip,
    ...(family === undefined ? {} : { family }),
    ...(chosen === undefined ? {} : { chosen }),
    published: published.first + offset,
    target: target.first + offset,
    protocol,
  }));

/** True where a socket on one address keeps the other from being opened on the same port. */
export const addressesCollide = (a: string, b: string): boolean =>
  a === b || covers(a, b) || covers(b, a);

/** An IPv6 socket takes no IPv4 address, and what is published on all is on those of IPv6 too. */
const covers = (a: string, b: string): boolean =>
  (a === ANY_ADDRESS && !b.includes(':')) || (a === ANY_ADDRESS6 && b.includes(':'));

/** The inverse of `expandPort`, whatever the order: ports in a row become a range. */
export function joinPorts(ports: readonly PublishedPort[]): PortSpec[] {
  const place = ({ ip, family, protocol }: PublishedPort): string =>
    `${protocol} ${ip} ${family ?? ''}`;
  const sorted = [...ports].sort(
    (a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0) || a.published - b.published,
  );
  const joined: PortSpec[] = [];
  for (const { ip, family, protocol, published, target, chosen } of sorted) {
    const last = joined.at(-1);
    const whole = { ip, ...(family === undefined ? {} : { family }), protocol };
    if (
      chosen === undefined &&
      last?.chosen === undefined &&
      last?.family === family &&
      last?.ip === ip &&
      last.protocol === protocol &&
      last.published.last + 1 === published &&
      last.target.last + 1 === target
    ) {
      joined.pop();
      joined.push({ ...last, published: upTo(last.published), target: upTo(last.target) });
    } else {
      joined.push({
        ...whole,
        published: only(published),
        target: only(target),
        ...(chosen === undefined ? {} : { chosen }),
      });
    }
  }
  return joined;
}

const only = (port: number): PortRange => ({ first: port, last: port });

const upTo = ({ first, last }: PortRange): PortRange => ({ first, last: last + 1 });
