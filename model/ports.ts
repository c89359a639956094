import { isAddress } from './addresses';
import type { Protocol, PublishedPort } from './lab';
import { type Text, isText, phrase } from '../text/text';

/** Docker's short syntax, read: a range of the node's ports onto a range of the container's. */
export interface PortSpec {
  /** Address on the node; `0.0.0.0` is all of them. */
  readonly ip: string;
  readonly published: PortRange;
  /** As long as `published`. */
  readonly target: PortRange;
  readonly protocol: Protocol;
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
const HIGHEST = 65535;

/** True for 1 to 65535. */
export const isPort = (value: number): boolean =>
  Number.isInteger(value) && value >= 1 && value <= HIGHEST;

const refuse = (why: Text, next: Text): ParsedPort => ({ ok: false, why, next });

/** Reads `80:80`, `127.0.0.1:8080:80/udp` or `8000-8002:8000-8002`. */
export function parsePort(text: string): ParsedPort {
  const [body = '', word = 'tcp', ...more] = text.split('/');
  const protocol = word.toLowerCase();
  if (more.length > 0 || (protocol !== 'tcp' && protocol !== 'udp')) {
    return refuse(
      phrase('{word} is no protocol', { word: `"/${[word, ...more].join('/')}"` }),
      phrase('end it with /tcp or /udp'),
    );
  }
  const parts = body.split(':');
  if (parts.length === 1) {
    return refuse(
      phrase('the port of the node is missing, and the lab must know it to probe it'),
      phrase('write {text}, such as "8080:80"', {
        text: `"NODE-PORT:${body || 'CONTAINER-PORT'}"`,
      }),
    );
  }
  if (parts.length > 3) {
    return refuse(
      phrase('it has too many colons'),
      phrase('write "[ADDRESS:]NODE-PORT:CONTAINER-PORT"'),
    );
  }
  const [left = '', right = ''] = parts.slice(-2);
  const ip = parts.length === 3 ? parts[0] : ANY_ADDRESS;
  if (ip === undefined || !isAddress(ip)) {
    return refuse(
      phrase('{value} is no IPv4 address', { value: `"${ip}"` }),
      phrase('write 127.0.0.1, the address of the node, or none'),
    );
  }
  const published = parseRange(left);
  const target = parseRange(right);
  if (isText(published)) return refuse(published, FROM_ONE);
  if (isText(target)) return refuse(target, FROM_ONE);
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
  return { ok: true, spec: { ip, published, target, protocol } };
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
export function formatPort({ ip, published, target, protocol }: PortSpec): string {
  const address = ip === ANY_ADDRESS ? '' : `${ip}:`;
  const suffix = protocol === 'tcp' ? '' : `/${protocol}`;
  return `${address}${formatRange(published)}:${formatRange(target)}${suffix}`;
}

/** One entry a port of the node. */
export const expandPort = ({ ip, published, target, protocol }: PortSpec): PublishedPort[] =>
  Array.from({ length: size(published) }, (_, offset) => ({
    ip,
    published: published.first + offset,
    target: target.first + offset,
    protocol,
  }));

/** True where a socket on one address keeps the other from being opened on the same port. */
export const addressesCollide = (a: string, b: string): boolean =>
  a === b || a === ANY_ADDRESS || b === ANY_ADDRESS;

/** The inverse of `expandPort`, whatever the order: ports in a row become a range. */
export function joinPorts(ports: readonly PublishedPort[]): PortSpec[] {
  const place = ({ ip, protocol }: PublishedPort): string => `${protocol} ${ip}`;
  const sorted = [...ports].sort(
    (a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0) || a.published - b.published,
  );
  const joined: PortSpec[] = [];
  for (const { ip, protocol, published, target } of sorted) {
    const last = joined.at(-1);
    if (
      last?.ip === ip &&
      last.protocol === protocol &&
      last.published.last + 1 === published &&
      last.target.last + 1 === target
    ) {
      joined.pop();
      joined.push({ ...last, published: upTo(last.published), target: upTo(last.target) });
    } else {
      joined.push({ ip, protocol, published: only(published), target: only(target) });
    }
  }
  return joined;
}

const only = (port: number): PortRange => ({ first: port, last: port });

const upTo = ({ first, last }: PortRange): PortRange => ({ first, last: last + 1 });
