import type { Target } from '../../src/topology/edge';
import type { Lab } from '../../src/topology/lab';
import type { EngineSeries } from '../../src/topology/topology';
import { buildLab, namespacePair } from './builder';

export const ENGINES = ['20.10', '26.1', '28.5'] as const satisfies readonly EngineSeries[];

/** A lab whose networks have IPv6, but for one, on nodes of this engine. */
export const lab6 = (engine: EngineSeries): Lab =>
  buildLab({
    nodes: [
      { name: 'node1', engine },
      { name: 'node2', engine },
    ],
    networks: [
      { name: 'app', subnet6: 'fd00:1::/64' },
      { name: 'back', subnet6: 'fd00:2::/64' },
      { name: 'inside', subnet6: 'fd00:3::/64', internal: true },
      { name: 'deep', subnet6: 'fd00:7::/64', internal: true },
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
      // Its default routes are on old, and so for IPv4 only.
      mixed: { networks: ['inside', 'deep', 'old'] },
      far: { node: 'node2', networks: ['far'] },
      far2: { node: 'node2', networks: ['far'] },
      none: { mode: 'none' },
      host: { mode: 'host' },
      guest: { mode: 'container:a1' },
    },
    namespacePairs: [namespacePair('node1', 'all')],
  });

export const to6 = (endpoint: string, network: string): Target => ({
  kind: 'ping6',
  endpoint,
  network,
});
