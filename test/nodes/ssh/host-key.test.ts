import { mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureHostKeys } from '../../../src/nodes/ssh/host-key';
import type { SshTarget } from '../../../src/nodes/ssh/config';
import { LabError } from '../../../src/platform/errors';
import type { Run } from '../../../src/platform/run';
import type { Text } from '../../../src/text/text';
import { english } from '../../../src/text/tell';

const UNKNOWN =
  'No ED25519 host key is known for x and you have requested strict checking.\nHost key verification failed.';
const DENIED = 'me@x: Permission denied (publickey).';
const PRINT = `SHA256:${'a'.repeat(43)}`;

describe('host keys', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lab-keys-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** A world in which the keys of these hosts are unknown until they are in the file. */
  function world({ jump = 'none', hostKey }: { jump?: string; hostKey?: string } = {}) {
    const file = join(folder, `known-${Math.random()}`);
    const target: SshTarget = {
      ...{ node: 'cloud', host: 'my-server', identityFiles: [], includes: [] },
      ...{ knownHosts: file, config: '/c', control: '/s', socket: '/d' },
      ...(hostKey === undefined ? {} : { hostKey, pinned: file }),
    };
    const asked: string[] = [];
    const run: Run = (argv) => {
      const name = argv.at(-2) ?? '';
      const answer = (stderr: string, stdout = '') =>
        Promise.resolve({
          ...{ exitCode: stderr === '' ? 0 : 255, stdout, stderr },
          failure: stderr === '' ? undefined : stderr,
        });
      if (argv.includes('-G')) return answer('', `hostname x\nproxyjump ${jump}\n`);
      if (argv[0] === 'ssh-keygen') return answer('', `256 ${PRINT} x (ED25519)\n`);
      const learning = argv.find((word) => word.startsWith('UserKnownHostsFile='));
      if (learning !== undefined) {
        writeFileSync(learning.slice('UserKnownHostsFile='.length), `${name} ssh-ed25519 AAAA\n`);
        return answer(DENIED);
      }
      asked.push(argv.slice(argv.indexOf('PreferredAuthentications=none') + 1).join(' '));
      const known = existsSync(file) && readFileSync(file, 'utf8').includes(`${name} `);
      return answer(known ? DENIED : UNKNOWN);
    };
    return {
      target,
      run,
      asked,
      stored: () => (existsSync(file) ? readFileSync(file, 'utf8') : ''),
    };
  }

  it('are shown and asked for, and remembered where the answer is yes', async () => {
    const { target, run, stored } = world();
    const questions: string[] = [];
    const confirm = (question: Text) => Promise.resolve(questions.push(english(question)) > 0);
    await ensureHostKeys(target, { run, confirm });
    expect(questions).toEqual([expect.stringContaining(`${PRINT} (ED25519)`)]);
    expect(stored()).toContain('my-server ssh-ed25519');
    await ensureHostKeys(target, { run, confirm });
    expect(questions).toHaveLength(1);
  });

  it('are not remembered where the answer is no', async () => {
    const { target, run, stored } = world();
    const refused = ensureHostKeys(target, { run, confirm: () => Promise.resolve(false) });
    await expect(refused).rejects.toThrow(LabError);
    expect(stored()).toBe('');
  });

  it('are not asked for where the user gave the fingerprint, and refused where it is another', async () => {
    const confirm = () => Promise.reject(new Error('asked'));
    const right = world({ hostKey: PRINT });
    await ensureHostKeys(right.target, { run: right.run, confirm });
    expect(right.stored()).toContain('my-server');
    const wrong = world({ hostKey: `SHA256:${'b'.repeat(43)}` });
    await expect(ensureHostKeys(wrong.target, { run: wrong.run, confirm })).rejects.toThrow(
      'has not the host key',
    );
    expect(wrong.stored()).toBe('');
  });

  it('are asked for on every host on the way, nearest first', async () => {
    const { target, run, asked, stored } = world({ jump: 'me@one:2222,two' });
    await ensureHostKeys(target, { run, confirm: () => Promise.resolve(true) });
    expect(asked).toEqual(['-l me -p 2222 one true', '-J me@one:2222 two true', 'my-server true']);
    expect(
      stored()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(['one', 'two', 'my-server', '']);
  });

  it('that are others than before are never taken', async () => {
    const { target, stored } = world();
    const run: Run = () =>
      Promise.resolve({
        ...{ exitCode: 255, stdout: '', failure: 'failed' },
        stderr: 'WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!\nHost key verification failed.',
      });
    const confirm = () => Promise.resolve(true);
    await expect(ensureHostKeys(target, { run, confirm })).rejects.toThrow(
      'another host key than before',
    );
    expect(stored()).toBe('');
  });
});
