import { runCheck } from '../../src/verdict/check';
import { isEdge, exitCode, type CheckResult } from '../../src/verdict/result';
import { expectations } from '../../src/edges/expectations';
import { edgeLabel } from '../../src/topology/edge';
import type { Run } from '../../src/platform/run';
import { articleInventory, articleLab, recorded } from '../support/article';
import { subjectOf } from '../support/verdicts';

// This machine need not have the lab's address.
const lab = { ...articleLab, outside: { address: '127.0.0.1' } };

type Change = (line: string, fields: readonly string[]) => string | undefined;

/** Nodes that are as recorded, and on which every probe finds what is expected of it, or what `change` makes of it. */
const lively =
  (change: Change = (line) => line, facts: (node: string) => string = recorded): Run =>
  (argv, options) => {
    const data = options?.input?.split('\n__END__\n').at(-1) ?? '';
    const node = argv.includes('docker') ? (argv[3] ?? '') : '';
    const stdout = data === '' ? facts(node) : probed(data, change);
    return Promise.resolve({ exitCode: 0, stdout, stderr: '', failure: undefined });
  };

/** An answer to each probe; names and the outside have the address that is right for them. */
function probed(data: string, change: Change): string {
  return data
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([word]) => word === 'probe')
    .flatMap(([, id = '', kind = '', expected = '', address = '', port = '', text = '']) => {
      const fields = [kind, expected, address, port, text];
      return (
        change([id, expected, kind === 'name' ? '-' : address, '0.1', 'raw'].join('\t'), fields) ??
        []
      );
    })
    .join('\n');
}

// What a name or the outside answers with depends on more than the probe knows.
const simple = (kind: string): boolean => kind !== 'name' && kind !== 'outside';
const expect_ = (...[known, facts]: Parameters<typeof expectations>) =>
  expectations(known, facts).filter(({ edge }) => simple(edge.target.kind));

const check = (run: Run): Promise<CheckResult> =>
  runCheck({ lab, inventory: articleInventory, run, expect: expect_ });

const subjects = ({ verdicts }: CheckResult, status: string): string[] =>
  verdicts.filter((verdict) => verdict.status === status).map(subjectOf);

describe('a check of the lab', () => {
  it('passes where everything is as expected, and covers every chapter', async () => {
    const result = await check(lively());
    expect(result.counts).toMatchObject({ fail: 0, error: 0, skipped: 1 });
    expect(result.verdicts.filter(({ status }) => status === 'skipped')).toMatchObject([
      { chapter: 'cloud', detail: 'nodes.json names no host cloud' },
    ]);
    expect(new Set(result.verdicts.map(({ chapter }) => chapter)).size).toBe(lab.chapters.length);
    expect(exitCode(result)).toBe(0);
  });

  it('asks each node twice and this machine once', async () => {
    const asked: string[] = [];
    const run = lively();
    await check((argv, options) => {
      asked.push(argv.join(' '));
      return run(argv, options);
    });
    const exec = (node: string) => [1, 2].map(() => `docker exec -i ${node} perl -`);
    expect(asked.sort()).toEqual(
      [...exec('docker-node1'), ...exec('docker-node2'), 'perl -'].sort(),
    );
  });

  it('names exactly the edge that differs, with a command and a hint', async () => {
    const result = await check(
      lively((line, [, , address, port]) =>
        address === '172.17.0.5' && port === '80' ? line.replace('reachable', 'refused') : line,
      ),
    );
    const failed = result.verdicts.filter(({ status }) => status === 'fail');
    expect(new Set(failed.map(({ to }) => to))).toEqual(new Set(['web']));
    expect(failed.filter(isEdge).find(({ from }) => from === 'test1')).toMatchObject({
      found: { kind: 'outcome', outcome: 'refused' },
      address: '172.17.0.5:80',
      command: './lab exec test1 -- wget -q -T 1 -O - http://172.17.0.5:80/',
      hint: expect.stringContaining('docker logs web') as string,
    });
    expect(exitCode(result)).toBe(1);
  });

  it('does not take a probe that gave no answer for a closed way', async () => {
    const result = await check(
      lively((line, [, expected]) => (expected === 'timeout' ? undefined : line)),
    );
    expect(subjects(result, 'error')).toContain('test4 -> test3@bridge');
    expect(exitCode(result)).toBe(3);
  });

  it('is not green where no probe could run', async () => {
    const result = await check(lively(() => undefined));
    expect(
      result.verdicts.filter(({ kind, status }) => kind === 'edge' && status === 'pass'),
    ).toEqual([]);
    expect(exitCode(result)).toBe(3);
  });

  it('is not green where a node does not answer, and says so once', async () => {
    const run = lively();
    const result = await check((argv, options) =>
      argv.includes('docker-node2')
        ? Promise.resolve({ exitCode: 1, stdout: '', stderr: '', failure: 'No such container' })
        : run(argv, options),
    );
    expect(exitCode(result)).toBe(3);
    const own = result.verdicts.filter(
      ({ status, cause }) => status === 'error' && cause === undefined,
    );
    expect(own.map(subjectOf)).toEqual(['docker-node2 and its engine answer']);
  });

  it('takes an answer that breaks off for none', async () => {
    const result = await check(
      lively(undefined, (node) => recorded(node).replace(/end\t-\t-\n$/, '')),
    );
    expect(exitCode(result)).toBe(3);
  });

  it('ties the edges of a stopped container to it, and skips what shows nothing then', async () => {
    const result = await check(
      lively(undefined, (node) =>
        recorded(node)
          .replace(/("Name":"\/web","State":\{"Status":)"running","Pid":\d+/, '$1"exited","Pid":0')
          .replace('"Name":"web"', '"Name":"somebody else"'),
      ),
    );
    const failed = result.verdicts.filter(({ status }) => status === 'fail');
    expect(failed.filter(({ cause }) => cause === undefined).map(subjectOf)).toEqual([
      'web is running',
    ]);
    expect(failed.every((one) => one.to === 'web' || (isEdge(one) && one.from === 'web'))).toBe(
      true,
    );
    expect(subjects(result, 'skipped')).toContain('test4 -> web@bridge');
    expect(result.counts.error).toBe(0);
  });

  it('labels no two edges alike', () => {
    const labels = expectations(lab).map(({ edge }) => edgeLabel(edge));
    expect(new Set(labels).size).toBe(labels.length);
  });
});
