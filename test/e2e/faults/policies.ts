import { about, inside, iptables, one, rule, two, type Fault } from './fault';

const SSH = /e2e-node1\[[\d.]+\]:22\/tcp$/;
const ANY = /./;

const policy = (chain: string, table = 'filter'): Fault => ({
  name: `the policy of ${table} ${chain} is DROP`,
  inject: [iptables('-t', table, '-P', chain, 'DROP')],
  heal: [],
  only: ANY,
  cause: new RegExp(
    `^the policy of ${table === 'filter' ? '' : `${table} `}${chain} on e2e-node1 is ACCEPT$`,
  ),
  hint: /is DROP: \.\/lab exec e2e-node1 -- iptables -w -t \w+ -P \w+ ACCEPT$/,
  // Without a word from it the swarm takes the node for lost.
  also: /swarm|overlay/,
  named: true,
});

const nft = (name: string, ...lines: readonly string[]): Pick<Fault, 'name' | 'inject'> => ({
  name,
  inject: lines.map((line) => one('nft', ...line.split(' '))),
});

const tableOn = (endpoint: string) => ({
  heal: [],
  cause: new RegExp(`^${endpoint} has no table of nftables that stops packets$`),
  named: true as const,
});

export const policies: readonly Fault[] = [
  { ...policy('INPUT'), ci: true },
  policy('OUTPUT'),
  policy('PREROUTING', 'mangle'),
  {
    name: 'the policy of INPUT inside web is DROP',
    inject: [inside('web', 'iptables', '-w', '-P', 'INPUT', 'DROP')],
    heal: [],
    only: about('web'),
    edges: ['test1 -> web@bridge:80/tcp'],
    cause: /^the policy of INPUT on web is ACCEPT$/,
    named: true,
  },
  {
    name: 'DROP in a chain of its own that FORWARD jumps to',
    inject: [
      iptables('-N', 'GUARD'),
      iptables('-A', 'GUARD', '-p', 'icmp', '-m', 'comment', '--comment', 'no pings', '-j', 'DROP'),
      iptables('-I', 'FORWARD', '-j', 'GUARD'),
    ],
    heal: [],
    only: /-> [^:]+$/,
    edges: ['test3 -> e2e-node2'],
    cause: /^e2e-node1 has no rule -A GUARD .* in filter$/,
    named: true,
  },
  {
    name: 'DROP in mangle INPUT',
    ...rule('INPUT', ['-p', 'tcp', '--dport', '22', '-j', 'DROP'], 'mangle'),
    only: SSH,
    edges: ['outside -> e2e-node1[192.168.206.10]:22/tcp'],
  },
  {
    name: 'DROP in raw OUTPUT',
    ...rule('OUTPUT', ['-p', 'tcp', '--sport', '22', '-j', 'DROP'], 'raw'),
    only: SSH,
    edges: ['outside -> e2e-node1[192.168.206.10]:22/tcp'],
  },
  {
    name: 'the published port sent to another container in nat PREROUTING',
    ...rule(
      'PREROUTING',
      ['-p', 'tcp', '--dport', '80', '-j', 'DNAT', '--to-destination', '172.17.0.99'],
      'nat',
    ),
    only: /:80\/tcp$/,
    edges: ['outside -> e2e-node1[192.168.206.10]:80/tcp'],
  },
  {
    ...nft(
      'a table of nftables that drops ssh',
      'add table inet guard',
      'add chain inet guard input { type filter hook input priority 0 ; }',
      'add rule inet guard input tcp dport 22 drop',
    ),
    ...tableOn('e2e-node1'),
    only: SSH,
    edges: ['outside -> e2e-node1[192.168.206.10]:22/tcp'],
    ci: true,
  },
  {
    ...nft(
      'a table of nftables whose policy is drop',
      'add table ip guard',
      'add chain ip guard forward { type filter hook forward priority 10 ; policy drop ; }',
    ),
    ...tableOn('e2e-node1'),
    only: ANY,
    edges: ['test3 -> e2e-node2'],
    also: /swarm|overlay/,
  },
  {
    name: 'a table of nftables on the other node',
    inject: [
      two('nft', 'add', 'table', 'inet', 'guard'),
      two(
        ...['nft', 'add', 'chain', 'inet', 'guard', 'input'],
        ...['{ type filter hook input priority 0 ; }'],
      ),
      two('nft', 'add', 'rule', 'inet', 'guard', 'input', 'tcp', 'dport', '80', 'reject'),
    ],
    ...tableOn('e2e-node2'),
    only: /e2e-node2\[[\d.]+\]:80\/tcp$/,
    edges: ['outside -> e2e-node2[192.168.206.11]:80/tcp'],
  },
];
