import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bringUp } from '../../../src/nodes/ssh/bring-up';
import type { SshTarget } from '../../../src/nodes/ssh/config';
import type { Run } from '../../../src/platform/run';
import type { Text } from '../../../src/text/text';
import { english } from '../../../src/text/tell';

const HOST = `user=me
uid=0
arch=x86_64
time=1700000000
docker=yes
socket=yes
access=yes
perl=yes
nsenter=yes
free=5000000
`;

describe('a host that is booting', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lab-up-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const target: SshTarget = {
    ...{ node: 'n1', host: 'my-server', identityFiles: [], includes: [] },
    ...{ knownHosts: join(folder, 'known'), config: join(folder, 'config') },
    ...{ control: join(folder, 'c'), socket: join(folder, 's') },
  };

  /** Its engine answers the nth time that it is asked, and until then the service is in this state. */
  const up = (nth: number, state: string) => {
    let asked = 0;
    const waits: string[] = [];
    const ok = (stdout = '') => ({ exitCode: 0, stdout, stderr: '', failure: undefined });
    const run: Run = (argv) => {
      if (argv.at(-1) === 'exec sh -s') return Promise.resolve(ok(`${HOST}${state}end=yes\n`));
      if (argv[0] !== 'docker') return Promise.resolve(ok());
      asked += 1;
      const stuck = { exitCode: 1, stdout: '', stderr: '', failure: 'timed out' };
      return Promise.resolve(asked < nth ? stuck : ok('26.1.5\n'));
    };
    const options = {
      ...{ run, confirm: () => Promise.resolve(false), now: () => 1_700_000_000_000 },
      ...{ progress: (text: Text) => void waits.push(english(text)), address: '10.0.0.1' },
      backend: 'vagrant' as const,
    };
    return { node: bringUp(target, options), waits };
  };

  it('is waited for while its engine starts, and what for is said', async () => {
    const { node, waits } = up(3, 'starting=yes\n');
    expect(await node).toMatchObject({ name: 'n1', engine: '26.1.5' });
    expect(waits.filter((text) => /^waiting for the engine of my-server/.test(text))).toHaveLength(
      2,
    );
  });

  it('is refused at once where its engine does not answer and is not about to', async () => {
    await expect(up(2, '').node).rejects.toThrow(/or the engine is stuck/);
  });
});
