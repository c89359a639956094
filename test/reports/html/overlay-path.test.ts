import type { Verdict } from '../../../checks/result';
import { reportEndpoints } from '../../../reports/html/data/endpoints';
import { pathOf } from '../../../reports/html/path';
import { overlayLab } from '../graph/overlay-lab';

const lab = overlayLab((spec) => ({
  ...spec,
  overlays: [...spec.overlays!, { name: 'inner', internal: true }],
  containers: {
    ...spec.containers,
    d: { networks: ['inner'] },
    e: { mode: 'container:a' },
  },
}));
const endpoints = reportEndpoints(lab);

/** The stations in one line; `!` is where the packet ends without an answer. */
function path(
  [from, to, network]: readonly [string, string, string?],
  rules: readonly string[],
  expected = 'reachable',
): string {
  const verdict = {
    kind: 'edge',
    from,
    to,
    subject: `${from} -> ${to}`,
    expected,
    reasons: rules.map((rule) => ({ rule })),
    ...(network === undefined ? {} : { network }),
  } as unknown as Verdict;
  return pathOf(verdict, endpoints)
    .map(({ kind, name, stops }) => `${kind} ${name}${stops ? '!' : ''}`.trim())
    .join(' > ');
}

describe('the networks of an endpoint', () => {
  it('begin with the one of its default route, which is never an overlay', () => {
    const networks = Object.fromEntries(endpoints.map(({ id, networks: all }) => [id, all]));
    expect(networks).toMatchObject({
      a: ['docker_gwbridge', 'over'],
      c: ['net', 'over'],
      d: ['inner'],
      e: ['docker_gwbridge', 'over'],
    });
    expect(endpoints.find(({ id }) => id === 'e')).toMatchObject({ overlays: ['over'] });
  });
});

describe('the way of a packet over an overlay', () => {
  it('crosses the network of the nodes where the receiver is on another one', () => {
    expect(path(['a', 'b', 'over'], ['overlay'])).toBe(
      'endpoint a > overlay over > lan > endpoint b',
    );
    expect(path(['e', 'b'], ['shared-stack', 'embedded-dns', 'overlay'])).toBe(
      'endpoint e > overlay over > lan > endpoint b',
    );
    expect(path(['a', 'c', 'over'], ['overlay'])).toBe('endpoint a > overlay over > endpoint c');
  });

  it('ends there where nobody answers', () => {
    expect(path(['a', 'b', 'over'], ['overlay', 'closed-port'], 'refused')).toContain('endpoint b');
    expect(path(['a', 'b', 'over'], ['overlay'], 'timeout')).toBe(
      'endpoint a > overlay over > lan !',
    );
    expect(path(['d', 'node1', 'bridge'], ['internal-network'], 'unreachable')).toBe(
      'endpoint d > overlay inner!',
    );
  });

  it('to its own gateway does not leave the node', () => {
    expect(path(['a', 'node1', 'over'], ['overlay'])).toBe(
      'endpoint a > overlay over > endpoint node1',
    );
  });

  it('leaves through docker_gwbridge', () => {
    expect(path(['a', 'outside'], ['gateway-bridge', 'default-gateway', 'masquerade'])).toBe(
      'endpoint a > bridge docker_gwbridge > stack node1 > lan > endpoint outside',
    );
    expect(path(['c', 'outside'], ['default-gateway', 'masquerade'])).toBe(
      'endpoint c > bridge net > stack node1 > lan > endpoint outside',
    );
  });
});
