import { about, docker, type Fault } from './fault';

const connect = (network: string, container: string) =>
  docker('network', 'connect', network, container);
const disconnect = (network: string, container: string) =>
  docker('network', 'disconnect', network, container);

export const attachments: readonly Fault[] = [
  {
    name: 'test2 disconnected from test-bridge',
    inject: [disconnect('test-bridge', 'test2')],
    heal: [],
    then: 'repair',
    only: /^\S+ -> test2@test-bridge|^test2 -> test\d@test-bridge|^test[14] -> "test2"$|^test2 -> "test[124]"$/,
    edges: ['test4 -> "test2"', 'test4 -> test2@test-bridge', 'test2 -> "test4"'],
    structure: [/^test2 is attached to test-bridge$/],
    ci: true,
  },
  {
    name: 'test1 disconnected from the default bridge',
    inject: [disconnect('bridge', 'test1')],
    heal: [],
    then: 'repair',
    only: about('test1'),
    edges: ['test3 -> "test1"', 'test3 -> test1@bridge'],
    structure: [/^test1 is attached to bridge$/],
    also: /^\/etc\/hosts of test3/,
  },
  {
    name: 'test4 disconnected from its only network',
    inject: [disconnect('test-bridge', 'test4')],
    heal: [connect('test-bridge', 'test4')],
    only: about('test4'),
    edges: ['test1 -> test4@test-bridge', 'test4 -> "test1"', 'test4 -> outside'],
    structure: [/^test4 is attached to test-bridge$/],
  },
  {
    name: 'web disconnected from the default bridge',
    inject: [disconnect('bridge', 'web')],
    heal: [connect('bridge', 'web')],
    only: about('web'),
    edges: ['test1 -> web@bridge:80/tcp', 'web -> e2e-node2'],
    structure: [/^web is attached to bridge$/],
  },
  {
    name: 'test4 connected to the default bridge',
    inject: [connect('bridge', 'test4')],
    heal: [],
    then: 'repair',
    only: about('test4'),
    edges: ['test4 -> test3@bridge'],
    structure: [/^test4 is attached to nothing else$/],
    ci: true,
  },
  {
    name: 'test3 connected to test-bridge',
    inject: [connect('test-bridge', 'test3')],
    // Disconnected, the engine writes its hosts anew, without the link.
    heal: [],
    then: 'repair',
    only: about('test3'),
    edges: ['test3 -> test4@test-bridge', 'test4 -> "test3"'],
    structure: [/^test3 is attached to nothing else$/],
  },
  {
    name: 'web connected to test-bridge',
    inject: [connect('test-bridge', 'web')],
    heal: [disconnect('test-bridge', 'web')],
    only: about('web'),
    edges: ['web -> test4@test-bridge', 'test4 -> "web"'],
    structure: [/^web is attached to nothing else$/],
  },
  {
    name: 'a network that nobody declared on test4',
    inject: [docker('network', 'create', 'foreign'), connect('foreign', 'test4')],
    heal: [disconnect('foreign', 'test4'), docker('network', 'rm', 'foreign')],
    only: about('test4'),
    structure: [/^test4 is attached to nothing else$/],
  },
  {
    name: 'an alias that nobody declared',
    inject: [
      disconnect('test-bridge', 'test4'),
      docker('network', 'connect', '--alias', 'db', 'test-bridge', 'test4'),
    ],
    heal: [disconnect('test-bridge', 'test4'), connect('test-bridge', 'test4')],
    structure: [/^test4 has its aliases on test-bridge$/],
  },
];
