import { ask, ping, told } from './ask';
import { ENGINES, lab6, to6 } from './lab6';

/** What each engine does, in the order of ENGINES. */
const all = (from: string, endpoint: string, network: string): string[] =>
  ENGINES.map((engine) => ask(lab6(engine), from, to6(endpoint, network)));
const same = (answer: string): string[] => [answer, answer, answer];

describe('IPv6', () => {
  it('reaches neighbours, gateways and the sender itself', () => {
    expect(all('a1', 'a2', 'app')).toEqual(same('reachable: same-bridge'));
    expect(all('i1', 'i2', 'inside')).toEqual(same('reachable: same-bridge'));
    expect(all('a1', 'node1', 'app')).toEqual(same('reachable: gateway'));
    expect(all('a1', 'a1', 'app')).toEqual(same('reachable: own-address'));
    expect(all('a1', 'node1', 'back')).toEqual(same('reachable: default-gateway own-node'));
  });

  it('takes the default routes from a network that has it, whatever its name', () => {
    expect(all('late', 'node1', 'app')).toEqual(same('reachable: default-gateway own-node'));
    expect(all('late', 'b', 'back')).toEqual(same('reachable: same-bridge'));
    for (const engine of ENGINES) {
      expect(told(lab6(engine), 'late', ping('a1', 'app'))).toContain(
        'node1 on the bridge of back',
      );
    }
  });

  it('does not answer on a bridge without containers, up to engine 27', () => {
    const silent = 'timeout: default-gateway ipv6';
    expect(all('a1', 'node1', 'empty')).toEqual([
      silent,
      silent,
      'reachable: default-gateway own-node',
    ]);
  });

  it('is isolated by engines with ip6tables rules only', () => {
    const open = 'reachable: default-gateway ipv6 ipv6';
    expect(all('a1', 'b', 'back')).toEqual([open, open, 'timeout: default-gateway isolation']);
    expect(all('x1', 'x2', 'apart')).toEqual([
      'reachable: same-bridge ipv6',
      'reachable: same-bridge ipv6',
      'timeout: icc',
    ]);
  });

  it('comes into an internal network on 20.10, where the answer finds its way back', () => {
    expect(all('a1', 'i1', 'inside')).toEqual([
      'reachable: default-gateway ipv6 ipv6',
      'timeout: default-gateway ipv6 ipv6',
      'timeout: default-gateway internal-network',
    ]);
    expect(all('i1', 'a1', 'app')).toEqual([
      'reachable: default-gateway ipv6 ipv6',
      'unreachable: ipv6',
      'unreachable: ipv6',
    ]);
    // Back on the bridge from which it came: there is no default route.
    expect(all('i1', 'mixed', 'deep')).toEqual([
      'reachable: default-gateway ipv6 ipv6',
      'unreachable: ipv6',
      'unreachable: ipv6',
    ]);
    expect(all('a1', 'mixed', 'inside')[0]).toBe('timeout: default-gateway ipv6 ipv6');
  });

  it('is not there where no network has it', () => {
    expect(all('o', 'a1', 'app')).toEqual(same('unreachable: ipv6'));
    expect(all('none', 'a1', 'app')).toEqual(same('unreachable: none-network'));
    expect(all('mixed', 'a1', 'app')).toEqual(same('unreachable: ipv6'));
    expect(all('outside', 'a1', 'app')).toEqual(same('unreachable: ipv6'));
    expect(all('netns:ns1', 'a1', 'app')).toEqual(same('unreachable: ipv6'));
  });

  it('stays on its node', () => {
    expect(all('a1', 'far', 'far')).toEqual(same('unreachable: default-gateway ipv6'));
    expect(all('node1', 'far', 'far')).toEqual(same('unreachable: ipv6'));
    expect(all('node1', 'a1', 'app')).toEqual(same('reachable: node-to-container'));
    expect(all('node1', 'node1', 'app')).toEqual(same('reachable: own-address'));
    expect(all('host', 'a1', 'app')).toEqual(same('reachable: host-network node-to-container'));
  });

  it.each([
    ['o', 'old'],
    ['late', 'bridge'],
    ['node1', 'old'],
    ['outside', 'app'],
    ['netns:ns1', 'app'],
  ])('has no address of %s on %s', (endpoint, network) =>
    expect(() => ask(lab6('28.5'), 'a1', to6(endpoint, network))).toThrow(
      `${endpoint} has no IPv6 address on ${network}`,
    ),
  );
});
