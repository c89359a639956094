import { about, ACROSS, docker, one, rule, two, type Fault } from './fault';

const OVERLAY = 'test-overlay';
const PAIR = ['test5', 'web-overlay'] as const;
const VXLAN = ['-p', 'udp', '--dport', '4789', '-j', 'DROP'] as const;
const onOther = (...argv: readonly string[]) => two('docker', ...argv);
const link = (state: string) => one('ip', 'link', 'set', 'docker_gwbridge', state);

export const overlays: readonly Fault[] = [
  {
    name: 'the port of VXLAN blocked on the other node',
    ...rule('INPUT', VXLAN, 'filter', two),
    only: ACROSS,
    edges: [
      'test5 -> "web-overlay"',
      'test5 -> web-overlay@test-overlay:80/tcp',
      'web-overlay -> test5@test-overlay',
    ],
    ci: true,
  },
  {
    name: 'VXLAN blocked on its way out',
    ...rule('OUTPUT', VXLAN),
    only: ACROSS,
    edges: ['test5 -> web-overlay@test-overlay', 'web-overlay -> "test5"'],
  },
  {
    name: 'test5 disconnected from the overlay',
    inject: [docker('network', 'disconnect', OVERLAY, 'test5')],
    heal: [],
    then: 'repair',
    only: about(...PAIR),
    edges: ['test5 -> "web-overlay"', 'web-overlay -> "test5"', 'test5 -> outside'],
    structure: [/^test5 is attached to test-overlay$/],
    also: /test5|test-overlay/,
  },
  {
    name: 'a container of the other node disconnected from the overlay',
    inject: [onOther('network', 'disconnect', OVERLAY, 'web-overlay')],
    heal: [],
    then: 'repair',
    only: about(...PAIR),
    edges: ['test5 -> "web-overlay"', 'test5 -> web-overlay@test-overlay:80/tcp'],
    structure: [/^web-overlay is attached to test-overlay$/],
    also: /web-overlay|test-overlay/,
  },
  {
    name: 'test4 connected to the overlay',
    inject: [docker('network', 'connect', OVERLAY, 'test4')],
    heal: [],
    then: 'repair',
    only: about('test4'),
    edges: ['test4 -> "web-overlay"', 'web-overlay -> "test4"'],
    structure: [/^test4 is attached to nothing else$/],
    also: /test-overlay/,
  },
  {
    name: 'docker_gwbridge down',
    cause: /^docker_gwbridge on e2e-node1 is up, with its address$/,
    named: true,
    inject: [link('down')],
    heal: [link('up')],
    only: /docker_gwbridge|^test5 -> /,
    edges: ['test5 -> outside', 'test5 -> e2e-node2', 'e2e-node1 -> test5@docker_gwbridge'],
    also: /docker_gwbridge/,
  },
  {
    name: 'a node out of the swarm',
    inject: [onOther('swarm', 'leave')],
    heal: [],
    then: 'rejoin',
    only: about(...PAIR),
    edges: ['test5 -> "web-overlay"', 'test5 -> web-overlay@test-overlay:80/tcp'],
    structure: [/^e2e-node2 is in the swarm of e2e-node1$/],
    also: /web-overlay|overlay/,
    ci: true,
  },
  {
    name: 'the swarm ended by its manager',
    inject: [docker('swarm', 'leave', '--force')],
    // An engine that leaves forgets the names on its other networks as well.
    heal: [docker('restart', '--time', '1', 'test1', 'test2', 'test4')],
    then: 'rejoin',
    only: new RegExp(`${about(...PAIR).source}|^test[124] -> "test[124]"$`),
    edges: ['test5 -> "web-overlay"', 'test5 -> outside'],
    structure: [/^e2e-node1 manages the swarm$/, /^network test-overlay exists in the swarm$/],
    also: /swarm|overlay|test5/,
  },
  {
    name: 'the overlay made anew by hand',
    inject: [
      docker('network', 'disconnect', '--force', OVERLAY, 'test5'),
      onOther('network', 'disconnect', '--force', OVERLAY, 'web-overlay'),
      one('sh', '-c', `until docker network rm ${OVERLAY} 2>/dev/null; do sleep 0.2; done`),
      docker('network', 'create', '--driver', 'overlay', '--attachable', OVERLAY),
      docker('network', 'connect', OVERLAY, 'test5'),
      onOther('network', 'connect', OVERLAY, 'web-overlay'),
    ],
    heal: [
      docker('network', 'disconnect', OVERLAY, 'test5'),
      onOther('network', 'disconnect', OVERLAY, 'web-overlay'),
      one('sh', '-c', `until docker network rm ${OVERLAY} 2>/dev/null; do sleep 0.2; done`),
    ],
    then: 'deploy',
    structure: [/^network test-overlay is as declared$/],
    also: /test-overlay/,
  },
  {
    name: 'the engine of the other node stopped in its tracks',
    inject: [two('pkill', '-STOP', '-x', 'dockerd')],
    heal: [two('pkill', '-CONT', '-x', 'dockerd')],
    only: /e2e-node2|web-host|web-overlay/,
    structure: [/^e2e-node2 and its engine answer$/],
    also: /e2e-node2|web-host|web-overlay/,
  },
];
