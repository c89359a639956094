import type { Target } from '../../src/topology/edge';
import { ask, factsOf, name, ping, port, told } from './ask';
import { buildLab } from './builder';
import { createPredictor, edges, predict } from '../support/predictor';

const lab = buildLab({
  swarm: ['node1', 'node2'],
  networks: [{ name: 'user' }],
  overlays: [{ name: 'wide' }, { name: 'deep', internal: true }],
  containers: {
    client: { networks: ['wide'] },
    inner: { networks: ['deep'] },
    plain: { networks: ['user'] },
  },
  services: [
    { name: 'web', networks: ['wide', 'deep'], replicas: 3, listens: [80] },
    { name: 'db', networks: ['wide'], endpointMode: 'dnsrr', replicas: 2, listens: [5432] },
  ],
});
const text = (from: string, target: Target): string => told(lab, from, target);

describe('the virtual address of a service', () => {
  it('leads to a replica from whoever is on its network, by address and by name', () => {
    expect(ask(lab, 'client', ping('web', 'wide'))).toBe('reachable: virtual-address');
    expect(ask(lab, 'client', port('web', 'wide', 80))).toBe('reachable: virtual-address listener');
    expect(ask(lab, 'client', port('web', 'wide', 81))).toBe(
      'refused: virtual-address closed-port',
    );
    expect(ask(lab, 'inner', ping('web', 'deep'))).toBe('reachable: virtual-address');
    expect(ask(lab, 'client', name('web'))).toBe('reachable: embedded-dns virtual-address');
    expect(text('client', name('web'))).toContain('it is the virtual address of web');
  });

  it('leads there from its own replicas, too', () => {
    expect(ask(lab, 'web.2', ping('web', 'wide'))).toBe('reachable: virtual-address');
    expect(text('web.2', ping('web', 'wide'))).toContain('the load balancer of wide on node2');
  });

  it('is on no other network', () => {
    expect(ask(lab, 'plain', ping('web', 'wide'))).toMatch(/^unreachable: .*no-route$/);
    expect(ask(lab, 'inner', ping('web', 'wide'))).toBe('unreachable: internal-network');
    expect(ask(lab, 'plain', name('web'))).toBe('unresolved: names-across-networks');
  });

  it('is asked for where it was measured to be', () => {
    const facts = factsOf(lab, { web: { wide: '10.0.1.99' } });
    const edge = { from: 'client', target: ping('web', 'wide') };
    expect(createPredictor(lab, facts).address(edge)).toBe('10.0.1.99');
    expect(predict(lab, edge, facts).outcome).toBe('reachable');
  });
});

describe('the name of all replicas', () => {
  it('is their own addresses', () => {
    expect(ask(lab, 'client', name('tasks.web'))).toBe('reachable: embedded-dns overlay');
    expect(text('client', name('tasks.web'))).toContain('it is the replicas of web');
    expect(text('client', name('tasks.web'))).toContain('every replica of web');
  });

  it('is the service’s own where it has no virtual address', () => {
    for (const asked of ['db', 'tasks.db']) {
      expect(ask(lab, 'client', name(asked))).toBe('reachable: embedded-dns overlay');
      expect(text('client', name(asked))).toContain('it is the replicas of db');
    }
  });
});

describe('a replica', () => {
  it('is reached at its own address', () => {
    expect(ask(lab, 'client', port('db.1', 'wide', 5432))).toBe('reachable: overlay listener');
    expect(ask(lab, 'db.1', ping('client', 'wide'))).toBe('reachable: overlay');
  });

  it('has no name of its own', () =>
    expect(ask(lab, 'client', name('web.1'))).toBe('unresolved: names-across-networks'));
});

describe('what is probed of a service', () => {
  const all = edges(lab);
  const labels = all.map(({ from, target }) => `${from} ${JSON.stringify(target)}`);

  it('is asked for, and never asks', () => {
    const senders = new Set(all.map(({ from }) => from));
    expect(senders).not.toContain('web');
    expect(senders).toContain('web.1');
  });

  it('is its virtual address, and nothing where it has none', () => {
    const to = (endpoint: string): string[] =>
      all.flatMap(({ from, target }) =>
        from === 'client' && 'network' in target && 'endpoint' in target
          ? target.endpoint === endpoint
            ? [`${target.kind} ${target.network}`]
            : []
          : [],
      );
    expect(to('web')).toEqual(expect.arrayContaining(['ping wide', 'port wide']));
    expect(to('db')).toEqual([]);
    expect(to('db.2')).toContain('port wide');
  });

  it('is both of its names, and no name of a replica', () => {
    const names = all.flatMap(({ from, target }) =>
      from === 'client' && target.kind === 'name' ? [`${target.name} ${target.endpoint}`] : [],
    );
    expect(names).toEqual([
      'client client',
      'inner inner',
      'plain plain',
      'web web',
      'tasks.web web',
      'db db',
      'tasks.db db',
    ]);
    expect(labels).toHaveLength(new Set(labels).size);
  });
});
