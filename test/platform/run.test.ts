import { run } from '../../src/platform/run';

describe('running a command', () => {
  it('passes words as they are, never through a shell', async () => {
    const result = await run(['printf', '%s|', '$(id)', 'a b', ';']);
    expect(result.stdout).toBe('$(id)|a b|;|');
    expect(result.failure).toBeUndefined();
  });

  it('hands over input and gives lines as they come', async () => {
    const lines: string[] = [];
    await run(['cat'], { input: 'one\ntwo\n', onLine: (line) => lines.push(line) });
    expect(lines).toEqual(['one', 'two']);
  });

  it('reports a failure in one line and does not throw', async () => {
    expect(await run(['sh', '-c', 'echo first >&2; echo last >&2; exit 3'])).toMatchObject({
      exitCode: 3,
      failure: 'last',
    });
    expect((await run(['no-such-command-here'])).failure).toContain('ENOENT');
  });

  it('ends a command that takes too long, and says so', async () => {
    const result = await run(['sleep', '20'], { timeout: 50 });
    expect(result.failure).toContain('did not end within');
  });
});
