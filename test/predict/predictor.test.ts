import type { Target } from '../../src/topology/edge';
import { buildWorld } from '../../src/network/build';
import { questionOf } from '../../src/predict/destination';
import type { Predictor } from '../../src/predict/predict';
import { factsOf, name, nodePort, ping, told } from './ask';
import { buildLab } from './builder';
import { createPredictor, predict } from '../support/predictor';

const lab = buildLab({
  networks: [{ name: 'app', subnet: '10.1.0.0/24', gateway: '10.1.0.254' }, { name: 'late' }],
  containers: {
    one: {},
    two: { networks: ['app'] },
    three: { networks: [{ network: 'app', address: '10.1.0.9' }] },
    four: { networks: ['late'] },
    lonely: { mode: 'none' },
  },
});

describe('a predictor', () => {
  const predictor = (): Predictor => createPredictor(lab);

  it('gives reasons that survive being written down', () => {
    const edge = { from: 'one', target: ping('two', 'app') };
    const plain = predict(lab, edge);
    expect({ ...plain }).toEqual(plain);
    expect(plain.reasons.map(({ rule }) => rule)).toEqual(['default-gateway', 'isolation']);
    expect(JSON.parse(JSON.stringify(predictor().predict(edge)))).toEqual(plain);
  });

  it('tells the address that is asked for', () => {
    const address = (target: Parameters<Predictor['address']>[0]['target'], facts?: true) =>
      (facts
        ? createPredictor(lab, factsOf(lab, { one: { bridge: '172.17.0.7' } }))
        : predictor()
      ).address({
        from: 'one',
        target,
      });
    expect(address(ping('three', 'app'))).toBe('10.1.0.9');
    expect(address(ping('three'))).toBe('10.1.0.9');
    expect(address(ping('node1', 'app'))).toBe('10.1.0.254');
    expect(address(ping('node2'))).toBe('192.168.205.11');
    expect(address(nodePort(80))).toBe('192.168.205.10');
    expect(address({ kind: 'gateway', network: 'bridge' })).toBe('172.17.0.1');
    expect(address({ kind: 'outside', seenAs: '' })).toBe('192.168.205.1');
    expect(address({ kind: 'loopback' })).toBe('127.0.0.1');
    expect(address(name('two'))).toBeUndefined();
    expect(address({ kind: 'ping6', endpoint: 'two', network: 'app' })).toBeUndefined();
    expect(address(ping('one', 'bridge'), true)).toBe('172.17.0.7');
  });

  it('takes for unknown addresses what an engine would choose', () => {
    const address = (endpoint: string, network: string) =>
      predictor().address({ from: 'one', target: ping(endpoint, network) });
    expect(address('one', 'bridge')).toBe('172.17.0.2');
    expect(address('two', 'app')).toBe('10.1.0.1');
    expect(address('four', 'late')).toBe('172.18.0.2');
    expect(address('node1', 'late')).toBe('172.18.0.1');
  });

  it('names no address in its reasons that nobody knows yet', () => {
    expect(told(lab, 'one', ping('four', 'late'))).toContain('the address of four on late');
    const text = JSON.stringify(predict(lab, { from: 'one', target: ping('four', 'late') }));
    expect(text).not.toContain('172.18.0.2');
  });

  it.each([
    ['an unknown sender', { from: 'nobody', target: ping('one', 'bridge') }, 'no endpoint nobody'],
    ['an unknown target', { from: 'one', target: ping('nobody') }, 'no endpoint nobody'],
    [
      'a network that the target is not on',
      { from: 'one', target: ping('two', 'bridge') },
      'two has no address on bridge',
    ],
    [
      'a network that the node has not got',
      { from: 'one', target: ping('node1', 'nothing') },
      'node1 has no network nothing',
    ],
    [
      'a target without addresses',
      { from: 'one', target: ping('lonely') },
      'lonely has no address on any network',
    ],
  ])('refuses %s', (_, edge, message) => {
    expect(() => predictor().outcome(edge)).toThrow(message);
  });

  it('has an address for neither a name nor a question by IPv6', () => {
    const world = buildWorld(lab);
    const question = (target: Target) => () => questionOf(world, { from: 'one', target });
    expect(question(name('two'))).toThrow('"two" is a name');
    expect(question({ kind: 'ping6', endpoint: 'two', network: 'app' })).toThrow('IPv6');
  });
});
