import { ask, ping, port, told } from './ask';
import { buildLab } from './builder';

const lab = buildLab({
  networks: [{ name: 'app' }, { name: 'back' }, { name: 'quiet', icc: false }],
  containers: {
    one: { listens: [80] },
    two: {},
    both: { networks: ['bridge', 'app'] },
    app: { networks: ['app'] },
    back: { networks: ['back'] },
    hush: { networks: ['quiet'], listens: [80], ports: [{ published: 8080, target: 80 }] },
    hush2: { networks: ['quiet'] },
  },
});

describe('containers on one node', () => {
  it('reach each other on the same bridge, in both directions', () => {
    expect(ask(lab, 'one', ping('two', 'bridge'))).toBe('reachable: same-bridge');
    expect(ask(lab, 'two', ping('one', 'bridge'))).toBe('reachable: same-bridge');
  });

  it('reach a port on the same bridge where something listens, and are refused where nothing does', () => {
    expect(ask(lab, 'two', port('one', 'bridge', 80))).toBe('reachable: same-bridge listener');
    expect(ask(lab, 'two', port('one', 'bridge', 23))).toBe('refused: same-bridge closed-port');
  });

  it('do not reach each other across bridges', () => {
    expect(ask(lab, 'app', ping('one', 'bridge'))).toBe('timeout: default-gateway isolation');
    expect(ask(lab, 'app', port('one', 'bridge', 80))).toBe('timeout: default-gateway isolation');
  });

  it('are reached at the address on the shared network, not at the other one', () => {
    expect(ask(lab, 'app', ping('both', 'app'))).toBe('reachable: same-bridge');
    expect(ask(lab, 'app', ping('both', 'bridge'))).toBe('timeout: default-gateway isolation');
    expect(ask(lab, 'back', ping('both', 'app'))).toBe('timeout: default-gateway isolation');
  });

  it('reach their own addresses without a network', () => {
    expect(ask(lab, 'both', ping('both', 'app'))).toBe('reachable: own-address');
    expect(ask(lab, 'one', port('one', 'bridge', 80))).toBe('reachable: own-address listener');
    expect(ask(lab, 'one', port('one', 'bridge', 23))).toBe('refused: own-address closed-port');
  });

  it('drop each other with enable_icc=false, but not their gateway and not themselves', () => {
    expect(ask(lab, 'hush', ping('hush2', 'quiet'))).toBe('timeout: icc');
    expect(ask(lab, 'hush2', port('hush', 'quiet', 80))).toBe('timeout: icc');
    expect(ask(lab, 'hush', { kind: 'gateway', network: 'quiet' })).toBe('reachable: gateway');
    expect(ask(lab, 'hush', ping('hush', 'quiet'))).toBe('reachable: own-address');
  });

  it('send what is for elsewhere to the first of their networks by name', () => {
    const order = buildLab({
      networks: [{ name: 'zoo' }, { name: 'app' }, { name: 'aaa', internal: true }],
      containers: {
        late: { networks: ['zoo', 'bridge'] },
        early: { networks: ['zoo', 'aaa', 'app'] },
      },
    });
    const gateway = (from: string) => told(order, from, ping('node2'));
    expect(gateway('late')).toContain('node1 on the default bridge');
    expect(gateway('early')).toContain('node1 on the bridge of app');
  });

  it('reach every address of their node, also the gateways of bridges that they are not on', () => {
    expect(ask(lab, 'app', ping('node1'))).toBe('reachable: default-gateway own-node');
    expect(ask(lab, 'app', ping('node1', 'back'))).toBe('reachable: default-gateway own-node');
    expect(ask(lab, 'app', ping('node1', 'app'))).toBe('reachable: gateway');
  });

  it('are on the network of their own node, whatever another node calls by that name', () => {
    const app = { name: 'app', subnet: '10.1.0.0/24' };
    const two = buildLab({
      networks: [app, { ...app, node: 'node2', icc: false, internal: true }],
      containers: { one: { networks: ['app'] }, two: { networks: ['app'] } },
    });
    expect(ask(two, 'one', ping('two', 'app'))).toBe('reachable: same-bridge');
    expect(ask(two, 'one', ping('node2'))).toBe('reachable: default-gateway nat between-nodes');
  });
});
