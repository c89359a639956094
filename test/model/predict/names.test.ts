import { ask, name } from './ask';
import { buildLab } from './builder';

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

describe('a link', () => {
  it('gives the linking container a name, in that direction only', () => {
    expect(ask(lab, 'linked', name('db'))).toBe('reachable: link same-bridge');
    expect(ask(lab, 'linked', name('plain'))).toBe('unresolved: default-bridge-names');
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
