import { edges } from '../../../model/edges';
import type { Target } from '../../../model/edge';
import { predict } from '../../../model/predict/predict';
import { ask, ping } from './ask';
import { buildLab } from './builder';

const ENGINES = ['20.10', '26.1', '28.5'] as const;

const lab = (engine: (typeof ENGINES)[number]) =>
  buildLab({
    nodes: [
      { name: 'node1', engine },
      { name: 'node2', engine },
    ],
    networks: [
      { name: 'app', subnet6: 'fd00:1::/64' },
      { name: 'back', subnet6: 'fd00:2::/64' },
      { name: 'inside', subnet6: 'fd00:3::/64', internal: true },
      { name: 'apart', subnet6: 'fd00:4::/64', icc: false },
      { name: 'empty', subnet6: 'fd00:6::/64' },
      { name: 'old' },
      { name: 'far', node: 'node2', subnet6: 'fd00:5::/64' },
    ],
    containers: {
      a1: { networks: ['app'] },
      a2: { networks: ['app'] },
      b: { networks: ['back'] },
      i1: { networks: ['inside'] },
      i2: { networks: ['inside'] },
      x1: { networks: ['apart'] },
      x2: { networks: ['apart'] },
      o: { networks: ['old'] },
      // Both default routes are on back.
      two: { networks: ['back', 'old'] },
      // Its default routes are on the later one, which has IPv6.
      late: { networks: ['bridge', 'back'] },
      far: { node: 'node2', networks: ['far'] },
      none: { mode: 'none' },
      host: { mode: 'host' },
    },
  });

const to = (endpoint: string, network: string): Target => ({ kind: 'ping6', endpoint, network });
/** What each engine does, in the order of ENGINES. */
const all = (from: string, endpoint: string, network: string): string[] =>
  ENGINES.map((engine) => ask(lab(engine), from, to(endpoint, network)));
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
    for (const engine of ENGINES) {
      const { reasons } = predict(lab(engine), { from: 'late', target: ping('a1', 'app') });
      expect(reasons[0]?.text).toContain('node1 on the bridge of back');
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
  });

  it('is not there where no network has it', () => {
    expect(all('o', 'a1', 'app')).toEqual(same('unreachable: ipv6'));
    expect(all('none', 'a1', 'app')).toEqual(same('unreachable: none-network'));
  });

  it('stays on its node', () => {
    expect(all('a1', 'far', 'far')).toEqual(same('unreachable: default-gateway ipv6'));
    expect(all('node1', 'far', 'far')).toEqual(same('unreachable: ipv6'));
    expect(all('node1', 'a1', 'app')).toEqual(same('reachable: node-to-container'));
    expect(all('host', 'a1', 'app')).toEqual(same('reachable: host-network node-to-container'));
  });

  it('is probed from containers and nodes, of other nodes at two addresses', () => {
    const asked = (from: string) =>
      edges(lab('28.5'))
        .filter((edge) => edge.from === from && edge.target.kind === 'ping6')
        .map(({ target }) => ('endpoint' in target ? target.endpoint : ''));
    const here = ['a1', 'a2', 'b', 'i1', 'i2', 'x1', 'x2', 'two'];
    expect(asked('a1')).toEqual(expect.arrayContaining([...here, 'node1', 'node2', 'far']));
    expect(asked('node1')).toEqual(expect.arrayContaining([...here, 'far']));
    expect(asked('node1')).not.toContain('node1');
    expect(asked('outside')).toEqual([]);
  });
});
