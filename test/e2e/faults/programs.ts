import { about, docker, edited, inside, one, PUBLISHED, type Fault } from './fault';

const CONF = '/etc/nginx/nginx.conf';

/** Another line in nginx's own configuration. A reload would not do: it takes the new socket beside the old one. */
const listens = (container: string, at: string): Pick<Fault, 'inject' | 'heal'> => {
  const { inject, heal } = edited(container, CONF, `sed 's/listen .*80[^;]*;/listen ${at};/'`);
  const again = docker('restart', '--time', '0', container);
  return { inject: [...inject, again], heal: [...heal, again] };
};

export const programs: readonly Fault[] = [
  {
    name: 'the MAC address of test2 changed',
    inject: [inside('test2', 'ip', 'link', 'set', 'eth0', 'address', '02:42:ac:00:00:77')],
    heal: [],
    only: about('test2'),
    structure: [/^test2 has its MAC address on /],
    also: /^test2 has its default gateway/,
    cause: /^test2 has its MAC address on /,
    named: true,
    ci: true,
  },
  {
    name: 'the resolver of test4 emptied',
    inject: edited('test4', '/etc/resolv.conf', 'true').inject,
    heal: [],
    only: /^test4 -> "/,
    cause: /^\/etc\/resolv.conf of test4 names its engine's name server$/,
    named: true,
  },
  {
    name: 'the hosts file of test3 emptied',
    inject: edited('test3', '/etc/hosts', 'true').inject,
    heal: [],
    only: /^test3 -> "test1"$/,
    structure: [/^\/etc\/hosts of test3 has the link to test1$/],
    also: /^\/etc\/hosts of test3 has its own lines$/,
    cause: /^\/etc\/hosts of test3 has /,
    named: true,
  },
  {
    name: 'the hosts file of test4 emptied',
    inject: edited('test4', '/etc/hosts', 'true').inject,
    heal: [],
    structure: [/^\/etc\/hosts of test4 has its own lines$/],
    cause: /^\/etc\/hosts of test4 has its own lines$/,
    named: true,
  },
  {
    name: 'a node ignores echo requests',
    inject: [one('sysctl', '-qw', 'net.ipv4.icmp_echo_ignore_all=1')],
    heal: [],
    only: /./,
    edges: ['outside -> e2e-node1', 'test3 -> gateway[bridge]'],
    cause: /^e2e-node1 answers echo requests$/,
    named: true,
  },
  {
    name: 'a foreign process on the port that a container publishes',
    inject: [
      docker('stop', '--time', '0', 'web-port'),
      one(
        'sh',
        '-c',
        'perl -MIO::Socket::INET -e \'fork && exit; setpgrp; open STDOUT, ">/dev/null"; open STDERR, ">/dev/null"; $s = IO::Socket::INET->new(LocalPort => 80, Listen => 5, ReuseAddr => 1) or exit 1; sleep 3600\' </dev/null',
      ),
    ],
    // Once the port is free, a deploy starts the container.
    heal: [],
    then: 'deploy',
    only: new RegExp(`${about('web-port').source}|${PUBLISHED.source}`),
    cause: /^e2e-node1 holds port 80\/tcp for web-port$/,
    hint: /is taken by perl \(process \d+\), so that web-port cannot start: \.\/lab exec e2e-node1 -- kill \d+$/,
    also: /^web-port is running$/,
    named: true,
  },
  {
    name: 'a container that nobody declared on test-bridge',
    inject: [
      docker(
        'run',
        '--detach',
        '--name',
        'foreign',
        '--network',
        'test-bridge',
        'busybox:1.36',
        'sleep',
        '600',
      ),
    ],
    heal: [docker('rm', '--force', 'foreign')],
    structure: [/^docker network inspect test-bridge on e2e-node1 lists its containers$/],
    hint: /docker network disconnect test-bridge foreign$/,
    also: /foreign/,
  },
  {
    name: 'web listens on loopback only',
    ...listens('web', '127.0.0.1:80'),
    only: /-> web@bridge:80\/tcp$/,
    edges: ['test1 -> web@bridge:80/tcp'],
    cause: /^web listens on port 80\/tcp$/,
    hint: /^web listens on loopback only \(127\.0\.0\.1:80\): /,
    ci: true,
  },
];
