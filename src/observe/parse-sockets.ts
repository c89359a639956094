import { parseListening } from '../platform/listening';
import type { Holder, Sockets } from './state';

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
