import { one, rule, type Fault } from './fault';

const ip = (namespace: string, ...argv: readonly string[]) => one('ip', '-n', namespace, ...argv);
const inTest2 = (...argv: readonly string[]) => one('ip', 'netns', 'exec', 'test2', ...argv);
const PAIR = /^netns:test[12] -> netns:test[12]/;
const BOTH = ['netns:test1 -> netns:test2', 'netns:test2 -> netns:test1'];
const address = (verb: string, value: string) =>
  ip('test2', 'address', verb, value, 'dev', 'veth-test2');

export const namespaces: readonly Fault[] = [
  {
    name: 'the address removed from veth-test2',
    inject: [address('delete', '192.168.1.2/24')],
    heal: [],
    then: 'repair',
    only: PAIR,
    edges: BOTH,
    structure: [/^namespace test2 on e2e-node1 has veth-test2$/],
    ci: true,
  },
  {
    name: 'another address on veth-test2',
    inject: [address('delete', '192.168.1.2/24'), address('add', '192.168.1.3/24')],
    heal: [address('delete', '192.168.1.3/24'), address('add', '192.168.1.2/24')],
    only: PAIR,
    edges: ['netns:test1 -> netns:test2'],
    structure: [/^namespace test2 on e2e-node1 has veth-test2$/],
  },
  {
    name: 'veth-test2 down',
    cause: /^namespace test/,
    named: true,
    inject: [ip('test2', 'link', 'set', 'veth-test2', 'down')],
    heal: [ip('test2', 'link', 'set', 'veth-test2', 'up')],
    only: PAIR,
    edges: BOTH,
    structure: [/^namespace test2 on e2e-node1 has veth-test2$/],
    also: /^namespace test1 on e2e-node1 has veth-test1$/,
  },
  {
    name: 'veth-test2 renamed',
    inject: [
      ip('test2', 'link', 'set', 'veth-test2', 'down'),
      ip('test2', 'link', 'set', 'veth-test2', 'name', 'veth-other'),
      ip('test2', 'link', 'set', 'veth-other', 'up'),
    ],
    heal: [
      ip('test2', 'link', 'set', 'veth-other', 'down'),
      ip('test2', 'link', 'set', 'veth-other', 'name', 'veth-test2'),
      ip('test2', 'link', 'set', 'veth-test2', 'up'),
    ],
    only: PAIR,
    structure: [/^namespace test2 on e2e-node1 has veth-test2$/],
  },
  {
    name: 'namespace test2 deleted',
    inject: [one('ip', 'netns', 'delete', 'test2')],
    heal: [],
    then: 'repair',
    only: /netns:test[12]/,
    edges: ['netns:test1 -> netns:test2'],
    structure: [/^namespace test2 on e2e-node1 has veth-test2$/],
    also: /^namespace test1 on e2e-node1 has veth-test1$/,
  },
  {
    name: 'the loopback interface of namespace test1 down',
    cause: /^the loopback interface of netns:test1 is up$/,
    named: true,
    inject: [ip('test1', 'link', 'set', 'lo', 'down')],
    heal: [ip('test1', 'link', 'set', 'lo', 'up')],
    only: /^netns:test1 -> (127|netns:test1)/,
    edges: ['netns:test1 -> 127.0.0.1'],
  },
  {
    name: 'a blackhole route in namespace test1',
    cause: /^netns:test1 has no route that leads nowhere$/,
    named: true,
    inject: [ip('test1', 'route', 'add', 'blackhole', '192.168.1.2/32')],
    heal: [ip('test1', 'route', 'delete', 'blackhole', '192.168.1.2/32')],
    only: PAIR,
    edges: ['netns:test1 -> netns:test2'],
  },
  {
    name: 'DROP in namespace test2',
    ...rule('INPUT', ['-p', 'icmp', '-j', 'DROP'], 'filter', inTest2),
    // Nothing answers it any more, so that its other edges show nothing.
    only: /^netns:test[12] -> netns:test[12]|^netns:test2 -> /,
    edges: ['netns:test1 -> netns:test2'],
  },
];
