import type { ReadFiles } from '../../../src/sources/engine/files';
import { ok } from '../../toolchain/support';
import type { Run } from '../../../src/platform/run';

const id = (letter: string): string => letter.repeat(64);
const LAN = 'n1'.repeat(32);
const BRIDGE = 'b0'.repeat(32);

/** A container as the template of `docker inspect` prints it. */
export const container = (letter: string, name: string, values: object = {}): object => ({
  id: id(letter),
  name: `/${name}`,
  pid: letter.charCodeAt(0),
  hostname: id(letter).slice(0, 12),
  image: 'example/image:1',
  exposed: null,
  mode: 'lan',
  links: null,
  hosts: null,
  capabilities: null,
  privileged: false,
  ports: {},
  networks: {},
  project: '',
  service: '',
  number: '',
  ...values,
});

export const on = (last: number, aliases: readonly string[] = []): object => ({
  networks: {
    lan: {
      NetworkID: LAN,
      IPAddress: `172.30.0.${last}`,
      Gateway: '172.30.0.1',
      GlobalIPv6Address: '',
      Links: null,
      Aliases: aliases,
    },
  },
});

export const onBridge = (last: number): object => ({
  mode: 'default',
  networks: {
    bridge: { NetworkID: BRIDGE, IPAddress: `172.17.0.${last}`, Gateway: '172.17.0.1' },
  },
});

const NETWORKS = [
  {
    ...{ id: BRIDGE, name: 'bridge', driver: 'bridge', internal: false, ipv6: false },
    ...{ ranges: [{ Subnet: '172.17.0.0/16' }], options: {}, project: '', network: '' },
  },
  {
    ...{ id: LAN, name: 'lan', driver: 'bridge', internal: false, ipv6: false },
    ranges: [{ Subnet: '172.30.0.0/24', Gateway: '172.30.0.1' }],
    ...{ options: {}, project: 'shop', network: 'default' },
  },
];

/** An engine with these containers, whose `docker` answers and nothing else does. */
export const engineWith = (containers: readonly object[]): { run: Run; asked: string[][] } => {
  const asked: string[][] = [];
  const lines = (all: readonly unknown[]): string =>
    all.map((one) => JSON.stringify(one)).join('\n');
  const run: Run = (argv) => {
    asked.push([...argv]);
    const words = argv.slice(argv[1] === '--host' ? 3 : 1).join(' ');
    if (words.startsWith('version')) return Promise.resolve(ok('26.1.5+dfsg1\n'));
    if (words.startsWith('info'))
      return Promise.resolve(ok(lines([{ name: 'server', swarm: 'inactive' }])));
    if (words.startsWith('ps')) return Promise.resolve(ok(containers.map(() => 'x').join('\n')));
    if (words.startsWith('network ls')) return Promise.resolve(ok('x'));
    if (words.startsWith('network inspect')) return Promise.resolve(ok(lines(NETWORKS)));
    if (words.startsWith('inspect')) return Promise.resolve(ok(lines(containers)));
    throw new Error(`nobody should ask ${argv.join(' ')}`);
  };
  return { run, asked };
};

/** A file of `/proc/net` with sockets that listen. */
const table = (state: string, sockets: readonly string[]): string =>
  [
    '  sl  local_address',
    ...sockets.map((local, at) => `   ${at}: ${local} 00000000:0000 ${state} 0`),
  ].join('\n');

const ROUTE = `Iface Destination Gateway Flags RefCnt Use Metric Mask
eth0 00000000 0101A8C0 0003 0 0 0 00000000
eth0 0001A8C0 00000000 0001 0 0 0 00FFFFFF
`;
const TRIE = `Main:
           |-- 192.168.1.7
              /32 host LOCAL
           |-- 172.30.0.1
              /32 host LOCAL
           |-- 127.0.0.1
              /32 host LOCAL
`;

/** Files of its machine: sockets by the letter of a container, `-` for the machine. */
export const filesWith =
  (sockets: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>): ReadFiles =>
  (paths) =>
    Promise.resolve(
      new Map(
        paths.map((path) => {
          if (path === '/proc/net/route') return [path, ROUTE];
          if (path === '/proc/net/fib_trie') return [path, TRIE];
          const [, pid = ''] = /^\/proc\/(\d+)\//.exec(path) ?? [];
          const letter = pid === '' ? '-' : String.fromCharCode(Number(pid));
          if (path.endsWith('cgroup')) return [path, `0::/system.slice/docker-${id(letter)}.scope`];
          const name = path.replace(/.*\//, '');
          const state = name.startsWith('tcp') ? '0A' : '07';
          return [path, table(state, sockets[letter]?.[name] ?? [])];
        }),
      ),
    );
