import { at, BOTH, from, lab, listens, ping, ping6, tcp, tcp6, type Case } from './case';

const six = ['fd10:1::/64', 'fd10:2::/64'] as const;

/** TestBridgeINCRouted: two networks, one of each mode; port 80 is published, 81 is not. */
const inc: Case = {
  test: 'TestBridgeINCRouted',
  engines: BOTH,
  topology: lab({
    networks: [
      { name: 'nat', subnet6: six[0] },
      { name: 'routed', subnet6: six[1], gatewayMode: 'routed' },
    ],
    containers: {
      'ctr-nat': { networks: ['nat'], listens: listens(80, 81), ports: ['80'] },
      'ctr-routed': { networks: ['routed'], listens: listens(80, 81), ports: ['80'] },
    },
  }),
  asserts: [
    [from('ctr-nat', ping('ctr-routed', 'routed')), 'reachable'],
    [from('ctr-nat', tcp('ctr-routed', 'routed', 80)), 'reachable'],
    [from('ctr-nat', tcp('ctr-routed', 'routed', 81)), 'timeout'],
    [from('ctr-nat', ping6('ctr-routed', 'routed')), 'reachable'],
    [from('ctr-nat', tcp6('ctr-routed', 'routed', 80)), 'reachable'],
    [from('ctr-nat', tcp6('ctr-routed', 'routed', 81)), 'timeout'],
    [from('ctr-routed', ping('ctr-nat', 'nat')), 'timeout'],
    [from('ctr-routed', tcp('ctr-nat', 'nat', 80)), 'timeout'],
    [from('ctr-routed', tcp('ctr-nat', 'nat', 81)), 'timeout'],
    [from('ctr-routed', ping6('ctr-nat', 'nat')), 'timeout'],
    [from('ctr-routed', tcp6('ctr-nat', 'nat', 80)), 'timeout'],
    [from('ctr-routed', tcp6('ctr-nat', 'nat', 81)), 'timeout'],
  ],
};

const DOCKER0 = '172.17.0.1';
const DOCKER0_6 = 'fd00:17::1';

/** A client on a network of some mode asks docker0's address for a port that a server on another network publishes. */
const published = (
  mode: 'nat' | 'routed',
  userlandProxy: boolean,
  engines: Case['engines'],
  test: string,
  outcome: 'reachable' | 'timeout',
  dockerUser = false,
): Case => ({
  test,
  engines,
  topology: lab({
    node: {
      ipv6: true,
      fixedCidrV6: 'fd00:17::/64',
      userlandProxy,
      ...(dockerUser
        ? { foreignFirewall: { dockerUser: [{ action: 'accept', from: 'client', to: 'server' }] } }
        : {}),
    },
    networks: [
      { name: 'server', subnet6: six[0] },
      { name: 'client', subnet6: six[1], gatewayMode: mode },
    ],
    containers: {
      'ctr-server': { networks: ['server'], listens: listens(80), ports: ['8080:80'] },
      'ctr-client': { networks: ['client'] },
    },
  }),
  asserts: [
    [from('ctr-client', at(DOCKER0, 8080)), outcome],
    [from('ctr-client', at(DOCKER0_6, 8080)), outcome],
  ],
});

/** A server of some mode, asked at its own address from another bridge. */
const between = (
  mode: 'nat' | 'nat-unprotected' | 'routed',
  userlandProxy: boolean,
  pub: 'reachable' | 'timeout',
  unpub: 'reachable' | 'timeout',
): Case => ({
  test: 'TestInterNetworkDirectRouting',
  engines: ['29'],
  topology: lab({
    node: { userlandProxy, ipv6: true },
    networks: [
      { name: 'server', subnet6: six[0], gatewayMode: mode },
      { name: 'client', subnet6: six[1] },
    ],
    containers: {
      pub: { networks: ['server'], listens: listens(80), ports: ['8080:80'] },
      unpub: { networks: ['server'], listens: listens(80) },
      asker: { networks: ['client'] },
    },
  }),
  asserts: [
    [from('asker', tcp('pub', 'server', 80)), pub],
    [from('asker', tcp6('pub', 'server', 80)), pub],
    [from('asker', tcp('unpub', 'server', 80)), unpub],
    [from('asker', tcp6('unpub', 'server', 80)), unpub],
  ],
});

const pointToPoint = (fields: object): Case => ({
  test: 'TestPointToPoint (bridge)',
  engines: BOTH,
  topology: lab({
    networks: [{ name: 'p2p', subnet: '192.168.135.0/31', internal: true, ...fields }],
    containers: { ctr1: { networks: ['p2p'] }, ctr2: { networks: ['p2p'] } },
  }),
  asserts: [[from('ctr2', { kind: 'name', name: 'ctr1', endpoint: 'ctr1' }), 'reachable']],
});

export const MODES: readonly Case[] = [
  inc,
  published('routed', true, ['29'], 'TestAccessToPublishedPort', 'reachable'),
  published('routed', false, ['29'], 'TestAccessToPublishedPort', 'reachable'),
  published('nat', true, ['29'], 'TestAccessToPublishedPort', 'reachable'),
  published('nat', false, ['29'], 'TestAccessToPublishedPort', 'reachable'),
  published('nat', false, ['28.5'], 'TestAccessToPublishedPort', 'timeout'),
  published('routed', true, ['28.5'], 'TestRoutedAccessToPublishedPort', 'reachable'),
  published('routed', false, ['28.5'], 'TestRoutedAccessToPublishedPort', 'timeout'),
  published('routed', false, ['28.5'], 'TestRoutedAccessToPublishedPort', 'reachable', true),
  between('nat', true, 'timeout', 'timeout'),
  between('nat', false, 'timeout', 'timeout'),
  between('routed', true, 'reachable', 'timeout'),
  between('routed', false, 'reachable', 'timeout'),
  between('nat-unprotected', true, 'reachable', 'reachable'),
  between('nat-unprotected', false, 'reachable', 'reachable'),
  pointToPoint({ gatewayMode: 'isolated' }),
  pointToPoint({ inhibitIpv4: true }),
];
