import type { Network } from '../../src/topology/lab';
import type { EngineSeries } from '../../src/topology/topology';
import { ask, name, told } from './ask';
import { buildLab, namespacePair } from './builder';

const IPV6 = { subnet6: 'fd00:2::/64' } as const;

const lab = buildLab({
  networks: [
    { name: 'app' },
    { name: 'back' },
    { name: 'quiet', icc: false },
    { name: 'zz', internal: true },
  ],
  containers: {
    plain: {},
    linked: { links: [{ container: 'plain', alias: 'db', chapter: 'all' }] },
    app1: { networks: ['bridge', { network: 'app', aliases: ['db', 'api'] }] },
    app2: { networks: ['app'] },
    back1: { networks: ['back'] },
    both: { networks: ['app', 'back'], links: [] },
    hidden: {
      networks: ['bridge', 'app'],
      links: [{ container: 'plain', alias: 'app2', chapter: 'all' }],
    },
    hush1: { networks: ['quiet'] },
    hush2: { networks: ['quiet', 'zz'] },
    hush3: { networks: ['quiet', 'zz'] },
    guest: { mode: 'container:linked' },
    lonely: { mode: 'none' },
    hosted: { mode: 'host' },
  },
  namespacePairs: [namespacePair('node1', 'all')],
});

describe('a name', () => {
  it('is known between containers on a user-defined network', () => {
    expect(ask(lab, 'app2', name('app1'))).toBe('reachable: embedded-dns same-bridge');
    expect(ask(lab, 'app1', name('app2'))).toBe('reachable: embedded-dns same-bridge');
    expect(ask(lab, 'app2', name('app2'))).toBe('reachable: embedded-dns own-address');
  });

  it('is known by its aliases on the network that declares them', () => {
    expect(ask(lab, 'app2', name('api'))).toBe('reachable: embedded-dns same-bridge');
    expect(ask(lab, 'back1', name('api'))).toBe('unresolved: names-across-networks');
  });

  it('means the same in capital and in small letters, to DNS and in /etc/hosts', () => {
    expect(ask(lab, 'app2', name('API'))).toBe('reachable: embedded-dns same-bridge');
    expect(ask(lab, 'app1', name('App2'))).toBe('reachable: embedded-dns same-bridge');
    expect(ask(lab, 'linked', name('DB'))).toBe(ask(lab, 'linked', name('db')));
  });

  it('is unknown on the default bridge', () => {
    expect(ask(lab, 'plain', name('app1'))).toBe('unresolved: default-bridge-names');
    expect(ask(lab, 'plain', name('plain'))).toBe('unresolved: default-bridge-names');
    expect(ask(lab, 'app1', name('plain'))).toBe('unresolved: names-across-networks');
  });

  it('is unknown across networks', () => {
    expect(ask(lab, 'back1', name('app1'))).toBe('unresolved: names-across-networks');
    expect(ask(lab, 'both', name('app1'))).toMatch(/^reachable/);
    expect(ask(lab, 'both', name('back1'))).toMatch(/^reachable/);
  });

  it('is unknown to nodes, host-mode containers and network none', () => {
    expect(ask(lab, 'node1', name('app1'))).toBe('unresolved: node-names');
    expect(ask(lab, 'hosted', name('app1'))).toBe('unresolved: host-network node-names');
    expect(ask(lab, 'lonely', name('app1'))).toBe('unresolved: none-network');
    expect(ask(lab, 'outside', name('app1'))).toBe('unresolved: node-names');
  });

  it('says nothing about whether packets arrive', () => {
    expect(ask(lab, 'hush1', name('hush2'))).toBe('timeout: embedded-dns icc');
  });

  it('on several shared networks is the one on the first that is not internal', () => {
    expect(ask(lab, 'hush2', name('hush3'))).toBe('timeout: embedded-dns icc');
  });
});

