import type { Io } from '../../src/cli/io';
import { createProgress } from '../../src/cli/progress';
import { verbatim } from '../../src/text/text';
import { english } from '../../src/text/tell';

/** What a step says where standard error is no terminal. */
function inPipe() {
  const lines: string[] = [];
  const io: Io = {
    print: () => undefined,
    remark: (text) => lines.push(english(text)),
    ...{ color: false, width: 80, live: false },
    confirm: (_, otherwise) => Promise.resolve(otherwise),
  };
  return { lines, progress: createProgress(io) };
}

// The clock stands still unless a test moves it.
beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('in a pipe a step is a line when it begins and one when it ends', async () => {
  const { lines, progress } = inPipe();
  await progress.step(verbatim('Nodes'), (tell) => {
    tell(verbatim('waiting for the engine'));
    return Promise.resolve('both are up');
  });
  expect(lines).toEqual(['...  Nodes', 'ok   Nodes (0.0 s): both are up']);
});

test('a step that fails says so, and fails', async () => {
  const { lines, progress } = inPipe();
  await expect(
    progress.step(verbatim('Nodes'), () => Promise.reject(new Error('no'))),
  ).rejects.toThrow('no');
  expect(lines[1]).toBe('FAIL Nodes (0.0 s)');
});

test('in a pipe a step that takes long is told of again, with what it waits for, until it ends', async () => {
  const { lines, progress } = inPipe();
  let end: (value: string) => void = () => undefined;
  const step = progress.step(verbatim('Provider'), (tell) => {
    tell(verbatim('go build'));
    return new Promise<string>((done) => (end = done));
  });
  jest.advanceTimersByTime(45_000);
  expect(lines.slice(1)).toEqual([
    '...  Provider (20.0 s): go build',
    '...  Provider (40.0 s): go build',
  ]);
  end('');
  await step;
  jest.advanceTimersByTime(60_000);
  expect(lines).toHaveLength(4);
});
