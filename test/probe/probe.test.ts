import type { Probe, Source } from '../../src/probe/measurement';
import { probe, probeData } from '../../src/probe/probe';
import type { RunOptions } from '../../src/platform/run';

const source: Source = { endpoint: 'test1', node: 'n', place: { kind: 'container', pid: 7 } };
const ping: Probe = { kind: 'ping', address: '10.0.0.1', port: 0, text: '', expected: 'reachable' };
const rounds = [{ source, probes: [ping, ping] }];

const answering = (stdout: string, failure?: string) => {
  const calls: { argv: readonly string[]; options: RunOptions | undefined }[] = [];
  const run = (argv: readonly string[], options?: RunOptions) => {
    calls.push({ argv, options });
    return Promise.resolve({ exitCode: failure ? 1 : 0, stdout, stderr: '', failure });
  };
  return { run, calls };
};

describe('the probes of a node', () => {
  it('are one command, with the data behind the program', async () => {
    const { run, calls } = answering('');
    await probe(['docker', 'exec', '-i', 'n'], rounds, run);
    expect(calls.map(({ argv }) => argv)).toEqual([['docker', 'exec', '-i', 'n', 'perl', '-']]);
    expect(calls[0]?.options?.input).toMatch(/\n__END__\nsource\t0\t\/proc\/7\/ns\/net\t/);
  });

  it('are read in any order', async () => {
    const { run } = answering(
      '0.1\ttimeout\t10.0.0.1\t0\tno answer\n0.0\treachable\t10.0.0.1\t0.31\techo\n',
    );
    const [found] = await probe([], rounds, run);
    expect(found?.map(({ finding, ms }) => [finding, ms])).toEqual([
      ['reachable', 0.31],
      ['timeout', 0],
    ]);
  });

  it('that did not come have no finding, but a reason', async () => {
    const died = await probe(
      [],
      rounds,
      answering('0.0\treachable\t-\t0\t\n', 'perl: not found').run,
    );
    expect(died[0]?.[1]).toMatchObject({ detail: 'perl: not found' });
    expect(died[0]?.[1]).not.toHaveProperty('finding');
    const lost = await probe([], rounds, answering('!0\t/proc/7/ns/net: No such file\n').run);
    expect(lost[0]?.map(({ detail }) => detail)).toEqual(
      Array(2).fill('/proc/7/ns/net: No such file'),
    );
  });

  it('with an unknown outcome have no finding', async () => {
    const [found] = await probe([], rounds, answering('0.0\terror\t-\t0\tBad file\n').run);
    expect(found?.[0]).toEqual({ address: '', ms: 0, detail: 'Bad file' });
  });

  it('are nothing to run where there are none', async () => {
    const { run, calls } = answering('');
    expect(await probe([], [], run)).toEqual([]);
    expect(calls).toEqual([]);
  });

  it('never let a text become a line or a field of its own', () => {
    const text = 'a\tb\nprobe\t9\tping; rm -rf /';
    const data = probeData([{ source, probes: [{ ...ping, kind: 'page', text }] }]);
    expect(data.split('\n')).toHaveLength(3);
    expect(data.split('\n')[1]?.split('\t')).toHaveLength(7);
  });
});
