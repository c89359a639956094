import { hostProblems, parseFindings, rootOn } from '../../../src/nodes/ssh/findings';

const NOW = 1_700_000_000;
const good = `user=me
uid=1000
arch=x86_64
time=${NOW}
docker=yes
socket=yes
access=yes
perl=yes
nsenter=yes
folder=/bin
folder=/usr
route=yes
free=5000000
end=yes
`;
const found = (change: (text: string) => string = (text) => text) => {
  const findings = parseFindings(change(good));
  if (findings === undefined) throw new Error('no findings');
  return findings;
};
const problems = (change: (text: string) => string, engine: string | undefined = '26.1.5') =>
  hostProblems(found(change), engine, { time: NOW, arch: 'x64' }).map(({ what }) => what);
const without =
  (...keys: string[]) =>
  (text: string) =>
    text
      .split('\n')
      .filter((line) => !keys.some((key) => line.startsWith(`${key}=`)))
      .join('\n');
const instead = (key: string, value: string | number) => (text: string) =>
  text.replace(new RegExp(`^${key}=.*$`, 'm'), `${key}=${value}`);

describe('what was found on a host', () => {
  it('is nothing where the script did not come to its end', () => {
    expect(parseFindings(without('end')(good))).toBeUndefined();
  });

  it('is no problem where everything is there', () => {
    expect(problems((text) => text)).toEqual([]);
    expect(problems((text) => text, '20.10.24+dfsg1')).toEqual([]);
  });

  it.each([
    ['no docker', without('docker', 'socket', 'access'), /has no Docker/],
    ['an engine that is stopped', without('socket', 'access'), /engine does not run/],
    ['a user outside the group', without('access'), /not in the group docker/],
    ['no perl', without('perl'), /has no perl/],
    ['a full disk', instead('free', 100_000), /98 MiB left.*disk is full/],
    ['a clock behind', instead('time', NOW - 3 * 3600), /3 hours behind/],
    ['a clock ahead', instead('time', NOW + 4 * 86_400), /4 days ahead/],
    ['another architecture', instead('arch', 'aarch64'), /is a aarch64 machine/],
    ['no way to root', without('nsenter'), /no way for me to be root/],
  ])('is one problem with %s', (_name, change, words) => {
    expect(problems(change)).toEqual([expect.stringMatching(words)]);
  });

  it.each([
    ['19.03.15', /19\.03\.15, which is too old/],
    ['1.13.1', /too old/],
  ])('is a problem with engine %s', (engine, words) => {
    expect(problems((text) => text, engine)).toEqual([expect.stringMatching(words)]);
  });

  it('is a problem where the engine does not answer through ssh', () => {
    const all = hostProblems(found(), undefined, { time: NOW });
    expect(all.map(({ what }) => what)).toEqual([
      expect.stringMatching(/does not let ssh forward/),
    ]);
  });

  it('is several problems at once where there are several', () => {
    expect(problems((text) => instead('free', 0)(without('access', 'perl')(text)))).toHaveLength(3);
  });

  it('says how commands become root: without sudo by the engine', () => {
    expect(rootOn(found())).toBe('engine');
    expect(rootOn(found((text) => `sudo=yes\n${text}`))).toBe('sudo');
    expect(rootOn(found(instead('uid', 0)))).toBe('root');
  });
});
