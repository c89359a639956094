import {
  at,
  BOTH,
  from,
  lab,
  listens,
  NODE6,
  ping,
  ping6,
  SIX,
  tcp,
  tcp6,
  type Case,
} from './case';

const six = ['fd10:1::/64', 'fd10:2::/64'] as const;

/** What another machine that has routes to them gets of networks of each mode. */
const direct = (
  test: string,
  engines: Case['engines'],
  node: object,
  of: 'all' | 'published',
): Case => {
  const open = node !== undefined && 'allowDirectRouting' in node;
  const nat = open ? 'reachable' : 'timeout';
  const to = (mode: string, port: number) =>
    [from('outside', tcp(mode, mode, port)), from('outside', tcp6(mode, mode, port))] as const;
  return {
    test,
    engines,
    topology: lab({
      node: { ...SIX.node, ...node },
      outside: {
        ...SIX.outside,
        routes: [
          { to: '172.16.0.0/12', via: 'n1' },
          { to: 'fd10::/16', via: 'n1' },
        ],
      },
      networks: [
        { name: 'nat', subnet6: 'fd10:1::/64' },
        { name: 'unprotected', subnet6: 'fd10:2::/64', gatewayMode: 'nat-unprotected' },
        { name: 'routed', subnet6: 'fd10:3::/64', gatewayMode: 'routed' },
      ],
      containers: Object.fromEntries(
        ['nat', 'unprotected', 'routed'].map((name, index) => [
          name,
          {
            networks: [name],
            listens: [...listens(80, 81)],
            ports: [`${8080 + index}:80`],
          },
        ]),
      ),
    }),
    asserts: [
      ...to('nat', 80).map((edge) => [edge, nat] as const),
      ...to('unprotected', 80).map((edge) => [edge, 'reachable'] as const),
      ...to('routed', 80).map((edge) => [edge, 'reachable'] as const),
      [from('outside', at('192.168.205.10', 8080)), 'reachable'],
      [from('outside', at(NODE6, 8080)), 'reachable'],
      [from('outside', at('192.168.205.10', 8081)), 'reachable'],
      [from('outside', at(NODE6, 8081)), 'reachable'],
      ...(of === 'published'
        ? []
        : ([
            ...to('nat', 81).map((edge) => [edge, 'timeout'] as const),
            ...to('unprotected', 81).map((edge) => [edge, 'reachable'] as const),
            ...to('routed', 81).map((edge) => [edge, 'timeout'] as const),
            [from('outside', ping('nat', 'nat')), 'timeout'],
            [from('outside', ping6('nat', 'nat')), 'timeout'],
            [from('outside', ping('unprotected', 'unprotected')), 'reachable'],
            [from('outside', ping6('unprotected', 'unprotected')), 'reachable'],
            [from('outside', ping('routed', 'routed')), 'reachable'],
            [from('outside', ping6('routed', 'routed')), 'reachable'],
          ] as const)),
    ],
  };
};

const trusted = (fields: object, expected: 'reachable' | 'timeout'): Case => ({
  test: 'TestAcceptFwMark',
  engines: ['29'],
  topology: lab({
    node: { ...SIX.node, ...fields },
    outside: {
      ...SIX.outside,
      routes: [
        { to: '172.30.0.0/24', via: 'n1' },
        { to: 'fd10:1::/64', via: 'n1' },
      ],
    },
    networks: [
      {
        name: 'net',
        subnet: '172.30.0.0/24',
        subnet6: 'fd10:1::/64',
        trustedHostInterfaces: ['eth0'],
      },
    ],
    containers: { ctr: { networks: ['net'], listens: listens(80) } },
  }),
  asserts: [
    [from('outside', ping('ctr', 'net')), expected],
    [from('outside', ping6('ctr', 'net')), expected],
    [from('outside', tcp('ctr', 'net', 80)), expected],
    [from('outside', tcp6('ctr', 'net', 80)), expected],
  ],
});

