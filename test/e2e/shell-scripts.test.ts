import { execFileSync } from 'node:child_process';
import { command, ROOT } from './support/lab';
import { describeWith } from './support/tool';

const tracked = execFileSync('git', ['ls-files', '-z', '--', '*.sh', 'lab', '.ci/run'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\0')
  .filter((file) => file !== '');

describeWith('shellcheck', ['shellcheck'], 'shell scripts', () => {
  it.each(tracked)('shellcheck has nothing to say about %s', async (file) => {
    // The shell of a script without a first line of its own, which runs as an argument of bash.
    const dialect = file === 'stacks/namespace-pairs.sh' ? ['--shell', 'bash'] : [];
    const { code, stdout } = await command(['shellcheck', ...dialect, file]);
    expect(stdout).toBe('');
    expect(code).toBe(0);
  });
});
