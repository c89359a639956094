import { about, docker, edited, one, PUBLISHED, two, type Fault } from './fault';

const otherPage = (container: string) =>
  edited(container, '/usr/share/nginx/html/index.html', 'echo other');

const signal = (container: string, name: string) =>
  one('sh', '-ec', 'kill -"$1" $(docker top "$0" -o pid | tail -n +2)', container, name);

const replaced = (container: string, ...options: readonly string[]): Fault['inject'] => [
  docker('rm', '--force', container),
  docker('run', '--detach', '--name', container, ...options, 'busybox:1.36', 'sleep', 'infinity'),
];

export const containers: readonly Fault[] = [
  {
    name: 'test2 paused',
    cause: /^test2 is running$/,
    named: true,
    inject: [docker('pause', 'test2')],
    heal: [docker('unpause', 'test2')],
    only: about('test2'),
    structure: [/^test2 is running$/],
  },
  {
    name: 'web paused',
    cause: /^web is running$/,
    named: true,
    inject: [docker('pause', 'web')],
    heal: [docker('unpause', 'web')],
    only: about('web'),
    edges: ['test1 -> web@bridge:80/tcp'],
    structure: [/^web is running$/],
  },
  {
    name: 'test1 stopped',
    inject: [docker('stop', '--time', '0', 'test1')],
    heal: [],
    then: 'deploy',
    only: about('test1'),
    edges: ['test3 -> "test1"', 'test4 -> "test1"'],
    structure: [/^test1 is running$/],
    also: /^\/etc\/hosts of test3/,
  },
  {
    name: 'web killed',
    cause: /^web is running$/,
    named: true,
    inject: [docker('kill', 'web')],
    heal: [docker('start', 'web')],
    only: about('web'),
    edges: ['test1 -> web@bridge:80/tcp'],
    structure: [/^web is running$/],
  },
  {
    name: 'web-port gone',
    inject: [docker('rm', '--force', 'web-port')],
    heal: [],
    then: 'deploy',
    only: new RegExp(`${about('web-port').source}|${PUBLISHED.source}`),
    edges: ['outside -> e2e-node1[192.168.206.10]:80/tcp'],
    structure: [/^web-port is running$/],
    ci: true,
  },
  {
    name: 'web replaced by another of the same name',
    inject: replaced('web'),
    heal: [docker('rm', '--force', 'web')],
    then: 'deploy',
    only: about('web'),
    edges: ['test1 -> web@bridge:80/tcp'],
    structure: [/^web belongs to the lab$/],
  },
  {
    name: 'test4 replaced by another of the same name on another network',
    inject: replaced('test4'),
    heal: [docker('rm', '--force', 'test4')],
    then: 'deploy',
    only: about('test4'),
    edges: ['test4 -> "test1"', 'test4 -> test3@bridge'],
    structure: [/^test4 belongs to the lab$/, /^test4 is attached to test-bridge$/],
    also: /^test4 is attached to nothing else$/,
  },
  {
    name: 'test-host replaced by one with a network of its own',
    inject: replaced('test-host'),
    heal: [docker('rm', '--force', 'test-host')],
    then: 'deploy',
    only: about('test-host'),
    edges: ['test-host -> e2e-node1[127.0.0.1]:22/tcp'],
    structure: [/^test-host belongs to the lab$/],
    also: /^test-host /,
  },
  {
    name: 'the nginx of web stopped in its tracks',
    cause: /^the processes of web run$/,
    named: true,
    inject: [signal('web', 'STOP')],
    heal: [signal('web', 'CONT')],
    only: /-> web@bridge:80\/tcp$/,
    edges: ['test1 -> web@bridge:80/tcp'],
  },
  {
    name: 'another page on web',
    cause: /^web shows its page$/,
    named: true,
    ...otherPage('web'),
    only: /-> web@bridge:80\/tcp$/,
    edges: ['test1 -> web@bridge:80/tcp'],
  },
  {
    name: 'another page on web-port',
    cause: /^web-port shows its page$/,
    named: true,
    ...otherPage('web-port'),
    only: new RegExp(`-> web-port@bridge:80/tcp$|${PUBLISHED.source}`),
    edges: ['outside -> e2e-node1[192.168.206.10]:80/tcp'],
    ci: true,
  },
  {
    name: 'web-host stopped',
    cause: /^web-host is running$/,
    named: true,
    inject: [two('docker', 'stop', 'web-host')],
    heal: [two('docker', 'start', 'web-host')],
    only: /^web-host -> |e2e-node2\[[\d.]+\]:80\/tcp$/,
    edges: ['outside -> e2e-node2[192.168.206.11]:80/tcp'],
    structure: [/^web-host is running$/],
  },
];
