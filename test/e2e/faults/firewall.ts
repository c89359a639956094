import { ACROSS, DOCKER0, iptables, PUBLISHED, rule, tcp, two, WEB, type Fault } from './fault';

const icmp = ['-p', 'icmp', '-j', 'DROP'] as const;
const OUTSIDE_80 = 'outside -> e2e-node1[192.168.206.10]:80/tcp';
const NODE_2 = '192.168.206.11';
const BETWEEN_NODES = new RegExp(
  `^(e2e-node1|test-host) -> e2e-node2|^(e2e-node2|web-host|web-overlay) -> e2e-node1|${ACROSS.source}`,
);
const ISOLATED = /^(test[1-5]|web|web-port) -> \S+@(test-bridge|bridge|docker_gwbridge)/;

export const firewall: readonly Fault[] = [
  {
    name: 'DROP in DOCKER-USER',
    ...rule('DOCKER-USER', tcp(80, 'DROP')),
    only: WEB,
    edges: [OUTSIDE_80, 'test1 -> web@bridge:80/tcp'],
    ci: true,
  },
  ...['icmp-port-unreachable', 'tcp-reset', 'icmp-host-prohibited'].map((kind): Fault => ({
    name: `REJECT with ${kind} in DOCKER-USER`,
    ...rule('DOCKER-USER', tcp(80, 'REJECT', '--reject-with', kind)),
    only: WEB,
    edges: [OUTSIDE_80],
  })),
  {
    name: 'DROP of echo in FORWARD',
    ...rule('FORWARD', icmp),
    only: /-> [^:]+$/,
    edges: ['test3 -> e2e-node2', 'test1 -> test2@bridge'],
  },
  {
    name: 'REJECT in FORWARD',
    ...rule('FORWARD', tcp(80, 'REJECT')),
    only: WEB,
    edges: [OUTSIDE_80],
  },
  {
    name: 'DROP of ssh in INPUT',
    ...rule('INPUT', tcp(22, 'DROP')),
    only: /e2e-node1\[[\d.]+\]:22\/tcp$/,
    edges: ['outside -> e2e-node1[192.168.206.10]:22/tcp'],
  },
  {
    name: 'REJECT of ssh in INPUT',
    ...rule('INPUT', tcp(22, 'REJECT', '--reject-with', 'tcp-reset')),
    only: /e2e-node1\[[\d.]+\]:22\/tcp$/,
    edges: ['outside -> e2e-node1[192.168.206.10]:22/tcp'],
  },
  {
    name: 'DROP of echo in INPUT',
    ...rule('INPUT', icmp),
    // Both nodes' docker0 have the same address.
    only: /^(e2e-node1|test-host) -> |-> e2e-node1(@\S+)?$|-> gateway\[|-> e2e-node2@(bridge|docker_gwbridge)$/,
    edges: ['outside -> e2e-node1', 'test3 -> gateway[bridge]'],
  },
  {
    name: 'DROP in OUTPUT',
    ...rule('OUTPUT', ['-d', NODE_2, '-j', 'DROP']),
    only: BETWEEN_NODES,
    edges: ['e2e-node1 -> e2e-node2'],
  },
  {
    name: 'REJECT in OUTPUT',
    ...rule('OUTPUT', ['-d', NODE_2, '-j', 'REJECT']),
    only: BETWEEN_NODES,
    edges: ['e2e-node1 -> e2e-node2'],
  },
  {
    name: 'DROP in raw PREROUTING',
    ...rule('PREROUTING', ['-i', 'docker0', '-j', 'DROP'], 'raw'),
    only: DOCKER0,
    edges: ['test3 -> e2e-node2', OUTSIDE_80],
  },
  {
    name: 'DROP in mangle FORWARD',
    ...rule('FORWARD', tcp(80, 'DROP'), 'mangle'),
    only: WEB,
    edges: [OUTSIDE_80],
  },
  {
    name: 'DROP in mangle POSTROUTING',
    ...rule('POSTROUTING', ['-d', NODE_2, ...icmp], 'mangle'),
    only: /-> e2e-node2$|^(e2e-node2|web-host|web-overlay) -> e2e-node1$/,
    edges: ['e2e-node1 -> e2e-node2', 'test3 -> e2e-node2'],
  },
  {
    name: 'the published port sent elsewhere in nat PREROUTING',
    ...rule('PREROUTING', tcp(80, 'REDIRECT', '--to-ports', '22'), 'nat'),
    only: WEB,
    edges: [OUTSIDE_80],
  },
  {
    name: 'ACCEPT in DOCKER-USER opens the way between bridges',
    ...rule('DOCKER-USER', ['-j', 'ACCEPT']),
    only: ISOLATED,
    edges: ['test3 -> test4@test-bridge', 'test4 -> test3@bridge'],
    ci: true,
  },
  {
    name: 'the isolation of bridges removed',
    cause: /^e2e-node1 has Docker's chains and rules$/,
    named: true,
    inject: [iptables('-D', 'FORWARD', '-j', 'DOCKER-ISOLATION-STAGE-1')],
    heal: [iptables('-I', 'FORWARD', '2', '-j', 'DOCKER-ISOLATION-STAGE-1')],
    only: ISOLATED,
    edges: ['test3 -> test4@test-bridge', 'test4 -> test3@bridge'],
  },
  {
    name: 'DROP in INPUT of the other node',
    ...rule('INPUT', tcp(80, 'DROP'), 'filter', two),
    only: /e2e-node2\[[\d.]+\]:80\/tcp$/,
    edges: [
      'outside -> e2e-node2[192.168.206.11]:80/tcp',
      'test3 -> e2e-node2[192.168.206.11]:80/tcp',
    ],
  },
  {
    name: 'DROP of the answers of the other node',
    ...rule('OUTPUT', ['-p', 'tcp', '--sport', '80', '-j', 'DROP'], 'filter', two),
    only: /e2e-node2\[[\d.]+\]:80\/tcp$/,
    edges: ['outside -> e2e-node2[192.168.206.11]:80/tcp'],
  },
  {
    name: 'the published port closed from outside only',
    ...rule('DOCKER-USER', ['-i', 'eth0', ...tcp(80, 'DROP')]),
    only: PUBLISHED,
    edges: [OUTSIDE_80, 'e2e-node2 -> e2e-node1[192.168.206.10]:80/tcp'],
  },
];
