import { about, docker, edited, inside, one, rule, tcp, veth, type Fault } from './fault';

const restart = (container: string) => [docker('restart', '--time', '0', container)];
const hosts = (container: string, filter: string) => edited(container, '/etc/hosts', filter);
const inWeb = (...argv: readonly string[]) => inside('web', ...argv);
const neighbour = (verb: string, ...words: readonly string[]) =>
  one(
    'sh',
    '-ec',
    `of() { docker inspect -f "{{$2}}" "$1"; }
     exec nsenter -t "$(of test3 .State.Pid)" -n ip neigh "$0" "$(of web .NetworkSettings.IPAddress)" dev eth0 "$@"`,
    verb,
    ...words,
  );

export const insides: readonly Fault[] = [
  {
    name: 'the interface of test3 down',
    inject: [inside('test3', 'ip', 'link', 'set', 'eth0', 'down')],
    heal: restart('test3'),
    only: about('test3'),
    edges: ['test1 -> test3@bridge', 'test3 -> "test1"'],
    structure: [/^test3 has an interface on bridge/],
    also: /of test3$|^test3 has its default gateway/,
  },
  {
    name: 'the address of test4 removed',
    inject: [inside('test4', 'ip', 'address', 'flush', 'dev', 'eth0')],
    heal: restart('test4'),
    only: about('test4'),
    edges: ['test1 -> test4@test-bridge', 'test4 -> e2e-node2'],
    structure: [/^test4 has an interface on test-bridge/],
    also: /^test4 has its default gateway/,
  },
  {
    name: 'the address of test4 changed',
    inject: [
      inside('test4', 'ip', 'address', 'flush', 'dev', 'eth0'),
      inside('test4', 'ip', 'address', 'add', '172.19.0.99/16', 'dev', 'eth0'),
    ],
    heal: restart('test4'),
    only: about('test4'),
    edges: ['test1 -> test4@test-bridge'],
    structure: [/^test4 has an interface on test-bridge/],
    also: /^test4 has its default gateway/,
  },
  {
    name: 'the default route of test3 removed',
    inject: [inside('test3', 'ip', 'route', 'delete', 'default')],
    heal: [inside('test3', 'ip', 'route', 'add', 'default', 'via', '172.17.0.1')],
    only: /^test3 -> /,
    edges: ['test3 -> e2e-node2', 'test3 -> outside'],
    structure: [/^test3 has its default gateway on docker0$/],
  },
  {
    name: 'another gateway for test3',
    inject: [inside('test3', 'ip', 'route', 'replace', 'default', 'via', '172.17.0.99')],
    heal: [inside('test3', 'ip', 'route', 'replace', 'default', 'via', '172.17.0.1')],
    only: /^test3 -> /,
    edges: ['test3 -> e2e-node2', 'test3 -> outside'],
    structure: [/^test3 has its default gateway on docker0$/],
    ci: true,
  },
  {
    name: 'the default route of test2 through its other network',
    inject: [inside('test2', 'ip', 'route', 'replace', 'default', 'via', '172.19.0.1')],
    heal: [inside('test2', 'ip', 'route', 'replace', 'default', 'via', '172.17.0.1')],
    only: /^test2 -> /,
    structure: [/^test2 has its default gateway on docker0$/],
  },
  {
    name: 'the loopback interface of test1 down',
    inject: [inside('test1', 'ip', 'link', 'set', 'lo', 'down')],
    heal: [inside('test1', 'ip', 'link', 'set', 'lo', 'up')],
    only: /^test1 -> /,
    edges: ['test1 -> 127.0.0.1', 'test1 -> "test2"'],
  },
  {
    name: 'the veth of test3 taken off docker0',
    inject: [veth('test3', 'nomaster')],
    heal: [veth('test3', 'master', 'docker0')],
    only: about('test3'),
    edges: ['test1 -> test3@bridge', 'test3 -> gateway@bridge'],
    structure: [/^docker0 on e2e-node1 holds the veth port of test3$/],
  },
  {
    name: 'the veth of test3 down',
    inject: [veth('test3', 'down')],
    heal: [veth('test3', 'up')],
    only: about('test3'),
    edges: ['test1 -> test3@bridge'],
    structure: [/^docker0 on e2e-node1 holds the veth port of test3$/],
    also: /^test3 has an interface on bridge/,
  },
  {
    name: 'another mtu for test3',
    inject: [inside('test3', 'ip', 'link', 'set', 'eth0', 'mtu', '1400')],
    heal: [inside('test3', 'ip', 'link', 'set', 'eth0', 'mtu', '1500')],
    structure: [/^test3 has an interface on bridge/],
    ci: true,
  },
  {
    name: 'the hosts line of the link removed',
    ...hosts('test3', 'grep -v test1'),
    only: /^test3 -> "test1"$/,
    edges: ['test3 -> "test1"'],
    structure: [/^\/etc\/hosts of test3 has the link to test1$/],
    ci: true,
  },
  {
    name: 'the hosts line of the link wrong',
    ...hosts('test3', "sed 's/^.*test1.*/172.17.0.99 test1/'"),
    only: /^test3 -> "test1"$/,
    edges: ['test3 -> "test1"'],
    structure: [/^\/etc\/hosts of test3 has the link to test1$/],
  },
  {
    name: 'a hosts line that nobody declared',
    ...hosts('test4', "sed '$a 172.17.0.99 web'"),
    only: /^test4 -> "web"$/,
    structure: [/^\/etc\/hosts of test4 names no other container$/],
  },
  {
    name: 'the resolver of test4 broken',
    ...edited('test4', '/etc/resolv.conf', 'echo nameserver 127.0.0.1'),
    only: /^test4 -> "/,
    edges: ['test4 -> "test1"', 'test4 -> "test2"'],
  },
  {
    name: 'the rules of the embedded DNS server flushed in test4',
    inject: [inside('test4', 'iptables', '-t', 'nat', '-F', 'DOCKER_OUTPUT')],
    heal: restart('test4'),
    only: /^test4 -> "/,
    edges: ['test4 -> "test1"'],
  },
  {
    name: 'test2 ignores echo requests',
    inject: [inside('test2', 'sysctl', '-qw', 'net.ipv4.icmp_echo_ignore_all=1')],
    heal: [inside('test2', 'sysctl', '-qw', 'net.ipv4.icmp_echo_ignore_all=0')],
    only: about('test2'),
    edges: ['test1 -> test2@bridge', 'test1 -> "test2"'],
  },
  {
    name: 'a wrong neighbour entry for web in test3',
    inject: [neighbour('replace', 'lladdr', '02:00:00:00:00:99', 'nud', 'permanent')],
    heal: [neighbour('delete')],
    only: /^test3 -> web@|^web -> test3@/,
    edges: ['test3 -> web@bridge:80/tcp'],
  },
  ...['DROP', 'REJECT'].map((verdict): Fault => ({
    name: `${verdict} inside web`,
    ...rule('INPUT', tcp(80, verdict), 'filter', inWeb),
    only: /-> web@bridge:80\/tcp$/,
    edges: ['test1 -> web@bridge:80/tcp'],
  })),
];
