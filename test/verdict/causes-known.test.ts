import { place } from '../../src/observe/place';
import { findCauses } from '../../src/verdict/causes/find';
import { idOf, type StructureVerdict } from '../../src/verdict/result';
import { toFacts } from '../../src/observe/to-facts';
import { articleLab, articleStates } from '../support/article';
import { statement, verdict, verdictIn } from '../support/verdicts';
import { verbatim } from '../../src/text/text';

type Short = Parameters<typeof verdict>[0];

const failing = (partial: Short): Short => ({
  ...{ status: 'fail', measured: 'timeout', from: 'test1', to: 'test3', ...partial },
});

const states = articleStates();
const placed = place(articleLab, states);
const evidence = { lab: placed.lab, facts: toFacts(placed), before: states, after: states };

const hintOf = (partial: Short) =>
  findCauses(evidence, [], [verdictIn(articleLab, failing(partial))])[0]?.hint;

/** The cause of an edge among differences in structure; nothing is known of who stands behind what is asked. */
const causeAmong = (broken: readonly StructureVerdict[], partial: Short) =>
  findCauses(evidence, broken, [verdict(failing(partial))]).at(-1)?.cause;

const detached = statement({
  status: 'fail',
  statement: { kind: 'attached', container: 'test2', network: 'test-bridge' },
  to: 'test2',
  network: 'test-bridge',
  hint: verbatim('./lab repair'),
});

const causeOf = (partial: Short) => causeAmong([detached], partial);

describe('a hint', () => {
  it('points to the logs of what does not listen', () =>
    expect(
      hintOf({
        measured: 'refused',
        to: 'docker-node1',
        subject: 'outside -> docker-node1[192.168.205.10]:80/tcp',
      }),
    ).toContain('docker logs web-port'));

  it('says that a way was opened where there should be none', () =>
    expect(hintOf({ expected: 'timeout', measured: 'reachable' })).toContain('nobody declared'));

  it('is on nothing that passed', () => expect(hintOf({ status: 'pass' })).toBeUndefined());
});

describe('a difference in structure', () => {
  it('explains the edges from and to it on its network, and by name', () => {
    expect(causeOf({ from: 'test2', to: 'test4', network: 'test-bridge' })).toBe(idOf(detached));
    expect(causeOf({ from: 'test4', to: 'test2' })).toBe(idOf(detached));
  });

  it('explains the edges of who shares its stack, and not the other way round', () => {
    const sharing = {
      ...placed.lab,
      containers: placed.lab.containers.map((one) =>
        one.name === 'test4'
          ? { ...one, networking: { mode: 'container' as const, container: 'test2' } }
          : one,
      ),
    };
    const causeIn = (broken: StructureVerdict, from: string) =>
      findCauses(
        { ...evidence, lab: sharing },
        [broken],
        [verdict(failing({ from, to: 'docker-node1' }))],
      ).at(-1)?.cause;
    expect(causeIn(detached, 'test4')).toBe(idOf(detached));
    expect(causeIn({ ...detached, to: 'test4' }, 'test2')).toBeUndefined();
  });

  it('on a node explains the packets of its containers that vanish', () => {
    const forwards = statement({
      ...detached,
      statement: { kind: 'node-forwards', node: 'docker-node1' },
      to: 'docker-node1',
    });
    const { network, ...node } = forwards;
    expect(network).toBeDefined();
    const cause = (partial: Short) => causeAmong([node], partial);
    expect(cause({ from: 'test1', to: 'docker-node2' })).toBe(idOf(node));
    expect(cause({ from: 'test1', to: 'test3', measured: 'refused' })).toBeUndefined();
  });

  it('of a bridge that is down explains who hears that nobody answers ARP, on that bridge', () => {
    const down = statement({
      ...detached,
      statement: { kind: 'bridge-up', bridge: 'br-1', node: 'docker-node1' },
      to: 'docker-node1',
    });
    const asked = { from: 'test1', to: 'test4', measured: 'unreachable' };
    expect(causeAmong([down], { ...asked, network: 'test-bridge' })).toBe(idOf(down));
    expect(causeAmong([down], { ...asked, network: 'bridge' })).toBeUndefined();
  });

  it('on a node that is out of the swarm explains what fails on overlays', () => {
    const { network, ...node } = statement({
      ...detached,
      statement: { kind: 'swarm-member', node: 'docker-node2', manager: 'docker-node1' },
      to: 'docker-node2',
    });
    expect(network).toBeDefined();
    const cause = (partial: Short) => causeAmong([node], partial);
    const asked = { from: 'test5', to: 'web-overlay', measured: 'unreachable' };
    expect(cause({ ...asked, network: 'test-overlay' })).toBe(idOf(node));
    expect(cause({ ...asked, network: 'bridge' })).toBeUndefined();
  });

  it('on an overlay explains what does not leave over docker_gwbridge', () => {
    const off = { ...detached, to: 'test5', network: 'test-overlay' };
    const cause = (broken: StructureVerdict, to: string) =>
      causeAmong([broken], { to, network: 'docker_gwbridge' });
    expect(cause(off, 'test5')).toBe(idOf(detached));
    expect(cause(off, 'web-overlay')).toBeUndefined();
    expect(cause(detached, 'test2')).toBeUndefined();
  });

  it('explains what its container sends to other networks, where nothing else does', () => {
    expect(causeOf({ from: 'test2', to: 'docker-node2', measured: 'unreachable' })).toBe(
      idOf(detached),
    );
    expect(causeOf({ from: 'test2', to: 'web', network: 'bridge' })).toBe(idOf(detached));
  });

  it('does not explain what happens on another network or to others', () => {
    expect(causeOf({ from: 'test1', to: 'test2', network: 'bridge' })).toBeUndefined();
    expect(causeOf({ from: 'test1', to: 'test4', network: 'test-bridge' })).toBeUndefined();
  });
});
