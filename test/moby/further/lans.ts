import { BOTH, from, lab, named, ping, ping6, type Case, type Parts } from './case';

const ALL = ['20.10', '26.1', ...BOTH] as const;

type Lan = { readonly driver: 'macvlan' | 'ipvlan'; readonly mode?: 'l2' | 'l3' | 'l3s' };

const pair: Parts['containers'] = { one: { networks: ['net'] }, two: { networks: ['net'] } };

/** Neighbours without a parent; an internal one leads nowhere. */
const plain = (lan: Lan, test: string): Case[] => [
  {
    test: `${test} (no parent)`,
    engines: ALL,
    topology: lab({ networks: [{ name: 'net', ...lan }], containers: pair }),
    asserts: [[from('two', ping('one', 'net')), 'reachable']],
  },
  {
    test: `${test} (internal)`,
    engines: ALL,
    topology: lab({ networks: [{ name: 'net', internal: true, ...lan }], containers: pair }),
    asserts: [
      [from('one', ping('outside')), 'unreachable'],
      [from('two', ping('one', 'net')), 'reachable'],
    ],
  },
];

/** Two containers of each of two subnets of either family. */
const several = (lan: Lan, parent: string | undefined, test: string): Case => ({
  test: `${test} (several subnets${parent === undefined ? '' : ', with a parent'})`,
  engines: ALL,
  topology: lab({
    networks: [
      {
        name: 'net',
        ...lan,
        ...(parent === undefined ? {} : { parent }),
        ipamConfig: [
          { subnet: '172.28.100.0/24' },
          { subnet: '172.28.102.0/24', gateway: '172.28.102.254' },
          { subnet: 'fd08:abc2::/64' },
          { subnet: 'fd08:abc4::/64', gateway: 'fd08:abc4::254' },
        ],
      },
    ],
    containers: Object.fromEntries(
      [
        ['one', '172.28.100.20', 'fd08:abc2::20'],
        ['two', '172.28.100.21', 'fd08:abc2::21'],
        ['three', '172.28.102.20', 'fd08:abc4::20'],
        ['four', '172.28.102.21', 'fd08:abc4::21'],
      ].map(([name = '', address = '', address6 = '']) => [
        name,
        { networks: [{ network: 'net', address, address6 }] },
      ]),
    ),
  }),
  asserts: [
    [from('two', ping('one', 'net')), 'reachable'],
    [from('two', ping6('one', 'net')), 'reachable'],
    [from('four', ping('three', 'net')), 'reachable'],
    [from('four', ping6('three', 'net')), 'reachable'],
  ],
});

const l3 = (internal: boolean): Case => ({
  test: 'TestDockerNetworkIpvlan (l3, two subnets)',
  engines: ALL,
  topology: lab({
    networks: [
      {
        ...{ name: 'net', driver: 'ipvlan', mode: 'l3', parent: 'di-dummy0', internal },
        ipamConfig: [{ subnet: '172.28.220.0/24' }, { subnet: '172.28.230.0/24' }],
      },
    ],
    containers: {
      one: { networks: [{ network: 'net', address: '172.28.220.10' }] },
      two: { networks: [{ network: 'net', address: '172.28.230.10' }] },
    },
  }),
  asserts: internal
    ? [[from('one', ping('outside')), 'unreachable']]
    : [[from('two', ping('one', 'net')), 'reachable']],
});

/** Which default routes a container has: a packet to elsewhere leaves, or has no way. */
const addressing = (lan: Lan, declared: 'IPv4' | 'IPv6', engines: Case['engines']): Case => ({
  test: 'addressing of macvlan, ipvlan',
  engines,
  topology: lab({
    outside: { address: '192.168.205.1', address6: 'fd00:205::1/64' },
    networks: [
      {
        ...{ name: 'net', ...lan, parent: 'di-dummy0' },
        ...{ subnet: '172.28.140.0/24', subnet6: 'fd08:abcb::/64' },
        ...(declared === 'IPv4' ? { gateway: '172.28.140.254' } : { gateway6: 'fd08:abcb::254' }),
      },
    ],
    containers: { one: { networks: ['net'] } },
  }),
  asserts: [
    [from('one', ping('outside')), declared === 'IPv4' ? 'timeout' : 'unreachable'],
    [from('one', ping6('outside')), declared === 'IPv6' ? 'timeout' : 'unreachable'],
  ],
});

