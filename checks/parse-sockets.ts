import type { Holder, Listening, Sockets } from './state';

/** Parses what facts.pl says of sockets: lines of `/proc/net/tcp` as `tcp 0100007F:0050`, neighbours, settings. */
export const parseSockets = (
  listening: readonly string[],
  neighbours: readonly string[],
  settings: readonly string[],
): Sockets => ({
  listening: listening.flatMap((line) => parseListening(line) ?? []),
  neighbours: neighbours.map((line) => {
    const [address = '', mac = ''] = line.split(' ');
    return { address, mac };
  }),
  settings: Object.fromEntries(
    settings.map((line) => {
      const [name = '', value = ''] = line.split(' ');
      return [name, value];
    }),
  ),
});

/** Parses lines of `ss -Hltunp`: `tcp LISTEN 0 4096 0.0.0.0:80 0.0.0.0:* users:(("docker-proxy",pid=7,fd=4))`. */
export const parseHolders = (lines: readonly string[]): Holder[] =>
  lines.flatMap((line): Holder[] => {
    const [protocol, , , , local = ''] = line.trim().split(/\s+/);
    const [, command = '', pid = ''] = /users:\(\("([^"]*)",pid=(\d+)/.exec(line) ?? [];
    return pid === ''
      ? []
      : [
          {
            protocol: protocol === 'udp' ? 'udp' : 'tcp',
            port: Number(local.replace(/^.*:/, '')),
            command,
            pid: Number(pid),
          },
        ];
  });

function parseListening(line: string): Listening | undefined {
  const [, protocol, address = '', port = ''] =
    /^(tcp|udp)6? ([0-9A-F]+):([0-9A-F]+)$/.exec(line) ?? [];
  if (protocol === undefined) return undefined;
  return {
    protocol: protocol as Listening['protocol'],
    address: readable(address),
    port: Number.parseInt(port, 16),
  };
}

/** The kernel prints an address in words of the machine, whose lowest byte comes first. */
function readable(hex: string): string {
  if (/^0+$/.test(hex)) return '0.0.0.0';
  if (hex.length > 8) {
    // An IPv4 address in IPv6 clothes: a program that listens on one of both.
    return /^0{16}FFFF0000/.test(hex) ? readable(hex.slice(24)) : hex.toLowerCase();
  }
  return [6, 4, 2, 0].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join('.');
}
