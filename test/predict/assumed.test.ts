import { ask, factsOf, ping, told } from './ask';
import { buildLab } from './builder';
import { createPredictor } from '../support/predictor';

const lab = buildLab({
  nodes: [{ name: 'node1', engine: '20.10' }, { name: 'node2' }],
  swarm: ['node1', 'node2'],
  networks: [
    { name: 'app', subnet: '10.1.0.0/24' },
    { name: 'last', subnet: '10.2.0.0/24', gateway: '10.2.0.254' },
    { name: 'there', node: 'node2', subnet: '10.1.0.0/24' },
    { name: 'inner', internal: true },
  ],
  overlays: [{ name: 'a-wide' }, { name: 'a-closed', internal: true }],
  containers: {
    one: { networks: ['app', 'last', 'a-wide'] },
    two: { networks: ['app', 'last'] },
    wide: { networks: ['a-wide'] },
    wide2: { networks: ['a-wide'] },
    shut: { networks: ['a-closed', 'inner'] },
    second: { node: 'node2', networks: [{ network: 'there', address: '10.1.0.2' }] },
  },
});
const address = (endpoint: string, network: string): string | undefined =>
  createPredictor(lab).address({ from: 'node1', target: ping(endpoint, network) });

describe('an address that nobody has looked at', () => {
  it('is the next of the subnet, past the gateway', () => {
    expect([address('one', 'app'), address('two', 'app')]).toEqual(['10.1.0.2', '10.1.0.3']);
    expect([address('one', 'a-wide'), address('wide', 'a-wide')]).toEqual(['10.0.1.2', '10.0.1.3']);
    expect([address('one', 'last'), address('two', 'last')]).toEqual(['10.2.0.1', '10.2.0.2']);
  });

  it('is on docker_gwbridge past that of ingress-sbox, too', () =>
    expect([address('wide', 'docker_gwbridge'), address('wide2', 'docker_gwbridge')]).toEqual([
      '172.18.0.3',
      '172.18.0.4',
    ]));

  it('is nobody’s for those who mean somebody else', () => {
    expect(ask(lab, 'two', ping('second', 'there'))).toBe('unreachable: same-subnet');
    const facts = factsOf(lab, { one: { app: '10.1.0.2' } });
    expect(ask(lab, 'two', ping('second', 'there'), facts)).toBe('reachable: same-subnet');
  });

  it('is not that of another to whom the topology gives the same', () => {
    const crowd = buildLab({
      networks: [{ name: 'app', subnet: '10.1.0.0/24', icc: false }],
      containers: {
        one: { networks: ['app'] },
        two: { networks: [{ network: 'app', address: '10.1.0.2' }] },
      },
    });
    expect(ask(crowd, 'two', ping('one', 'app'))).toBe('timeout: icc');
  });

  it('is not told, but the network that it is on', () => {
    expect(told(lab, 'node2', ping('two', 'last'))).toContain('the address of two on last');
    expect(told(lab, 'node2', ping('second', 'there'))).not.toContain('10.1.0.2');
    expect(told(lab, 'two', ping('second', 'there'))).toMatch('For two, 10.1.0.2 (second) is in');
  });
});

it('an overlay gives no default gateway, whatever its name', () => {
  expect(told(lab, 'one', ping('node2'))).toContain('node1 on the bridge of app');
  expect(told(lab, 'shut', ping('node1'))).toContain('node1 on the bridge of inner');
});

it('the sandbox of ingress has the address on docker_gwbridge that was measured', () => {
  const swarm = buildLab({
    swarm: ['node1', 'node2'],
    overlays: [{ name: 'wide' }],
    containers: { far: { node: 'node2', networks: ['wide'] } },
  });
  const facts = (ingress: string) =>
    factsOf(swarm, { far: { docker_gwbridge: '172.18.0.7' } }, { ingress });
  const ask7 = (ingress: string): string =>
    told(swarm, 'node1', ping('far', 'docker_gwbridge'), facts(ingress));
  expect(ask7('172.18.0.7')).toContain('belongs to ingress-sbox, which answers instead of far');
  expect(ask7('172.18.0.2')).toContain('there nobody has it');
});
