import type { Run, RunResult } from '../../src/platform/run';

export interface FakeRun {
  readonly run: Run;
  /** Every command that was run, its words joined. */
  readonly commands: string[];
}

type Answer = Partial<RunResult>;

/** Answers commands by the first pattern that matches; what matches none succeeds with no output. */
export function fakeRun(answers: readonly (readonly [RegExp, Answer])[] = []): FakeRun {
  const commands: string[] = [];
  return {
    commands,
    run: (argv) => {
      const line = argv.join(' ');
      commands.push(line);
      const answer = answers.find(([pattern]) => pattern.test(line))?.[1] ?? {};
      const ok = { exitCode: 0, stdout: '', stderr: '', failure: undefined };
      return Promise.resolve({ ...ok, ...answer });
    },
  };
}

export const failing = (stderr: string): Answer => ({ exitCode: 1, stderr, failure: stderr });
