/** A socket that takes connections or datagrams, as the kernel lists it in `/proc/net`. */
export interface Listening {
  readonly protocol: 'tcp' | 'udp';
  /** IPv4; `0.0.0.0` for all, of IPv6 too; an IPv6 address in hexadecimal digits. */
  readonly address: string;
  readonly port: number;
}

/** Reads `tcp 0100007F:0050`: the name of the file, and the local address of a line of it. */
export function parseListening(line: string): Listening | undefined {
  const [, protocol, address = '', port = ''] =
    /^(tcp|udp)6? ([0-9A-F]+):([0-9A-F]+)$/.exec(line) ?? [];
  if (protocol === undefined) return undefined;
  return {
    protocol: protocol as Listening['protocol'],
    address: readable(address),
    port: Number.parseInt(port, 16),
  };
}

/** The state in which a socket of either protocol waits for whoever comes. */
const WAITS = { tcp: '0A', udp: '07' } as const;

/** The sockets that wait, of a file of `/proc/net` by its name: `tcp`, `tcp6`, `udp` or `udp6`. */
export const listeningIn = (name: string, text: string): Listening[] =>
  text.split('\n').flatMap((line) => {
    const [, local = '', , state] = line.trim().split(/\s+/);
    if (state !== WAITS[name.startsWith('tcp') ? 'tcp' : 'udp']) return [];
    return parseListening(`${name} ${local}`) ?? [];
  });

/** The kernel prints an address in words of the machine, whose lowest byte comes first. */
function readable(hex: string): string {
  if (/^0+$/.test(hex)) return '0.0.0.0';
  if (hex.length > 8) {
    // An IPv4 address in IPv6 clothes: a program that listens on one of both.
    return /^0{16}FFFF0000/.test(hex) ? readable(hex.slice(24)) : hex.toLowerCase();
  }
  return [6, 4, 2, 0].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join('.');
}