const MARKED = { bridgeAcceptFwmark: '2/3', foreignFirewall: { mark: 0xe } } as const;

const trustedPort: Case = {
  test: 'TestDirectRemoteAccessOnExposedPort',
  engines: BOTH,
  topology: lab({
    node: SIX.node,
    outside: {
      ...SIX.outside,
      routes: [
        { to: '172.30.0.0/24', via: 'n1' },
        { to: 'fd10:1::/64', via: 'n1' },
      ],
    },
    networks: [
      {
        name: 'net',
        subnet: '172.30.0.0/24',
        subnet6: 'fd10:1::/64',
        trustedHostInterfaces: ['eth0'],
      },
    ],
    containers: {
      ctr: {
        networks: ['net'],
        listens: [{ port: 5000, protocol: 'udp' }],
        ports: ['5000:5000/udp'],
      },
    },
  }),
  asserts: [
    [from('outside', at('192.168.205.10', 5000, 'udp')), 'reachable'],
    [from('outside', at(NODE6, 5000, 'udp')), 'reachable'],
    [
      from('outside', {
        kind: 'port',
        endpoint: 'ctr',
        network: 'net',
        port: 5000,
        protocol: 'udp',
      }),
      'reachable',
    ],
    [
      from('outside', {
        ...{ kind: 'port', endpoint: 'ctr', network: 'net', port: 5000, protocol: 'udp' },
        family: 'IPv6',
      }),
      'reachable',
    ],
  ],
};

/** A host port over IPv6 of a network of one family: docker-proxy, or rules. */
const oneFamily: Case = {
  test: 'TestDirectRemoteAccessOnExposedPort',
  engines: BOTH,
  topology: lab({
    ...SIX,
    networks: [{ name: 'six', ipv4: false, subnet6: 'fd10:1::/64' }],
    containers: {
      ctr: {
        networks: ['six'],
        listens: [{ port: 5000, protocol: 'udp' }],
        ports: ['5000:5000/udp'],
      },
    },
  }),
  asserts: [[from('outside', at(NODE6, 5000, 'udp')), 'reachable']],
};

const nonGateway: Case = {
  test: 'TestRoutedNonGateway',
  engines: ['29'],
  topology: lab({
    ...SIX,
    outside: {
      ...SIX.outside,
      routes: [
        { to: '172.16.0.0/12', via: 'n1' },
        { to: 'fd10::/16', via: 'n1' },
      ],
    },
    networks: [
      { name: 'nat', subnet6: six[0] },
      { name: 'routed', subnet6: six[1], gatewayMode: 'routed' },
    ],
    containers: {
      ctr: {
        networks: [{ network: 'nat', gwPriority: 1 }, { network: 'routed' }],
        listens: listens(80),
        ports: ['8080:80'],
      },
    },
  }),
  asserts: [
    [from('outside', at('192.168.205.10', 8080)), 'reachable'],
    [from('outside', at(NODE6, 8080)), 'reachable'],
    [from('outside', tcp('ctr', 'nat', 80)), 'timeout'],
    [from('outside', tcp6('ctr', 'nat', 80)), 'timeout'],
    [from('outside', tcp('ctr', 'routed', 80)), 'reachable'],
    [from('outside', tcp6('ctr', 'routed', 80)), 'reachable'],
  ],
};

export const DIRECT: readonly Case[] = [
  direct('TestDirectRoutingOpenPorts', BOTH, {}, 'all'),
  direct('TestDirectRemoteAccessOnExposedPort', BOTH, {}, 'published'),
  direct(
    'TestAllowDirectRemoteAccessOnExposedPort',
    ['29'],
    { allowDirectRouting: true },
    'published',
  ),
  trusted({}, 'timeout'),
  trusted(MARKED, 'reachable'),
  trustedPort,
  oneFamily,
  nonGateway,
];
