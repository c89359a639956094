import { explain } from '../../checks/hints';
import type { Verdict } from '../../checks/result';
import { articleLab, articleStates, withNode } from '../support/article';
import { verdict } from '../support/verdicts';

const edge = (partial: Partial<Verdict>): Verdict =>
  verdict({ status: 'fail', measured: 'timeout', from: 'test1', to: 'test3', ...partial });

const hintOf = (partial: Partial<Verdict>, states = articleStates()) =>
  explain(articleLab, states, [], [edge(partial)])[0]?.hint;

const withRule = (rule: string) =>
  withNode((state) => ({ ...state, rules: [...state.rules, rule] }));

const detached = verdict({
  kind: 'structure',
  status: 'fail',
  subject: 'test2 is attached to test-bridge',
  to: 'test2',
  network: 'test-bridge',
  hint: './lab repair',
});

const causeOf = (partial: Partial<Verdict>) =>
  explain(articleLab, articleStates(), [detached], [edge(partial)])[0]?.cause;

describe('a hint', () => {
  it('points to a firewall rule that Docker did not make', () => {
    const rule = '-A DOCKER-USER -p tcp -m tcp --dport 80 -j DROP';
    expect(hintOf({}, withRule(rule))).toContain(rule);
    expect(hintOf({}, withRule(rule))).toContain(
      './lab exec docker-node1 -- iptables -nvL DOCKER-USER',
    );
  });

  it("does not suspect Docker's own rules", () => expect(hintOf({})).not.toContain('firewall'));

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
    expect(causeOf({ from: 'test2', to: 'test4', network: 'test-bridge' })).toBe(detached.subject);
    expect(causeOf({ from: 'test4', to: 'test2' })).toBe(detached.subject);
  });

  it('on a node explains the packets of its containers that vanish', () => {
    const forwards = verdict({
      ...detached,
      subject: 'docker-node1 forwards packets',
      to: 'docker-node1',
    });
    const { network, ...node } = forwards;
    expect(network).toBeDefined();
    const cause = (partial: Partial<Verdict>) =>
      explain(articleLab, articleStates(), [node], [edge(partial)])[0]?.cause;
    expect(cause({ from: 'test1', to: 'docker-node2' })).toBe(node.subject);
    expect(cause({ from: 'test1', to: 'test3', measured: 'refused' })).toBeUndefined();
  });

  it('on a node that is out of the swarm explains what fails on overlays', () => {
    const { network, ...node } = verdict({
      ...detached,
      subject: 'docker-node2 is in the swarm of docker-node1',
      to: 'docker-node2',
    });
    expect(network).toBeDefined();
    const cause = (partial: Partial<Verdict>) =>
      explain(articleLab, articleStates(), [node], [edge(partial)])[0]?.cause;
    const asked = { from: 'test5', to: 'web-overlay', measured: 'unreachable' };
    expect(cause({ ...asked, network: 'test-overlay' })).toBe(node.subject);
    expect(cause({ ...asked, network: 'bridge' })).toBeUndefined();
  });

  it('on an overlay explains what does not leave over docker_gwbridge', () => {
    const off = { ...detached, to: 'test5', network: 'test-overlay' };
    const cause = (broken: Verdict, to: string) =>
      explain(articleLab, articleStates(), [broken], [edge({ to, network: 'docker_gwbridge' })])[0]
        ?.cause;
    expect(cause(off, 'test5')).toBe(detached.subject);
    expect(cause(off, 'web-overlay')).toBeUndefined();
    expect(cause(detached, 'test2')).toBeUndefined();
  });

  it('does not explain what happens on another network or to others', () => {
    expect(causeOf({ from: 'test1', to: 'test2', network: 'bridge' })).toBeUndefined();
    expect(causeOf({ from: 'test1', to: 'test4', network: 'test-bridge' })).toBeUndefined();
  });
});
