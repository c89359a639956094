import type { Mend } from '../../src/verdict/mend';
import type { StructureVerdict, Verdict } from '../../src/verdict/result';
import { deed, isComingUp, planRepair, replaced, worse } from '../../src/cli/repair/plan';
import { articleLab } from '../support/article';
import { isRunning, resultOf, statement } from '../support/verdicts';
import { verbatim } from '../../src/text/text';

const broken = (
  container: string,
  mend?: Mend,
  more: Partial<StructureVerdict> = {},
): StructureVerdict =>
  statement({
    ...{ status: 'fail', statement: isRunning(container), hint: verbatim(`${container}: mend it`) },
    ...(mend === undefined ? {} : { mend }),
    ...more,
  });

/** The containers that verdicts are about. */
const named = (verdicts: readonly Verdict[]) =>
  verdicts.map((one) =>
    one.kind === 'structure' && one.statement.kind === 'running' ? one.statement.container : '',
  );

const plan = (...verdicts: readonly StructureVerdict[]) =>
  planRepair(articleLab, resultOf(verdicts));

const ENGINE: Mend = { kind: 'restart-engine', node: 'docker-node1', argv: ['restart'] };
const RESTART: Mend = {
  ...{ kind: 'container', verb: 'restart', node: 'docker-node1', container: 'test1' },
};
const REPLACE: Mend = { kind: 'replace', resource: 'docker_container.test2' };
const RULE: Mend = {
  ...{ kind: 'command', on: 'docker-node1', argv: ['iptables', '-D'], declared: false },
};
const SETTING: Mend = { ...RULE, argv: ['sysctl', '-w', 'a=1'], declared: true };

describe('the plan of a repair', () => {
  it('does each thing once, whatever it is for', () => {
    const { terraform } = plan(broken('a', REPLACE), broken('b', REPLACE));
    expect(terraform).toMatchObject([{ mend: REPLACE }]);
    expect(named(terraform[0]!.why)).toEqual(['a', 'b']);
  });

  it('puts the nodes right before what is on them', () => {
    const other: Mend = { ...RESTART, node: 'docker-node2' };
    const { first } = plan(
      broken('a', other),
      broken('b', SETTING),
      broken('c', ENGINE),
      broken('d', { kind: 'nodes-up' }),
    );
    expect(first.map(({ mend }) => mend.kind)).toEqual([
      'nodes-up',
      'restart-engine',
      'command',
      'container',
    ]);
  });

  it('restarts no container whose engine is restarted', () => {
    const { first } = plan(broken('a', RESTART), broken('b', ENGINE));
    expect(first).toMatchObject([{ mend: ENGINE }]);
    expect(named(first[0]!.why)).toEqual(['b']);
  });

  it('leaves alone what nobody declared, and names it', () => {
    const { first, left } = plan(broken('a rule', RULE), broken('logs'));
    expect(first).toEqual([]);
    expect(named(left)).toEqual(['a rule', 'logs']);
  });

  it('leaves alone what another difference brings about', () => {
    const { first, terraform } = plan(
      broken('rules', ENGINE),
      broken('translates', REPLACE, { cause: 'rules' }),
    );
    expect([...first, ...terraform].map(({ mend }) => mend)).toEqual([ENGINE]);
  });

  it('restarts no engine and sets nothing on a remote host', () => {
    const lab = {
      ...articleLab,
      nodes: articleLab.nodes.map((node) => ({ ...node, backend: 'remote' as const })),
    };
    const verdicts = [broken('a', ENGINE), broken('b', SETTING), broken('c', RESTART)];
    const { first, left } = planRepair(lab, { verdicts });
    expect(first.map(({ mend }) => mend)).toEqual([RESTART]);
    expect(named(left)).toEqual(['a', 'b']);
  });

  it('names the resources that Terraform makes anew', () => {
    const made = plan(
      broken('a', { ...REPLACE, resource: 'docker_network.z' }),
      broken('b', REPLACE),
      broken('c', { kind: 'deploy' }),
    );
    expect(replaced(made)).toEqual(['docker_container.test2', 'docker_network.z']);
  });

  it('says in words what it does', () => {
    const deeds = [ENGINE, RESTART, REPLACE, SETTING, { kind: 'deploy' } as const];
    expect(deeds.map((mend) => deed(articleLab, mend))).toEqual([
      'restart the engine of docker-node1',
      'restart test1 on docker-node1',
      'replace docker_container.test2',
      './lab exec docker-node1 -- sysctl -w a=1',
      'npx cdktf deploy',
    ]);
  });
});

describe('what is still coming up after a repair', () => {
  it.each([
    ['an edge that nothing explains', broken('b')],
    ['a container that its engine has not started yet', broken('c', { kind: 'deploy' })],
    ['a node that its swarm has not met again', broken('c', { kind: 'nodes-up' })],
  ])('is %s', (_, verdict_) => expect(isComingUp(resultOf([verdict_]))).toBe(true));

  it.each([
    ['what Terraform must make anew', broken('c', REPLACE)],
    ['what another difference explains', broken('c', undefined, { cause: 'x' })],
  ])('is not %s', (_, verdict_) => expect(isComingUp(resultOf([verdict_]))).toBe(false));
});

describe('a repair that leaves more wrong than it found', () => {
  const before = resultOf([broken('a')]);

  it('says what is wrong now', () => {
    expect(named(worse(before, resultOf([broken('a'), broken('b')])))).toEqual(['b']);
  });

  it('is none where as much is wrong, or less', () => {
    expect(worse(before, resultOf([broken('b')]))).toEqual([]);
    expect(worse(before, resultOf([]))).toEqual([]);
  });
});