const byDevice: Case = {
  test: 'TestDockerNetworkIpvlan (addressing of l3)',
  engines: ALL,
  topology: lab({
    outside: { address: '192.168.205.1', address6: 'fd00:205::1/64' },
    networks: [
      {
        ...{ name: 'net', driver: 'ipvlan', mode: 'l3', parent: 'di-dummy0' },
        ...{ subnet: '172.28.160.0/24', subnet6: 'fd08:abcd::/64' },
      },
    ],
    containers: { one: { networks: ['net'] } },
  }),
  asserts: [
    [from('one', ping('outside')), 'timeout'],
    [from('one', ping6('outside')), 'timeout'],
  ],
  over: 'net',
};

const pointToPoint = (lan: Lan, parent?: string): Case => ({
  test: 'TestPointToPoint',
  engines: BOTH,
  topology: lab({
    networks: [
      {
        name: 'p2p',
        ...lan,
        subnet: '192.168.135.0/31',
        ...(parent === undefined ? {} : { parent }),
      },
    ],
    containers: { ctr1: { networks: ['p2p'] }, ctr2: { networks: ['p2p'] } },
  }),
  asserts: [[from('ctr2', named('ctr1', 'ctr1')), 'reachable']],
});

const MACVLAN: Lan = { driver: 'macvlan' };
const L2: Lan = { driver: 'ipvlan', mode: 'l2' };
const L3: Lan = { driver: 'ipvlan', mode: 'l3' };
const L3S: Lan = { driver: 'ipvlan', mode: 'l3s' };

/** The resolver of the node, by a network that leads out and by ones that do not. */
const resolver = (
  lan: Lan,
  fields: object,
  outcome: 'reachable' | 'timeout' | 'unresolved',
): Case => ({
  test: 'TestIPVlanDNS',
  engines: ['26.1', ...BOTH],
  topology: lab({
    node: { names: { 'test.example': '192.168.205.1' } },
    networks: [
      { name: 'net', subnet: '172.28.140.0/24', gateway: '172.28.140.254', ...lan, ...fields },
    ],
    containers: { one: { networks: ['net'] } },
  }),
  asserts: [[from('one', named('test.example', 'outside')), outcome]],
});

export const LANS: readonly Case[] = [
  ...plain(MACVLAN, 'TestDockerNetworkMacvlan'),
  several(MACVLAN, 'dm-dummy0', 'TestDockerNetworkMacvlan'),
  several(MACVLAN, undefined, 'TestDockerNetworkMacvlan'),
  addressing(MACVLAN, 'IPv6', ['29']),
  ...plain(L2, 'TestDockerNetworkIpvlan'),
  several(L2, 'di-dummy0', 'TestDockerNetworkIpvlan'),
  several(L2, undefined, 'TestDockerNetworkIpvlan'),
  l3(false),
  l3(true),
  ...plain(L3, 'TestDockerNetworkIpvlan'),
  several(L3, undefined, 'TestDockerNetworkIpvlan'),
  addressing(L2, 'IPv4', ['29']),
  byDevice,
  pointToPoint(MACVLAN),
  pointToPoint(L2),
  pointToPoint(L3, 'di-dummy0'),
  pointToPoint(L3S, 'di-dummy0'),
  // Resolved: the packet itself leaves the lab.
  ...[L2, L3].flatMap((lan) => [
    resolver(lan, { parent: 'di-dummy0' }, 'timeout'),
    resolver(lan, {}, 'unresolved'),
    resolver(lan, { internal: true }, 'unresolved'),
  ]),
];
