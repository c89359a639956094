import { byHand } from '../../src/verdict/mend';
import type { Inside, NodeState, States } from '../../src/observe/state';
import { articleLab, articleStates, withContainer, withNode } from '../support/article';
import { structureOf } from '../support/verdicts';

const failing = (states: States) =>
  structureOf(articleLab, states)
    .filter(({ status }) => status !== 'pass')
    .map(({ subject, mend }) => [subject, mend === undefined ? '' : byHand(articleLab, mend)]);

const iface = (change: object) => (state: NodeState) => ({
  ...state,
  interfaces: state.interfaces.map((one) => (one.name === 'docker0' ? { ...one, ...change } : one)),
});

describe('the bridge of a network', () => {
  it.each([
    ['was switched off', { enabled: false, up: false }, 'ip link set docker0 up'],
    ['has lost its address', { addresses: [] }, 'ip address add 172.17.0.1/16 brd + dev docker0'],
  ])('that %s is put right by a command', (_, change, command) => {
    expect(failing(withNode(iface(change)))).toEqual([
      ['docker0 on docker-node1 is up, with its address', expect.stringContaining(command)],
    ]);
  });

  it('has the mtu of its ports', () => {
    expect(failing(withNode(iface({ mtu: 1400 })))[0]).toEqual([
      'docker0 on docker-node1 has the mtu of its ports',
      './lab exec docker-node1 -- ip link set docker0 mtu 1500',
    ]);
  });

  it('has a route to its subnet', () => {
    const states = withNode((state) => ({
      ...state,
      routes: state.routes.filter(({ interface: through }) => through !== 'docker0'),
    }));
    expect(failing(states)).toEqual([
      [
        'docker-node1 has a route to 172.17.0.0/16 through docker0',
        expect.stringContaining('ip route add 172.17.0.0/16 dev docker0'),
      ],
    ]);
  });
});

describe('the files by which a container knows names', () => {
  const inside = (name: string, change: Partial<Inside>): States =>
    withContainer(name, (one) => ({ ...one, inside: { ...one.inside!, ...change } }));
  const subjects = (states: States) => failing(states).map(([subject]) => subject);

  it.each([[[]], [['nameserver 8.8.8.8']], [['nameserver 127.0.0.1', '# nameserver 127.0.0.11']]])(
    'name the engine’s name server and no other: %j',
    (resolver) => {
      expect(subjects(inside('test4', { resolver }))).toEqual([
        "/etc/resolv.conf of test4 names its engine's name server",
      ]);
    },
  );

  it('are not looked into on the default bridge, where the engine copies what it was told', () => {
    expect(subjects(inside('test3', { resolver: ['nameserver 192.0.2.1'] }))).toEqual([]);
  });

  it('have localhost', () => {
    const own = '/etc/hosts of test4 has its own lines';
    expect(subjects(inside('test4', { hosts: [] }))).toEqual([own]);
    expect(subjects(inside('test4', { hosts: ['#127.0.0.1 localhost'] }))).toEqual([own]);
    expect(subjects(inside('test4', { hosts: ['127.0.0.1\tlocal localhost'] }))).toEqual([]);
  });
});

it('a MAC address that was changed is made anew with its container', () => {
  const before = articleStates().get('docker-node1')!;
  const { interfaces } = before.containers.find(({ name }) => name === 'test4')!.inside!;
  const changed = interfaces.map((one) => ({ ...one, mac: '02:42:00:00:00:77' }));
  const states = withContainer('test4', (one) => ({
    ...one,
    inside: { ...one.inside!, interfaces: changed },
  }));
  expect(failing(states).map(([subject]) => subject)).toEqual([
    'test4 has its MAC address on test-bridge',
  ]);
});
