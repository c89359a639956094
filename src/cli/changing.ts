import { takeLab, type Held } from '../toolchain/lab-lock';
import { Interrupted, interruptible, type StopSignal } from '../platform/interrupt';
import { say } from '../i18n/say';
import { standing } from './standing';
import type { Context } from './context';
import { phrase } from '../text/text';

/**
 * Runs a command that changes the lab: no other does at the same time, and a signal ends it in order, with what stands
 * then and what to do next.
 * @throws LabError
 */
export async function changing(
  context: Context,
  verb: string,
  work: (context: Context) => Promise<void>,
): Promise<void> {
  const { paths, progress } = context;
  let held: Held | undefined;
  await untilInterrupted(context, async () => {
    held = await takeLab(verb, {
      folder: paths.lab,
      stack: paths.stack,
      onWait: (whom) => progress.announce(phrase('Waiting for {whom}', { whom })),
    });
    await work({ ...context, held });
  }).finally(() => held?.release());
}

/** Runs a command that a signal ends in order; then this process ends, whatever it still waits for. @throws LabError */
export async function untilInterrupted(context: Context, work: () => Promise<void>): Promise<void> {
  ignoreClosedTerminal();
  const tell = (signal: StopSignal, count: number, waiting: boolean): void =>
    context.progress.announce(
      waiting
        ? count === 1
          ? phrase(
              '{signal}: waiting for Terraform to finish what it has begun; once more hurries it',
              { signal },
            )
          : phrase('{signal}: once more ends it by force', { signal })
        : phrase('{signal}: ending', { signal }),
    );
  try {
    await interruptible(work, tell);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    context.progress.stop();
    context.io.remark(
      `${say('Interrupted. {what}', { what: standing(context) })}\n${say('Next: ./lab up goes on from here; ./lab down removes everything.')}`,
    );
    leave(error.exitCode);
  }
}

/** Not by `exitCode` alone: a lock or a question that is still waited for would keep this process. */
function leave(code: number): void {
  process.exitCode = code;
  setImmediate(() => process.exit());
}

/** A terminal that is gone must not end what ends in order. */
function ignoreClosedTerminal(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}