describe('a name that several containers carry', () => {
  const named = (network: string) => ({ networks: [{ network, aliases: ['db'] }] });
  const shared = buildLab({
    networks: [
      { name: 'a', internal: true },
      { name: 'b' },
      { name: 'c' },
      { name: 'd', internal: true },
    ],
    containers: {
      asker: { networks: ['c', 'a', 'b'] },
      shut: { networks: ['d', 'a'] },
      other: { networks: ['c'] },
      ofA: named('a'),
      ofB: named('b'),
      ofC: named('c'),
      ofD: named('d'),
      second: named('b'),
    },
  });
  const answer = (from: string): string | undefined =>
    told(shared, from, { kind: 'name', name: 'db', endpoint: 'ofA' }).split('\n')[0];

  it('is asked for on the networks that are not internal first, in alphabetical order', () => {
    expect(answer('asker')).toMatch(/is on b, .*it is one of ofB, second, in turn$/);
    expect(answer('shut')).toMatch(/is on a, .*it is ofA$/);
    expect(answer('other')).toMatch(/is on c, .*it is ofC$/);
  });

  it.each<[string, EngineSeries, string, Partial<Network>, Partial<Network>]>([
    ['of those that are not internal', '20.10', 'two', {}, IPV6],
    ['of those that are not internal', '28.5', 'two', {}, IPV6],
    ['after those that are not internal', '20.10', 'two', { ...IPV6, internal: true }, {}],
    ['of internal ones', '20.10', 'two', { internal: true }, { ...IPV6, internal: true }],
    ['but not of internal ones', '26.1', 'one', { internal: true }, { ...IPV6, internal: true }],
    ['but not of internal ones', '28.5', 'one', { internal: true }, { ...IPV6, internal: true }],
  ])('is asked for on networks with IPv6 first, %s on %s', (_, engine, network, first, second) => {
    const networks = ['one', 'two'];
    const both = buildLab({
      nodes: [{ name: 'node1', engine }],
      networks: [
        { name: 'one', ...first },
        { name: 'two', ...second },
      ],
      containers: { asker: { networks }, asked: { networks } },
    });
    expect(told(both, 'asker', name('asked'))).toMatch(`asker is on ${network}, `);
  });

  it('is each of those on one network in turn, also for the second', () => {
    expect(answer('second')).toMatch(/it is one of ofB, second, in turn$/);
  });

  it('that none of them carries is told with the networks that were asked', () => {
    expect(told(shared, 'shut', name('nothing'))).toContain('its own networks (d, a)');
    expect(told(lab, 'app1', name('nothing'))).toContain('its own networks (app)');
  });
});

describe('who cannot ask', () => {
  const why = (from: string): string => told(lab, from, name('app1'));

  it('is told whose resolver was asked', () => {
    expect(why('outside')).toMatch(/^outside asks the resolver of its machine,/);
    expect(why('node1')).toMatch(/^node1 asks the resolver of node1,/);
    expect(why('netns:ns1')).toMatch(/^netns:ns1 asks the resolver of node1,/);
  });
});

describe('a link', () => {
  it('gives the linking container a name, in that direction only', () => {
    expect(ask(lab, 'linked', name('db'))).toBe('reachable: link same-bridge');
    expect(ask(lab, 'linked', name('plain'))).toBe('reachable: link same-bridge');
    expect(ask(lab, 'plain', name('linked'))).toBe('unresolved: default-bridge-names');
    expect(ask(lab, 'plain', name('db'))).toBe('unresolved: default-bridge-names');
  });

  it('comes before the embedded DNS server', () => {
    expect(ask(lab, 'hidden', name('app2'))).toBe('reachable: link same-bridge');
    expect(ask(lab, 'hidden', name('app1'))).toBe('reachable: embedded-dns same-bridge');
  });

  it('is shared with the stack', () => {
    expect(ask(lab, 'guest', name('db'))).toBe('reachable: shared-stack link same-bridge');
    expect(ask(lab, 'app2', name('guest'))).toBe('unresolved: names-across-networks');
  });
});

describe('names of several kinds', () => {
  const several = buildLab({
    networks: [{ name: 'app' }, { name: 'back.end' }, { name: 'quiet', icc: false }],
    containers: {
      db: { networks: ['back.end'], hostname: 'store' },
      a: { networks: [{ network: 'app', aliases: ['api'] }, 'back.end'] },
      b: { networks: [{ network: 'app', aliases: ['api'] }] },
      asker: {
        networks: ['app'],
        links: [
          { container: 'a', alias: 'peer', chapter: 'all' },
          { container: 'b', alias: 'peer', chapter: 'all' },
        ],
      },
      plain: { hostname: 'simple' },
      guest: { mode: 'container:plain' },
      linked: { links: [{ container: 'guest', alias: 'g', chapter: 'all' }] },
    },
  });

  it('a hostname is one on user-defined networks, and NAME.NETWORK on that of the asker’s', () => {
    expect(ask(several, 'a', name('store'))).toBe('reachable: embedded-dns same-bridge');
    expect(ask(several, 'a', name('db.back.end'))).toBe('reachable: embedded-dns same-bridge');
    expect(ask(several, 'a', name('b.app'))).toMatch(/^reachable/);
    expect(ask(several, 'b', name('db.back.end'))).toMatch(/^unresolved/);
    expect(ask(several, 'a', name('db.Back.end'))).toMatch(/^unresolved/);
  });

  it('an alias of several, and of several links, is told to be one', () => {
    expect(ask(several, 'asker', name('api'))).toBe('reachable: embedded-dns same-bridge');
    expect(ask(several, 'asker', name('peer'))).toBe('reachable: link same-bridge');
    expect(told(several, 'asker', name('peer'))).toContain('one of a, b');
  });

  it('a link on the default bridge has the target’s name and hostname besides, through shared stacks', () => {
    for (const known of ['g', 'plain', 'simple'])
      expect(ask(several, 'linked', name(known))).toBe('reachable: link same-bridge');
    expect(ask(several, 'plain', name('simple'))).toBe('unresolved: default-bridge-names');
  });
});
