import { execFileSync } from 'node:child_process';
import { command, ROOT } from './support/lab';
import { describeWith } from './support/tool';

const tracked = execFileSync('git', ['ls-files', '-z', '--', '*.sh', 'lab', '.ci/run'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\0')
  .filter((file) => file !== '');

/** The shells that are given these as their input or an argument. */
const WITHOUT_FIRST_LINE: Readonly<Record<string, string>> = {
  'src/nodes/ssh/examine.sh': 'sh',
  'stacks/namespace-pairs.sh': 'bash',
};

describeWith('shellcheck', ['shellcheck'], 'shell scripts', () => {
  it.each(tracked)('shellcheck has nothing to say about %s', async (file) => {
    const shell = WITHOUT_FIRST_LINE[file];
    const dialect = shell === undefined ? [] : ['--shell', shell];
    const { code, stdout } = await command(['shellcheck', ...dialect, file]);
    expect(stdout).toBe('');
    expect(code).toBe(0);
  });
});
