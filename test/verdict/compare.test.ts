import { place } from '../../src/observe/place';
import type { Bound, Ground } from '../../src/probe/bind';
import { bind } from '../../src/probe/bind';
import { compare } from '../../src/verdict/compare';
import type { Measurement } from '../../src/probe/measurement';
import { toFacts } from '../../src/observe/to-facts';
import type { MeasuredOutcome, Outcome, Target } from '../../src/topology/edge';
import type { Expectation } from '../../src/edges/expectations';
import { expectationOf } from '../support/expectation';
import { articleLab, articleStates, withContainer } from '../support/article';
import { verbatim } from '../../src/text/text';

function ground(states = articleStates()): Ground {
  const placed = place(articleLab, states);
  return { ...placed, facts: toFacts(placed), outsidePort: 4000, outsideProblem: verbatim('') };
}

const expectation = (target: Target, outcome: Outcome, from = 'test1'): Expectation =>
  expectationOf({ from, target }, outcome);

const verdictOf = (
  one: Expectation,
  measured: Partial<Measurement>,
  where: Ground = ground(),
): ReturnType<typeof compare> =>
  compare(one, bind(one, where), { address: '172.17.0.4', ms: 1, detail: '', ...measured }, where);

const ping: Target = { kind: 'ping', endpoint: 'test3', network: 'bridge' };
const name: Target = { kind: 'name', name: 'test3', endpoint: 'test3' };
const outside: Target = { kind: 'outside', seenAs: '192.168.205.10' };
const page: Target = {
  kind: 'port',
  endpoint: 'web',
  network: 'bridge',
  port: 80,
  protocol: 'tcp',
  page: 'x',
};

const OUTCOMES: MeasuredOutcome[] = [
  'reachable',
  'refused',
  'timeout',
  'unreachable',
  'unresolved',
];

describe('an edge', () => {
  it.each(OUTCOMES.flatMap((expected) => OUTCOMES.map((found) => [expected, found] as const)))(
    'expected %s and found %s passes only where both are the same',
    (expected, finding) => {
      const { status } = verdictOf(expectation(ping, expected), { finding });
      expect(status).toBe(expected === finding ? 'pass' : 'fail');
    },
  );

  it('that could not be probed is an error, also where nothing should be reachable', () => {
    const { status, found } = verdictOf(expectation(ping, 'timeout'), { detail: 'no ping' });
    expect([status, found]).toEqual(['error', undefined]);
  });

  it('that answers with another page fails', () => {
    const { status } = verdictOf(expectation(page, 'reachable'), { finding: 'wrong-page' });
    expect(status).toBe('fail');
  });

  it('to the outside must be seen there under the right address', () => {
    const seen = (address: string) =>
      verdictOf(expectation(outside, 'reachable'), { finding: 'reachable', address });
    expect(seen('192.168.205.10').status).toBe('pass');
    expect(seen('172.17.0.2')).toMatchObject({
      status: 'fail',
      found: { kind: 'seen-as', outcome: 'reachable', address: '172.17.0.2' },
      address: '192.168.205.1:4000',
    });
  });

  it('by a name that leads to somebody else fails', () => {
    const one = verdictOf(expectation(name, 'reachable'), {
      finding: 'reachable',
      address: '172.17.0.2',
    });
    expect(one).toMatchObject({
      status: 'fail',
      found: {
        kind: 'other-address',
        outcome: 'reachable',
        address: '172.17.0.2',
        endpoint: 'test3',
      },
    });
  });

  it('by a name that only a resolver outside of the lab knows is unresolved', () => {
    const found = { finding: 'reachable', address: '203.0.113.7' } as const;
    expect(verdictOf(expectation(name, 'unresolved'), found).status).toBe('pass');
    expect(verdictOf(expectation(name, 'reachable'), found).status).toBe('fail');
  });

  it('shows the address and the port that was asked', () => {
    expect(
      verdictOf(expectation(page, 'reachable'), { finding: 'refused', address: '172.17.0.5' }),
    ).toMatchObject({
      address: '172.17.0.5:80',
      edge: { target: { page: 'x' } },
      prediction: { outcome: 'reachable' },
      found: { kind: 'outcome', outcome: 'refused' },
    });
  });
});

describe('an edge of a container that does not run', () => {
  const gone = ground(withContainer('test3', () => undefined));

  it.each([
    [ping, 'test1'],
    [{ kind: 'loopback' } satisfies Target, 'test3'],
  ])('fails where it should answer', (target, from) => {
    const one = verdictOf(expectation(target, 'reachable', from), {}, gone);
    expect(one).toMatchObject({
      status: 'fail',
      found: { kind: 'absent', what: { kind: 'container', endpoint: 'test3' } },
    });
  });

  it('is skipped where it should not: that shows nothing', () => {
    expect(verdictOf(expectation(ping, 'timeout'), {}, gone).status).toBe('skipped');
  });
});

describe('binding', () => {
  const probe = (target: Target, from: string) =>
    bind(expectation(target, 'reachable', from), ground());
  const bound = (target: Target, from: string) =>
    probe(target, from) as Extract<Bound, { kind: 'probe' }>;

  it('finds the address that the engine gave', () => {
    expect(bound(ping, 'test1').probe.address).toBe('172.17.0.4');
    expect(bound({ kind: 'gateway', network: 'test-bridge' }, 'test4').probe.address).toBe(
      '172.19.0.1',
    );
    expect(bound({ kind: 'ping', endpoint: 'docker-node2' }, 'test4').probe.address).toBe(
      '192.168.205.11',
    );
    expect(bound({ kind: 'ping', endpoint: 'netns:test2' }, 'netns:test1').probe.address).toBe(
      '192.168.1.2',
    );
    expect(
      bound({ kind: 'ping', endpoint: 'docker-node1', network: 'bridge' }, 'test1').probe.address,
    ).toBe('172.17.0.1');
  });

  it('finds where a probe starts', () => {
    expect(bound(ping, 'netns:test1').source).toMatchObject({
      node: 'docker-node1',
      place: { kind: 'netns' },
    });
    expect(bound(ping, 'outside').source.node).toBeUndefined();
    expect(bound(ping, 'web').source.place).toMatchObject({
      kind: 'container',
      pid: expect.any(Number) as number,
    });
  });

  it('cannot ask an outside without an open port, which is no fault of the lab', () => {
    const deaf = { ...ground(), outsidePort: undefined, outsideProblem: verbatim('in use') };
    expect(bind(expectation(outside, 'reachable'), deaf)).toEqual({ kind: 'blind', why: 'in use' });
  });
});
