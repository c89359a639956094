import { BOTH, from, lab, named, ping, type Case } from './case';

const ALL = ['20.10', '26.1', ...BOTH] as const;
const SINCE_26 = ['26.1', ...BOTH] as const;

const knows = { names: { 'test.example': '192.168.205.1' } };
const example = named('test.example', 'outside');
const EXT = { name: 'extnet' };
const INT = { name: 'intnet', internal: true };
const off = { 'net.ipv6.conf.all.disable_ipv6': '1' };

const external = (networks: readonly string[], outcome: 'reachable' | 'unresolved'): Case => ({
  test: 'TestInternalNetworkDNS',
  engines: SINCE_26,
  topology: lab({ node: knows, networks: [EXT, INT], containers: { ctr: { networks } } }),
  asserts: [[from('ctr', example), outcome]],
});

const dns = (servers: readonly string[], outcome: 'reachable' | 'unresolved'): Case => ({
  test: 'TestIntDNSAsExtDNS',
  engines: SINCE_26,
  topology: lab({
    node: knows,
    networks: [EXT],
    containers: { ctr: { networks: ['extnet'], dns: servers } },
  }),
  asserts: [[from('ctr', example), outcome]],
});

const linked = (test: string): Case => ({
  test,
  engines: ALL,
  topology: lab({
    networks: [{ name: 'udlinkNet' }],
    containers: {
      first: { networks: ['udlinkNet'] },
      third: { networks: ['udlinkNet'] },
      second: {
        networks: ['udlinkNet'],
        links: [
          { container: 'first', alias: 'foo' },
          { container: 'third', alias: 'bar' },
        ],
      },
    },
  }),
  asserts: [
    [from('second', named('foo', 'first')), 'reachable'],
    [from('second', named('bar', 'third')), 'reachable'],
    [from('third', named('foo', 'first')), 'unresolved'],
  ],
});

export const NAMES: readonly Case[] = [
  dns(['127.0.0.11'], 'unresolved'),
  dns(['127.0.0.11', '192.168.205.10'], 'reachable'),
  external(['extnet'], 'reachable'),
  external(['extnet', 'intnet'], 'reachable'),
  external(['intnet'], 'unresolved'),
  external(['intnet', 'extnet'], 'reachable'),
  {
    test: 'TestExtDNSInIPv6OnlyNw',
    engines: BOTH,
    topology: lab({
      node: { names: { 'test.example': 'fd10:1::1' } },
      networks: [{ name: 'v6only', ipv4: false, subnet6: 'fd10:1::/64' }],
      containers: { ctr: { networks: ['v6only'] } },
    }),
    asserts: [[from('ctr', named('test.example', 'n1')), 'reachable']],
  },
  {
    test: 'TestInternalNetworkLocalDNS',
    engines: SINCE_26,
    topology: lab({
      networks: [{ ...INT, subnet: '172.30.0.0/24' }],
      containers: {
        server: {
          networks: [{ network: 'intnet', address: '172.30.0.53' }],
          listens: [{ port: 53, protocol: 'udp' }],
          names: { 'foo.example': '172.30.0.53' },
        },
        asker: { networks: ['intnet'], dns: ['172.30.0.53'] },
      },
    }),
    asserts: [[from('asker', named('foo.example', 'server')), 'reachable']],
  },
  {
    test: 'TestDisableIPv6OnInterface',
    engines: ['29'],
    topology: lab({
      networks: [{ name: 'testnet', subnet6: 'fd10:1::/64' }],
      containers: {
        ctr: {
          networks: [
            {
              network: 'testnet',
              driverOpts: {
                'com.docker.network.endpoint.sysctls': 'net.ipv6.conf.IFNAME.disable_ipv6=1',
              },
            },
          ],
        },
        asker: { networks: ['testnet'] },
      },
    }),
    asserts: [[from('asker', named('ctr', 'ctr', 'IPv6')), 'unresolved']],
  },
  {
    test: 'TestDisableIPv6OnInterface (default bridge)',
    engines: ['29'],
    topology: lab({ node: { ipv6: true }, containers: { ctr: { sysctls: off }, asker: {} } }),
    asserts: [[from('asker', named('ctr', 'ctr', 'IPv6')), 'unresolved']],
  },
  {
    test: 'TestContainerDisabledIPv6, TestEtcHostsIpv6',
    engines: BOTH,
    topology: lab({
      networks: [{ name: 'testnet', subnet6: 'fd10:1::/64' }],
      containers: {
        ctr: { networks: ['testnet'], sysctls: off },
        asker: { networks: ['testnet'] },
      },
    }),
    asserts: [
      [from('asker', named('ctr', 'ctr', 'IPv6')), 'unresolved'],
      [from('asker', { kind: 'loopback', family: 'IPv6' }), 'reachable'],
      [from('ctr', { kind: 'loopback', family: 'IPv6' }), 'unreachable'],
    ],
  },
  {
    test: 'TestLinksPingLinkedContainers, TestLinksMultipleWithSameName',
    engines: ALL,
    topology: lab({
      containers: {
        container1: { hostname: 'fred' },
        container2: { hostname: 'wilma' },
        asker: {
          links: [
            { container: 'container1', alias: 'alias' },
            { container: 'container2', alias: 'alias' },
          ],
        },
      },
    }),
    asserts: [
      [from('asker', named('fred', 'container1')), 'reachable'],
      [from('asker', named('wilma', 'container2')), 'reachable'],
      [from('asker', named('alias', 'container1')), 'reachable'],
    ],
  },
  linked('TestUserDefinedNetworkLinks'),
  linked('TestUserDefinedNetworkLinksWithRestart'),
  {
    test: 'TestDockerNetworkConnectLinkLocalIP',
    engines: ALL,
    topology: lab({
      networks: [{ name: 'n0', subnet: '172.30.0.0/24' }],
      containers: {
        c0: { networks: [{ network: 'n0', linkLocalIps: ['169.254.7.7'] }] },
        c1: { networks: [{ network: 'n0', linkLocalIps: ['169.254.8.8'] }] },
        c2: { networks: ['n0'] },
      },
    }),
    asserts: [
      [
        from('c1', { ...ping('c0', 'n0'), address: '169.254.7.7' } as ReturnType<typeof ping>),
        'reachable',
      ],
      [
        from('c0', { ...ping('c1', 'n0'), address: '169.254.8.8' } as ReturnType<typeof ping>),
        'reachable',
      ],
    ],
  },
];
