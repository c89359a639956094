import { ACROSS, DOCKER0, docker, one, PUBLISHED, two, WEB, type Fault } from './fault';

const ip = (...argv: readonly string[]) => one('ip', ...argv);
const userBridge = (state: string) =>
  one(
    'sh',
    '-ec',
    `ip link set "br-$(docker network inspect -f '{{printf "%.12s" .Id}}' test-bridge)" "$0"`,
    state,
  );
/** Takes Docker's own rule out of node 1, and puts it back as it was. */
const without = (chain: string, pattern: string): Pick<Fault, 'inject' | 'heal'> => ({
  inject: [
    one(
      'sh',
      '-ec',
      `iptables -w -t nat -S "$0" | grep -e "$1" >/tmp/rule; iptables -w -t nat -D $(sed 's/^-A //' /tmp/rule)`,
      chain,
      pattern,
    ),
  ],
  heal: [one('sh', '-ec', 'iptables -w -t nat $(cat /tmp/rule)')],
});
const ALL = ['test1', 'test2', 'test4'];
const TO_OTHER_NODE = new RegExp(
  `-> e2e-node2|^(e2e-node2|web-host|web-overlay) -> e2e-node1|${ACROSS.source}`,
);

export const nodes: readonly Fault[] = [
  {
    name: 'docker0 down',
    cause: /^docker0 on e2e-node1 is up, with its address$/,
    named: true,
    inject: [ip('link', 'set', 'docker0', 'down')],
    heal: [ip('link', 'set', 'docker0', 'up')],
    only: DOCKER0,
    edges: [
      'test3 -> test2@bridge',
      'test3 -> outside',
      'outside -> e2e-node1[192.168.206.10]:80/tcp',
    ],
    also: /^docker0 on e2e-node1 holds|on bridge|172\.17\.0\.0/,
  },
  {
    name: 'the bridge of test-bridge down',
    cause: /^br-\w+ on e2e-node1 is up, with its address$/,
    named: true,
    inject: [userBridge('down')],
    heal: [userBridge('up')],
    only: /test-bridge|^test[124] -> |"test[124]"/,
    edges: ['test4 -> test1@test-bridge', 'test4 -> outside'],
    also: /\(test-bridge\) on e2e-node1 holds|through br-/,
  },
  {
    name: 'the address of docker0 removed',
    cause: /^docker0 on e2e-node1 is up, with its address$/,
    named: true,
    inject: [ip('address', 'delete', '172.17.0.1/16', 'dev', 'docker0')],
    heal: [ip('address', 'add', '172.17.0.1/16', 'brd', '172.17.255.255', 'dev', 'docker0')],
    only: DOCKER0,
    edges: ['test3 -> gateway[bridge]', 'e2e-node1 -> test3@bridge'],
    also: /docker0|e2e-node1/,
  },
  {
    name: 'the route to docker0 removed',
    cause: /^e2e-node1 has a route to 172\.17\.0\.0\/16 through docker0$/,
    named: true,
    inject: [ip('route', 'delete', '172.17.0.0/16')],
    heal: [
      ip(
        'route',
        'add',
        '172.17.0.0/16',
        'dev',
        'docker0',
        'proto',
        'kernel',
        'scope',
        'link',
        'src',
        '172.17.0.1',
      ),
    ],
    only: DOCKER0,
    edges: ['e2e-node1 -> test3@bridge', 'test3 -> e2e-node2'],
  },
  {
    name: 'another mtu for docker0',
    cause: /^docker0 on e2e-node1 has the mtu of its ports$/,
    named: true,
    inject: [ip('link', 'set', 'docker0', 'mtu', '1400')],
    heal: [ip('link', 'set', 'docker0', 'mtu', '1500')],
    also: /^docker0 on e2e-node1 holds/,
  },
  {
    name: 'forwarding off',
    cause: /^e2e-node1 forwards packets$/,
    named: true,
    inject: [one('sysctl', '-qw', 'net.ipv4.ip_forward=0')],
    heal: [one('sysctl', '-qw', 'net.ipv4.ip_forward=1')],
    only: new RegExp(`^(test[1-5]|web|web-port) -> |${WEB.source}`),
    edges: ['test3 -> e2e-node2', 'outside -> e2e-node1[192.168.206.10]:80/tcp'],
    structure: [/forward/],
    ci: true,
  },
  {
    name: 'address translation of docker0 removed',
    cause: /^e2e-node1 has Docker's chains and rules$/,
    named: true,
    ...without('POSTROUTING', '-s 172.17.0.0/16.*MASQUERADE'),
    only: /^(test[123]|web|web-port) -> (e2e-node2|outside)/,
    edges: ['test3 -> e2e-node2', 'web -> outside'],
    ci: true,
  },
  {
    name: 'address translation of test-bridge removed',
    cause: /^e2e-node1 has Docker's chains and rules$/,
    named: true,
    ...without('POSTROUTING', '-s 172.19.0.0/16.*MASQUERADE'),
    only: /^test4 -> (e2e-node2|outside)/,
    edges: ['test4 -> outside'],
  },
  {
    name: 'the rule of the published port removed',
    cause: /^e2e-node1 translates /,
    named: true,
    ...without('DOCKER', 'DNAT'),
    only: PUBLISHED,
    structure: [/^e2e-node1 translates 0\.0\.0\.0:80\/tcp to web-port$/],
    ci: true,
  },
  {
    name: 'docker-proxy killed',
    cause: /^e2e-node1 holds port 80\/tcp for web-port$/,
    named: true,
    inject: [one('pkill', 'docker-proxy')],
    heal: [docker('restart', 'web-port')],
    only: PUBLISHED,
    edges: ['e2e-node1 -> e2e-node1[127.0.0.1]:80/tcp'],
    ci: true,
  },
  {
    name: 'a blackhole route to the other node',
    cause: /^e2e-node1 has no route that leads nowhere$/,
    named: true,
    inject: [ip('route', 'add', 'blackhole', '192.168.206.11/32')],
    heal: [ip('route', 'delete', 'blackhole', '192.168.206.11/32')],
    only: TO_OTHER_NODE,
    edges: ['e2e-node1 -> e2e-node2', 'test3 -> e2e-node2'],
  },
  {
    name: 'an unreachable route to the other node',
    cause: /^e2e-node1 has no route that leads nowhere$/,
    named: true,
    inject: [ip('route', 'add', 'unreachable', '192.168.206.11/32')],
    heal: [ip('route', 'delete', 'unreachable', '192.168.206.11/32')],
    only: TO_OTHER_NODE,
    edges: ['e2e-node1 -> e2e-node2'],
  },
  {
    name: 'the interface of the other node down',
    inject: [two('ip', 'link', 'set', 'eth0', 'down')],
    heal: [
      two('ip', 'link', 'set', 'eth0', 'up'),
      two(
        'sh',
        '-c',
        'ip route add default via 192.168.206.1 || ip route show default | grep -q .',
      ),
    ],
    only: /e2e-node2|web-overlay|^web-host -> /,
    edges: ['outside -> e2e-node2', 'e2e-node1 -> e2e-node2', 'e2e-node2 -> outside'],
    also: /e2e-node2|overlay/,
  },
  {
    name: 'sshd of the other node stopped',
    cause: /^e2e-node2 listens on port 22\/tcp$/,
    named: true,
    inject: [two('pkill', '-x', 'sshd')],
    heal: [two('/usr/sbin/sshd')],
    only: /e2e-node2\[[\d.]+\]:22\/tcp$/,
    edges: ['outside -> e2e-node2[192.168.206.11]:22/tcp'],
  },
  {
    name: 'test-bridge made anew by hand',
    inject: [
      ...ALL.map((name) => docker('network', 'disconnect', 'test-bridge', name)),
      docker('network', 'rm', 'test-bridge'),
      docker('network', 'create', 'test-bridge'),
      ...ALL.map((name) => docker('network', 'connect', 'test-bridge', name)),
    ],
    heal: [
      ...ALL.map((name) => docker('network', 'disconnect', 'test-bridge', name)),
      docker('network', 'rm', 'test-bridge'),
    ],
    then: 'deploy',
    structure: [/^network test-bridge is as declared$/],
  },
];
