import {
  at,
  BOTH,
  from,
  lab,
  listens,
  named,
  NODE6,
  ping,
  ping6,
  SIX,
  tcp,
  type Case,
} from './case';

const HOST = '192.168.205.10';

const proxyOff = {
  networks: [{ name: 'net', subnet6: 'fd10:1::/64' }],
  containers: {
    server: { networks: ['net'], listens: listens(80), ports: ['8080:80'] },
    neighbour: { networks: ['net'] },
  },
} as const;

const off = { ...SIX.node, userlandProxy: false } as const;

const icc = (containers: Parameters<typeof lab>[0]['containers']) =>
  lab({ node: { icc: false }, containers });

const server = { listens: listens(80), expose: ['80'] };

export const PORTS: readonly Case[] = [
  {
    test: 'TestProxy4To6',
    engines: BOTH,
    topology: lab({
      networks: [{ name: 'ipv4net' }],
      containers: {
        server: { networks: ['ipv4net'], listens: listens(80), ports: ['[::1]:8080:80'] },
      },
    }),
    asserts: [[from('n1', at('::1', 8080)), 'reachable']],
  },
  {
    test: 'TestAccessPublishedPortFromHost, TestAccessPublishedPortFromCtr, TestDropInForwardChain',
    engines: BOTH,
    topology: lab({
      ...proxyOff,
      outside: SIX.outside,
      node: { ...off, foreignFirewall: { forwardDrop: true } },
    }),
    asserts: [
      [from('n1', at('127.0.0.1', 8080)), 'reachable'],
      [from('n1', at(HOST, 8080)), 'reachable'],
      [from('n1', at(NODE6, 8080)), 'reachable'],
      [from('neighbour', at(HOST, 8080)), 'reachable'],
      [from('neighbour', at(NODE6, 8080)), 'reachable'],
      [from('server', at(HOST, 8080)), 'reachable'],
      [from('server', at(NODE6, 8080)), 'reachable'],
    ],
  },
  {
    test: 'TestAccessPublishedPortFromRemoteHost, TestAccessPublishedPortFromAnotherNetwork',
    engines: BOTH,
    topology: lab({
      ...SIX,
      networks: [
        { name: 'net', subnet6: 'fd10:1::/64' },
        { name: 'other', subnet6: 'fd10:2::/64' },
      ],
      containers: {
        server: { networks: ['net'], listens: listens(80), ports: ['8080:80'] },
        asker: { networks: ['other'] },
      },
    }),
    asserts: [
      [from('outside', at(NODE6, 8080)), 'reachable'],
      [from('asker', at('fd10:2::1', 8080)), 'reachable'],
      [from('asker', at(NODE6, 8080)), 'reachable'],
    ],
  },
  {
    test: 'TestAccessPortPublishedOnLoopbackAddress',
    engines: BOTH,
    topology: lab({
      outside: { routes: [{ to: '127.0.0.2/32', via: 'n1' }] },
      networks: [{ name: 'net' }],
      containers: {
        server: {
          networks: ['net'],
          listens: [{ port: 5000, protocol: 'udp' }],
          ports: ['127.0.0.2:5000:5000/udp'],
        },
      },
    }),
    asserts: [[from('outside', at('127.0.0.2', 5000, 'udp')), 'timeout']],
  },
  {
    test: 'TestPortMappingOnDistinctLoopbackAddrs',
    engines: ['29'],
    topology: lab({
      containers: {
        one: { listens: listens(80), ports: ['127.0.1.2:1716:80'] },
        two: { listens: listens(80), ports: ['127.0.1.3:1716:80'] },
      },
    }),
    asserts: [
      [from('n1', at('127.0.1.2', 1716)), 'reachable'],
      [from('n1', at('127.0.1.3', 1716)), 'reachable'],
    ],
  },
  {
    test: 'TestDefaultBridgeIPv6',
    engines: BOTH,
    topology: lab({ node: { ipv6: true }, containers: { one: {}, two: {} } }),
    asserts: [[from('two', ping6('one', 'bridge')), 'reachable']],
  },
  ...['fd00:1235::/64', 'fe80::/64', 'fe80:1236::/64'].map((fixedCidrV6): Case => ({
    test: 'TestDefaultBridgeIPv6',
    engines: ['26.1', ...BOTH],
    topology: lab({ node: { ipv6: true, fixedCidrV6 }, containers: { one: {}, two: {} } }),
    asserts: [[from('two', ping6('one', 'bridge')), 'reachable']],
  })),
  ...(
    [
      ['fe80::/64', false],
      ['fe80::/64', true],
      ['fe80:1234::/64', false],
      ['fe80:1234::/64', true],
    ] as const
  ).map(([subnet6, internal]): Case => ({
    test: 'TestBridgeICC',
    engines: ['26.1', ...BOTH],
    topology: lab({
      networks: [{ name: 'icc', subnet6, internal }],
      containers: { one: { networks: ['icc'] }, two: { networks: ['icc'] } },
    }),
    asserts: [[from('two', ping6('one', 'icc')), 'reachable']],
  })),
  {
    test: 'TestLegacyLink, TestDaemonICCPing',
    engines: ['20.10', '26.1', ...BOTH],
    topology: icc({
      svr: server,
      stranger: {},
      client: { links: [{ container: 'svr' }] },
      named: { links: [{ container: 'svr', alias: 'thealias' }] },
    }),
    asserts: [
      [from('stranger', tcp('svr', 'bridge', 80)), 'timeout'],
      [from('client', tcp('svr', 'bridge', 80)), 'reachable'],
      [from('named', tcp('svr', 'bridge', 80)), 'reachable'],
      [from('named', ping('svr', 'bridge')), 'timeout'],
      [from('stranger', ping('n1')), 'reachable'],
    ],
  },
  {
    test: 'TestLegacyLink (by name, by alias), TestDaemonICCLinkExpose, TestRemoveLegacyLink',
    engines: ['20.10', '26.1', ...BOTH],
    topology: icc({
      svr: server,
      client: { links: [{ container: 'svr', alias: 'thealias' }] },
      bare: {},
    }),
    asserts: [
      // The names lead to the address whose port is open.
      [from('client', named('svr', 'svr')), 'timeout'],
      [from('client', named('thealias', 'svr')), 'timeout'],
      [from('client', tcp('svr', 'bridge', 80)), 'reachable'],
      [from('bare', named('svr', 'svr')), 'unresolved'],
      [from('bare', tcp('svr', 'bridge', 80)), 'timeout'],
    ],
  },
];
